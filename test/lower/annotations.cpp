// RUN: %holdfast lower --text %s -- -std=c++17 | FileCheck %s
//
// Clang's own mark for methods that invalidate the iterators into their object.
struct Pool {
  int *begin();
  void rebuild() [[clang::annotate_type("experimental_invalidates")]];
  void plain();
};

void use(Pool &p) {
  p.plain();
  p.rebuild();
}
// CHECK-LABEL: function "use"
// CHECK: call {{.*}}name "Pool::plain" recv %p
// CHECK-NEXT: call {{.*}}name "Pool::rebuild" recv %p
// CHECK-NEXT: op clang::experimental_invalidates(C) args &%p
// CHECK-NEXT: exit
