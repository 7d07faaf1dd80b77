// RUN: %holdfast lower --text %s -- -std=c++17 | FileCheck %s
//
// What control flow chooses is a temporary that the arms assign or bind.
#include <vector>

void lvalue(std::vector<int> &v, std::vector<int> &w, bool q) {
  auto &r = q ? v : w;
  r.clear();
}
// CHECK-LABEL: function "lvalue"
// CHECK: branch %q, [[T:[0-9]+]], [[F:[0-9]+]]
// CHECK-DAG: bind [[C:%[0-9]+]] = %w
// CHECK-DAG: bind [[C2:%[0-9]+]] = %v
// CHECK: bind %r = [[C]]
// CHECK: op std::vector::clear() recv %r

void conjunction(std::vector<int> &v, bool q) {
  bool ok = q && !v.empty();
  if (ok || v.size() > 3)
    v.clear();
}
// CHECK-LABEL: function "conjunction"
// CHECK: assign [[V:%[0-9]+]] = %q
// CHECK-NEXT: branch %q,
// CHECK: [[E:%[0-9]+]] = op std::vector::empty() recv %v
// CHECK-NEXT: not [[N:%[0-9]+]] = [[E]]
// CHECK-NEXT: assign [[V]] = [[N]]
// CHECK: assign %ok = [[V]]
// CHECK-NEXT: branch %ok,
// CHECK: [[S:%[0-9]+]] = op std::vector::size() recv %v
// CHECK-NEXT: compare [[G:%[0-9]+]] = gt [[S]], 3
// CHECK-NEXT: branch [[G]],
