// A temporary of a part of a condition ends when that part was evaluated, and each part leads on by
// itself. RUN: %holdfast lower %s -- -std=c++17 | FileCheck %s
#include <string>
#include <vector>

bool knows(const std::string &name);

// The string is made and destroyed on one way only.
void conjunction(std::vector<int> &v, bool b) {
  if (b && knows("x"))
    v.clear();
}
// CHECK-LABEL: function "conjunction"
// CHECK: branch %b, [[RHS:[0-9]+]], [[PAST:[0-9]+]]
// CHECK: block [[RHS]]:
// CHECK: op std::basic_string::{ctor}(V) recv [[S:%[0-9]+]]
// CHECK: destroy [[S]]
// CHECK-NEXT: branch {{%[0-9]+}}, [[THEN:[0-9]+]], [[PAST]]
// CHECK: block [[THEN]]:
// CHECK-NEXT: op std::vector::clear() recv %v
// CHECK: block [[PAST]]:
// CHECK-NEXT: exit

// Three operands, the whole negated.
void negated(std::vector<int> &v, bool a, bool b) {
  if (!(a || b || knows("x")))
    v.clear();
}
// CHECK-LABEL: function "negated"
// CHECK: branch %a, [[PAST:[0-9]+]], [[B:[0-9]+]]
// CHECK: block [[B]]:
// CHECK: branch %b, [[PAST]], [[C:[0-9]+]]
// CHECK: block [[C]]:
// CHECK: destroy
// CHECK-NEXT: branch {{%[0-9]+}}, [[THEN:[0-9]+]], [[END:[0-9]+]]
// CHECK: block [[THEN]]:
// CHECK-NEXT: op std::vector::clear() recv %v

// Two temporaries: each way destroys what was made on it.
void alternatives(std::vector<int> &v, bool b) {
  if (b ? knows("x") : knows("y"))
    v.clear();
}
// CHECK-LABEL: function "alternatives"
// CHECK: branch %b, [[X:[0-9]+]], [[Y:[0-9]+]]
// CHECK: block [[Y]]:
// CHECK: op std::basic_string::{ctor}(V) recv [[T:%[0-9]+]]
// CHECK-NOT: op std::basic_string::{ctor}
// CHECK: destroy [[T]]
// CHECK-NEXT: branch {{%[0-9]+}}, [[THEN:[0-9]+]], [[PAST:[0-9]+]]
// CHECK: block [[X]]:
// CHECK: op std::basic_string::{ctor}(V) recv [[S:%[0-9]+]]
// CHECK-NOT: destroy [[T]]
// CHECK: destroy [[S]]
// CHECK-NEXT: branch {{%[0-9]+}}, [[THEN]], [[PAST]]

// In a loop the string is that of the round.
void loop(std::vector<std::string> &v) {
  std::size_t i = 0;
  while (i < v.size() && !knows(v[i] + "x"))
    ++i;
}
// CHECK-LABEL: function "loop"
// CHECK: branch {{%[0-9]+}}, [[RHS:[0-9]+]], [[PAST:[0-9]+]]
// CHECK: block [[RHS]]:
// CHECK: destroy
// CHECK-NEXT: branch {{%[0-9]+}}, {{[0-9]+}}, [[PAST]]
// CHECK: block [[PAST]]:
// CHECK-NEXT: exit
