// Where erasures return nothing and leave other iterators alone, the loop steps before.
// RUN: %fix_check --std=c++98 %s %t
#include "Cases.h"
#include <map>
#include <set>

static bool inMap() {
  std::map<int, int> M;
  for (int I = 0; I != 5; ++I)
    M[I] = I % 2;
  // CHECK-LABEL: inMap() {
  // CHECK: for (std::map<int, int>::iterator It = M.begin(); It != M.end();) {
  // CHECK-NEXT: if (It->second == 0)
  // CHECK-NEXT: M.erase(It++);
  // CHECK-NEXT: else
  // CHECK-NEXT: ++It;
  // CHECK-NEXT: }
  for (std::map<int, int>::iterator It = M.begin(); It != M.end(); ++It) {
    if (It->second == 0)
      M.erase(It);
  }
  return M.size() == 2;
}

static bool inSet() {
  std::set<int> S;
  S.insert(1);
  S.insert(2);
  std::set<int>::iterator It = S.begin();
  // CHECK-LABEL: inSet() {
  // CHECK: S.erase(It++);
  while (It != S.end()) {
    if (*It == 1)
      S.erase(It);
    It++;
  }
  return S.size() == 1;
}

CASES(CASE(inMap) CASE(inSet))
