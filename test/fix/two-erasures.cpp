// The same erasure in several branches: each way through the body erases or steps.
// RUN: %fix_check --std=c++11,c++20 %s %t
#include "Cases.h"
#include <list>
#include <map>
#include <vector>

static int Logged;
static void log(int) { ++Logged; }

static bool branches() {
  std::map<int, int> M;
  for (int I = 0; I != 6; ++I)
    M[I] = I;
  // CHECK-LABEL: branches() {
  // CHECK: for (auto It = M.begin(); It != M.end();) {
  // CHECK-NEXT: if (It->second == 1) {
  // CHECK-NEXT: log(1);
  // CHECK-NEXT: It = M.erase(It);
  // CHECK-NEXT: } else if (It->second == 2)
  // CHECK-NEXT: It = M.erase(It);
  // CHECK-NEXT: else
  // CHECK-NEXT: ++It;
  // CHECK-NEXT: }
  for (auto It = M.begin(); It != M.end(); ++It) {
    if (It->second == 1) {
      log(1);
      M.erase(It);
    } else if (It->second == 2)
      M.erase(It);
  }
  return M.size() == 4;
}

static bool nested() {
  std::list<int> L{1, 2, 3, 4, 5};
  // CHECK-LABEL: nested() {
  // CHECK: if (*It > 3) {
  // CHECK-NEXT: if (*It == 4)
  // CHECK-NEXT: It = L.erase(It);
  // CHECK-NEXT: else
  // CHECK-NEXT: ++It;
  // CHECK-NEXT: } else {
  // CHECK-NEXT: log(*It);
  // CHECK-NEXT: It = L.erase(It);
  // CHECK-NEXT: }
  for (auto It = L.begin(); It != L.end(); ++It) {
    if (*It > 3) {
      if (*It == 4)
        L.erase(It);
    } else {
      log(*It);
      L.erase(It);
    }
  }
  return L.size() == 1 && L.front() == 5;
}

static bool continuing() {
  std::list<int> L{1, 2, 3, 4, 5};
  // CHECK-LABEL: continuing() {
  // CHECK: It = L.erase(It);
  // CHECK-NEXT: continue;
  // CHECK: It = L.erase(It);
  // CHECK-NEXT: continue;
  // CHECK: log(*It);
  // CHECK-NEXT: ++It;
  for (auto It = L.begin(); It != L.end(); ++It) {
    if (*It == 1) {
      L.erase(It);
      continue;
    } else if (*It == 3) {
      L.erase(It);
      continue;
    }
    log(*It);
  }
  return L.size() == 3;
}

CASES(CASE(branches) CASE(nested) CASE(continuing))
