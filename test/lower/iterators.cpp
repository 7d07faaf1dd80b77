// RUN: %holdfast lower --text %s -- -std=c++17 | FileCheck %s
//
// Operators of iterators are effects of the language, not operations of a library.
#include <list>
#include <map>
#include <vector>

void eraseAfterIncrement(std::list<int> &l) {
  for (auto it = l.begin(); it != l.end();)
    if (*it)
      l.erase(it++);
    else
      ++it;
}
// CHECK-LABEL: function "eraseAfterIncrement"
// CHECK: %it = op std::list::begin() recv %l
// CHECK: use %it.*
// CHECK: assign [[OLD:%[0-9]+]] = %it
// CHECK-NEXT: add %it = %it, 1
// CHECK-NEXT: op std::list::erase(I) recv %l args [[OLD]]

int throughArrow(std::map<int, int> &m) {
  auto it = m.find(1);
  return it->second;
}
// CHECK-LABEL: function "throughArrow"
// CHECK: %it = op std::map::find(N) recv %m args 1
// CHECK-NEXT: use %it.*.second@std::pair
// CHECK-NEXT: return %it.*.second@std::pair

void positions(std::vector<int> &v, int i) {
  v.erase(v.begin() + i);
  std::vector<int>::const_iterator c = v.begin();
  c += 2;
  v.erase(c - 1);
}
// CHECK-LABEL: function "positions"
// CHECK: [[B:%[0-9]+]] = op std::vector::begin() recv %v
// CHECK-NEXT: add [[P:%[0-9]+]] = [[B]], %i
// CHECK-NEXT: op std::vector::erase(I) recv %v args [[P]]
// A conversion to const_iterator keeps the value.
// CHECK: [[C:%[0-9]+]] = op std::vector::begin() recv %v
// CHECK-NEXT: assign %c = [[C]]
// CHECK-NEXT: add %c = %c, 2
// CHECK-NEXT: sub [[D:%[0-9]+]] = %c, 1
// CHECK-NEXT: op std::vector::erase(I) recv %v args [[D]]

int *pointers(int *p, int n) {
  p += n;
  return &p[1];
}
// CHECK-LABEL: function "pointers"
// CHECK: add %p = %p, %n
// CHECK: return &%p.*.[]
