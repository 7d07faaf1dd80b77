// Where it cannot be seen that a fix is right, there is none that is safe.
// RUN: cp %s %t.cpp && not %holdfast --fix %t.cpp -- -std=c++20 2>&1 | FileCheck %s
// RUN: diff %s %t.cpp
// CHECK: fixed 0 of [[N:[0-9]+]] findings in 0 files
#include <algorithm>
#include <list>
#include <map>
#include <set>
#include <vector>
void use(int);

#define DROP(C, It) C.erase(It)
void macro(std::list<int> &L) {
  for (auto It = L.begin(); It != L.end(); ++It)
    DROP(L, It);
}

// In another build the directive, or the macro, means something.
#define TRACE(X)
void directive(std::vector<int> &V) {
  for (auto It = V.begin(); It != V.end(); ++It) {
#ifdef LOGS
    use(*It);
#endif
    if (*It == 1)
      V.erase(It);
  }
}

// What follows is about the element that is gone: what its author wants is not known.
void usedAfterwards(std::list<int> &L) {
  for (auto It = L.begin(); It != L.end(); ++It) {
    if (*It == 1)
      L.erase(It);
    use(*It);
  }
}

// What follows takes away what the iterator went on to.
void clearedAfterwards(std::map<int, int> &M, bool All) {
  for (auto It = M.begin(); It != M.end(); ++It) {
    use(It->first);
    M.erase(It);
    if (All)
      M.clear();
  }
}

// The loop around goes over the same elements.
void twoLoops(std::set<int> &S) {
  for (const auto &X : S)
    for (const auto &Y : S)
      if (X < Y)
        S.erase(Y);
}
void twoIterators(std::list<int> &L) {
  for (auto I = L.begin(); I != L.end(); ++I)
    for (auto J = L.begin(); J != L.end(); ++J)
      if (*I < *J)
        L.erase(J);
}

void inSwitch(std::list<int> &L) {
  for (auto It = L.begin(); It != L.end(); ++It)
    switch (*It) {
    case 1:
      L.erase(It);
    }
}

// Equal keys: all go at once, and which iterator comes next is not known.
void equalKeys(std::multimap<int, int> &M) {
  for (auto It = M.begin(); It != M.end(); ++It)
    if (It->second == 1)
      M.erase(It->first);
}

// Another element.
void other(std::map<int, int> &M) {
  for (auto &KV : M)
    M.erase(KV.second);
}

// The iterator that is used is made of the other one, after the change.
void copied(std::set<int> &S) {
  auto It = S.begin();
  S.erase(It, S.end());
  auto Later = It;
  use(*Later);
}

// Of two iterations, which one is meant?
void nested(std::list<int> &L) {
  for (auto It = L.begin(); It != L.end(); ++It)
    for (int I = 0; I != 2; ++I)
      if (*It == I)
        L.erase(It);
}
