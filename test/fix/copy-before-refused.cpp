// Something else is done with what was erased: there is no safe fix.
// RUN: cp %s %t.cpp && not %holdfast --fix %t.cpp -- -std=c++17 > %t.txt 2>&1
// RUN: FileCheck %s < %t.txt
// RUN: diff %s %t.cpp
// CHECK: fixed 0 of 7 findings in 0 files
#include <map>
#include <memory>
#include <vector>
void use(int);
void change(int &);
void give(std::unique_ptr<int> &);

void changed(std::vector<int> &V) {
  auto It = V.begin();
  V.erase(It);
  change(*It);
}

void perhapsTheEnd(std::map<int, int> &M, int Key) {
  auto It = M.find(Key);
  if (It != M.end())
    M.erase(It);
  use(It->second);
}

void notCopied(std::map<int, std::unique_ptr<int>> &M) {
  auto It = M.begin();
  M.erase(It);
  use(*It->second);
}

// A copy of what stands for a bit would change with the bits.
void standsForIt(std::vector<bool> &V) {
  auto It = V.begin();
  V.erase(It);
  use(*It);
}

// A copy that is made in the inner block ends with it.
void readOutside(std::map<int, int> &M, bool Extracts) {
  auto It = M.begin();
  if (Extracts) {
    M.erase(It);
  }
  use(It->second);
}

// A jump to the second label would pass the declaration.
void labels(std::map<int, int> &M, int Way) {
  auto It = M.begin();
  switch (Way) {
  case 1:
    use(1);
    M.erase(It);
    use(It->second);
    break;
  case 2:
    use(It->second);
    break;
  }
}
void labelsOnly(std::map<int, int> &M, int Way) {
  auto It = M.begin();
  switch (Way) {
  case 1:
    use(1);
    M.erase(It);
    use(It->second);
    break;
  default:
    break;
  }
}
