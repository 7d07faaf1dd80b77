// RUN: %holdfast lower --text %s -- -std=c++17 | FileCheck %s
// RUN: %holdfast lower --text %s -- -std=c++20 | FileCheck %s
//
// make_unique and make_shared are lowered like a new-expression whose pointer the smart pointer
// takes.
#include <memory>
#include <utility>
#include <vector>

struct Widget;
struct Server {
  std::vector<Widget *> widgets;
  std::unique_ptr<Widget> first;
};
struct Widget {
  Server *server;
  Widget(Server *s, int = 0) : server(s) {}
  Widget(const Server &s) {}
  explicit Widget(std::vector<int> v) {}
};

void unique(Server *s) { auto w = std::make_unique<Widget>(s); }
// CHECK-LABEL: function "unique"
// CHECK: assign [[P:%[0-9]+]] = ?
// CHECK-NEXT: call "c:@S@Widget@F@Widget#*$@S@Server#I#" name "Widget::Widget" recv [[P]].* args %s
// CHECK-NEXT: assign [[P]].*.server@Widget = %s
// CHECK-NEXT: assign %w = [[P]]
// CHECK-NEXT: destroy %w

void shared(Server &s) { std::shared_ptr<Widget> w = std::make_shared<Widget>(s); }
// CHECK-LABEL: function "shared"
// CHECK: assign [[P:%[0-9]+]] = ?
// CHECK-NEXT: call "c:@S@Widget@F@Widget#&1$@S@Server#" name "Widget::Widget" recv [[P]].* args
// const &%s CHECK-NEXT: assign %w = [[P]]

void stored(Server &s) {
  s.first = std::make_unique<const Widget>(&s, 3) ? std::make_unique<Widget>(&s) : nullptr;
}
// CHECK-LABEL: function "stored"
// CHECK: call {{.*}}name "Widget::Widget" recv [[P:%[0-9]+]].* args &%s, 3
// CHECK: call {{.*}}name "Widget::Widget" recv [[Q:%[0-9]+]].* args &%s

void modeled(std::vector<int> &v) { auto copy = std::make_shared<std::vector<int>>(v); }
// CHECK-LABEL: function "modeled"
// CHECK: op std::vector::{ctor}(C) recv [[P:%[0-9]+]].* args &%v
// CHECK-NEXT: assign %copy = [[P]]

struct Plain {
  int i;
};
void plain() {
  auto p = std::make_unique<Plain>();
  auto a = std::make_unique<Widget *[]>(3);
  auto i = std::make_shared<int>(3);
}
// CHECK-LABEL: function "plain"
// CHECK: assign [[P:%[0-9]+]] = ?
// CHECK-NEXT: assign %p = [[P]]
// CHECK: %a = call {{.*}}name "make_unique" args 3
// CHECK: %i = call {{.*}}name "make_shared" args

int &dangling() { return std::make_unique<Plain>()->i; }
// A pointer that only this expression has goes with its object.
// CHECK-LABEL: function "dangling"
// CHECK: op std::unique_ptr::{dtor}() recv [[P:%[0-9]+]]
// CHECK: return &[[P]].*.i@Plain

// What make_pair is given, the pair holds.
std::pair<int *, bool> paired(int *first, bool second) { return std::make_pair(first, second); }
// CHECK-LABEL: function "paired"
// CHECK: assign [[P:%[0-9]+]].first@std::pair = %first
// CHECK-NEXT: assign [[P]].second@std::pair = %second
// CHECK-NEXT: return [[P]]
