// RUN: %holdfast lower --text %s -- -std=c++20 | FileCheck %s
//
// The value of a new-expression points at the object that the constructor made.
#include <vector>

struct Widget;
struct Server {
  std::vector<Widget *> widgets;
  void open();
};
struct Widget {
  Server *server;
  Widget(Server *s) : server(s) { s->widgets.push_back(this); }
};
void Server::open() {
  Widget *w = new Widget(this);
  widgets.push_back(w);
}
// CHECK-LABEL: function "Server::open"
// CHECK: assign [[P:%[0-9]+]] = ?
// CHECK-NEXT: call {{.*}}name "Widget::Widget" recv [[P]].* args &this
// CHECK-NEXT: assign [[P]].*.server@Widget = &this
// CHECK-NEXT: assign %w = [[P]]

void pass(Widget *);
void argument(Server &s) { pass(new Widget(&s)); }
// CHECK-LABEL: function "argument"
// CHECK: call {{.*}}name "Widget::Widget" recv [[P:%[0-9]+]].* args &%s
// CHECK: call {{.*}}name "pass" args [[P]]

struct Node {
  Node *next;
  std::vector<int> items;
};
void aggregates(Node *n, std::vector<int> &v) {
  Node *a = new Node{n, v};
  Node *b = new Node;
  Node *c = new Node();
  Node *d = new Node(*n);
  std::vector<int> *e = new std::vector<int>(v);
}
// CHECK-LABEL: function "aggregates"
// CHECK: assign [[A:%[0-9]+]] = ?
// CHECK-NEXT: assign [[A]].*.next@Node = %n
// CHECK-NEXT: op std::vector::{ctor}(M) recv [[A]].*.items@Node
// CHECK-NEXT: assign %a = [[A]]
// CHECK-NEXT: assign [[B:%[0-9]+]] = ?
// CHECK-NEXT: assign %b = [[B]]
// CHECK-NEXT: assign [[C:%[0-9]+]] = ?
// CHECK-NEXT: assign %c = [[C]]
// CHECK: assign [[D:%[0-9]+]] = ?
// CHECK-NEXT: assign [[D]].* = %n.*
// CHECK-NEXT: assign %d = [[D]]
// CHECK-NEXT: assign [[E:%[0-9]+]] = ?
// CHECK-NEXT: op std::vector::{ctor}(C) recv [[E]].* args &%v
// CHECK-NEXT: assign %e = [[E]]

Widget make();
void others(int n) {
  int *a = new int(n);
  Node *b = new Node[n];
  Widget *c = new Widget(make());
}
// CHECK-LABEL: function "others"
// CHECK: assign %a = ?
// CHECK: assign %b = ?
// CHECK: [[T:%[0-9]+]] = call {{.*}}name "make"
// CHECK-NEXT: assign [[C:%[0-9]+]] = ?
// CHECK-NEXT: assign [[C]].* = [[T]]
// CHECK-NEXT: assign %c = [[C]]
