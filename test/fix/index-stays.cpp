// An index is counted up only where nothing was erased.
// RUN: %fix_check --std=c++11,c++20 %s %t
#include "Cases.h"
#include <vector>

static bool forLoop() {
  std::vector<int> V{1, 2, 2, 3};
  int Erased = 0;
  // CHECK-LABEL: forLoop() {
  // CHECK: for (size_t I = 0; I < V.size();) {
  // CHECK-NEXT: if (V[I] == 2) {
  // CHECK-NEXT: V.erase(V.begin() + I);
  // CHECK-NEXT: ++Erased;
  // CHECK-NEXT: } else {
  // CHECK-NEXT: ++I;
  // CHECK-NEXT: }
  // CHECK-NEXT: }
  for (size_t I = 0; I < V.size(); ++I) {
    if (V[I] == 2) {
      V.erase(V.begin() + I);
      ++Erased;
    }
  }
  return V.size() == 2 && Erased == 2;
}

static bool whileLoop() {
  std::vector<int> V{1, 2, 2, 3};
  unsigned I = 0;
  // CHECK-LABEL: whileLoop() {
  // CHECK: while (I < V.size()) {
  // CHECK-NEXT: if (V.at(I) == 2)
  // CHECK-NEXT: V.erase(V.begin() + I);
  // CHECK-NEXT: else
  // CHECK-NEXT: I++;
  // CHECK-NEXT: }
  while (I < V.size()) {
    if (V.at(I) == 2)
      V.erase(V.begin() + I);
    I++;
  }
  return V.size() == 2;
}

CASES(CASE(forLoop) CASE(whileLoop))
