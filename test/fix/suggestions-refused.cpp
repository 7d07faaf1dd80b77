// What would not be right: there is no fix.
// RUN: cp %s %t.cpp && not %holdfast --fix=all %t.cpp -- -std=c++17 > %t.txt 2>&1
// RUN: FileCheck %s < %t.txt
// RUN: diff %s %t.cpp
// CHECK-NOT: possible fix: collect
// CHECK-NOT: possible fix: reserve
// CHECK: fixed 0 of 4 findings in 0 files
#include <map>
#include <string>
#include <vector>
void use(const int &);

// An iterator that is collected twice is erased twice.
void positions(std::map<int, int> &M) {
  for (auto &E : M) {
    E.second = 0;
    if (E.first % 2 == 0)
      M.erase(M.begin());
  }
}

// It may be more than one element, or fewer.
void sizes(std::vector<int> &V, int N) {
  int &First = V.front();
  First = 1;
  V.resize(N);
  use(First);
}

void several(std::string &S, const std::string &T) {
  char &First = S.front();
  First = 'a';
  S.append(T);
  First = 'b';
}

void concatenated(std::string &S, const std::string &T) {
  char &First = S.front();
  First = 'a';
  S += T;
  First = 'b';
}
