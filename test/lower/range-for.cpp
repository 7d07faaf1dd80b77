// RUN: %holdfast lower --text %s -- -std=c++20 | FileCheck %s
//
// A range-for is lowered as clang desugars it: its hidden variables know their loop.
#include <map>
#include <vector>

void overMap(std::map<int, int> &m, int k) {
  for (auto &[a, b] : m)
    if (b == k)
      m.erase(a);
}
// CHECK-LABEL: function "overMap"
// CHECK: local %__range1 ref type std::map walk range-for @8:3
// CHECK: local %__begin1 type iterator walk range-for @8:3
// CHECK: block 0:
// CHECK-NEXT: bind %__range1 = %m
// CHECK-NEXT: %__end1 = op std::map::end() recv %__range1
// CHECK-NEXT: %__begin1 = op std::map::begin() recv %__range1
// CHECK: bind [[DD:%[0-9]+]] = %__begin1.*
// CHECK-NEXT: bind %a = [[DD]].first@std::pair
// CHECK-NEXT: bind %b = [[DD]].second@std::pair
// CHECK: op std::map::erase(N) recv %m args %a
// CHECK: add %__begin1 = %__begin1, 1
// The rewritten `!=` of C++20 is compared once.
// CHECK: compare [[C:%[0-9]+]] = ne %__begin1, %__end1
// CHECK-NEXT: branch [[C]],
// CHECK-NOT: compare
// CHECK: exit

void overArray(int (&a)[4], std::vector<int> &v) {
  for (int x : a)
    v.push_back(x);
}
// CHECK-LABEL: function "overArray"
// CHECK: add [[END:%[0-9]+]] = &%__range1.[], 4
// CHECK-NEXT: assign %__end1 = [[END]]
// CHECK: assign %__begin1 = &%__range1.[]
