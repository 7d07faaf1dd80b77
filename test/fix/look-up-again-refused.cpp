// What it was obtained by is not known where it would be obtained again: there is no fix.
// RUN: cp %s %t.cpp && not %holdfast --fix=all %t.cpp -- -std=c++17 > %t.txt 2>&1
// RUN: FileCheck %s < %t.txt
// RUN: diff %s %t.cpp
// CHECK-NOT: note: possible fix: obtain
// CHECK: fixed 0 of 4 findings in 0 files
#include <map>
#include <vector>
void use(int);
int *other();

void scope(std::vector<int> &V, bool Is) {
  int *P = nullptr;
  if (Is) {
    unsigned Last = V.size() - 1;
    P = &V[Last];
  }
  V.insert(V.begin(), 1);
  if (Is)
    use(*P);
}

void twice(std::vector<int> &V, int *P) {
  int *Q = other();
  use(*Q);
  int N = 0;
  {
    int &First = V[N];
    Q = &First;
  }
  V.insert(V.begin(), 1);
  use(*Q);
}

// It was erased itself, so looking it up again gives the end.
void erased(std::map<int, int> &M, int Key) {
  auto It = M.find(Key);
  if (It == M.end())
    return;
  M.erase(Key);
  ++It->second;
}

// There may be none any more, and none has no address.
void emptied(std::vector<int> &V, int Last) {
  if (V.empty())
    return;
  int *P = &V[0];
  V.erase(V.begin(), V.begin() + Last);
  use(*P);
}
