// RUN: %holdfast lower --text %s -- -std=c++20 | FileCheck %s
//
// What std::bind and its kin make is the lambda that says the same.
#include <functional>

struct Tray {
  virtual void onAdd(int &item, int flags);
  void clear();
  void bind();
};
void plain(int);

void Tray::bind() {
  using namespace std::placeholders;
  auto all = std::bind(&Tray::clear, this);
  auto partly = std::bind(&Tray::onAdd, this, _1, 7);
}
// CHECK-LABEL: function "bound Tray::clear" usr "c:@S@Tray@F@bind#@bind@{{[0-9]+}}" class "c:@S@Tray" lambda
// CHECK: call "c:@S@Tray@F@clear#" name "Tray::clear" recv this
// CHECK-LABEL: function "bound Tray::onAdd"
// CHECK: param %0 ref type int
// CHECK: capture %1 type int
// CHECK: call virtual "c:@S@Tray@F@onAdd#&I#I#" name "Tray::onAdd" recv this args &%0, %1
// CHECK-LABEL: function "Tray::bind"
// CHECK: closure %{{.*}} = "c:@S@Tray@F@bind#@bind@
// CHECK: closure %{{.*}} = "c:@S@Tray@F@bind#@bind@{{[0-9]+}}" captures 7

void others(Tray *tray) {
  auto front = std::bind_front(&Tray::onAdd, tray);
  auto constant = std::bind(plain, 3);
  auto later = std::mem_fn(&Tray::clear);
}
// CHECK-LABEL: function "bound Tray::onAdd"
// CHECK: param %0 ref type int
// CHECK: param %1 type int
// CHECK: capture %2 type pointer
// CHECK: call virtual {{.*}} recv %2.* args &%0, %1
// CHECK-LABEL: function "bound plain"
// CHECK: call {{.*}} args %0
// CHECK-LABEL: function "bound Tray::clear"
// CHECK: param %0 ref
// CHECK: call {{.*}} recv %0
// CHECK-LABEL: function "others"
// CHECK: closure {{.*}} captures %tray
// CHECK: closure {{.*}} captures 3

void through(Tray &tray, void (Tray::*method)()) { (tray.*method)(); }
// CHECK-LABEL: function "through"
// CHECK: call indirect %method recv %tray
