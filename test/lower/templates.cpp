// RUN: %holdfast lower --text %s -- -std=c++17 | FileCheck %s
//
// Instantiations are lowered, patterns are not.
#include <set>
#include <vector>

template <class T> void each(T &c) {
  for (auto &x : c)
    c.insert(c.end(), x);
}
template <class T> void never(T &c) { c.clear(); }

void use(std::set<int> &s, std::vector<int> &v) {
  each(s);
  each(v);
}
// CHECK-NOT: function "never"
// CHECK: function "each"
// CHECK: op std::set::insert(IN)
// CHECK: function "each"
// CHECK: op std::vector::insert(IN)
// CHECK-NOT: function "never"
// CHECK: function "use"
