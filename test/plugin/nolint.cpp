// clang-tidy's own comments silence a finding, at the place where it is shown.
//
// RUN: %tidy22 -checks='-*,holdfast-*' %s -- -std=c++17 2>&1 | FileCheck %s
// RUN: %tidy19 -checks='-*,holdfast-*' %s -- -std=c++17 2>&1 | FileCheck %s
// CHECK-NOT: warning:
#include <vector>

void onTheLine(std::vector<int> &v) {
  for (int x : v)
    v.push_back(x); // NOLINT(holdfast-mutate-while-iterating)
}

void onTheLineBefore(std::vector<int> &v) {
  for (int x : v)
    // NOLINTNEXTLINE(holdfast-*)
    v.push_back(x);
}

// NOLINTBEGIN
void around(std::vector<int> &v) {
  for (int x : v)
    v.push_back(x);
}
// NOLINTEND

#define ADD(c, x) c.push_back(x)
void macro(std::vector<int> &v) {
  for (int x : v)
    ADD(v, x); // NOLINT(holdfast-mutate-while-iterating)
}

void anotherRule(std::vector<int> &v) {
  for (int x : v)
    v.push_back(x); // NOLINT(holdfast-invalidated-iterator)
}
// CHECK: nolint.cpp:[[#@LINE-2]]:{{.*}} warning: inserting into 'v'
// CHECK-NOT: warning:
// CHECK: Suppressed 4 warnings (4 NOLINT)
