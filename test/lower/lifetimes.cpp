// RUN: %holdfast lower --text %s -- -std=c++20 | FileCheck %s
// RUN: %holdfast lower --text %s -- -std=c++23 | FileCheck %s --check-prefix=CXX23
//
// Temporaries die at the end of the full expression, unless a reference keeps them. C++23 keeps all
// temporaries of a range-for initializer.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct Owner {
  const std::vector<int> &items() const { return v; }
  std::vector<int> copy() const;
  std::vector<int> v;
};
Owner make();
std::shared_ptr<std::vector<int>> get();

void pointee() {
  for (int x : *get())
    (void)x;
}
// CHECK-LABEL: function "pointee"
// CHECK: [[T:%[0-9]+]] = call "c:@F@get#"
// CHECK-NEXT: bind %__range1 = [[T]].*
// CHECK-NEXT: op std::shared_ptr::{dtor}() recv [[T]]
// CHECK-NEXT: destroy [[T]]
// CHECK-NEXT: op std::vector::end()
// CXX23-LABEL: function "pointee"
// CXX23: bind %__range1 = [[T:%[0-9]+]].*
// CXX23-NOT: destroy
// CXX23: %__begin1 = op std::vector::begin()
// CXX23-NOT: destroy [[T]]
// CXX23: exit

struct Token {
  std::shared_ptr<Owner> scope() const;
  std::unique_ptr<Owner> copy() const;
};
void handedOut(Token *t) {
  for (int x : t->scope()->v)
    (void)x;
  for (int x : t->copy()->v)
    (void)x;
}
// An object that hands out a shared pointer is taken to keep one.
// CHECK-LABEL: function "handedOut"
// CHECK: [[S:%[0-9]+]] = call {{.*}} name "Token::scope"
// CHECK-NEXT: bind %__range1 = [[S]].*.v@Owner
// CHECK-NEXT: destroy [[S]]
// CHECK: [[U:%[0-9]+]] = call {{.*}} name "Token::copy"
// CHECK: op std::unique_ptr::{dtor}() recv [[U]]
// CHECK-NEXT: destroy [[U]]

void part() {
  for (int x : make().items())
    (void)x;
}
// CHECK-LABEL: function "part"
// CHECK: bind %__range1 = [[T:%[0-9]+]].v@Owner
// CHECK-NEXT: destroy [[T]]

void extended() {
  for (int x : make().copy())
    (void)x;
}
// CHECK-LABEL: function "extended"
// CHECK: [[T:%[0-9]+]] = call "c:@S@Owner@F@copy#1"
// CHECK-NEXT: bind %__range1 = [[T]]
// CHECK: branch
// CHECK-NOT: function
// CHECK: destroy [[T]]
