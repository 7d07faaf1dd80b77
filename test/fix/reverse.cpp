// A loop from the back continues with a reverse iterator to what erase() returns.
// RUN: %fix_check --std=c++14 %s %t
#include "Cases.h"
#include <list>
#include <vector>

static bool fromTheBack() {
  std::vector<int> V{1, 2, 2, 3};
  // CHECK-LABEL: fromTheBack() {
  // CHECK: for (auto It = V.rbegin(); It != V.rend();) {
  // CHECK-NEXT: if (*It == 2)
  // CHECK-NEXT: It = std::make_reverse_iterator(V.erase(std::next(It).base()));
  // CHECK-NEXT: else
  // CHECK-NEXT: ++It;
  for (auto It = V.rbegin(); It != V.rend(); ++It) {
    if (*It == 2)
      V.erase(std::next(It).base());
  }
  return V.size() == 2 && V[1] == 3;
}

CASES(CASE(fromTheBack))
