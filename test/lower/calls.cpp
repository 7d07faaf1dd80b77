// RUN: %holdfast lower --text %s -- -std=c++17 | FileCheck %s
//
// Calls that no table describes: by reference is an address, by value a value.
#include <vector>

struct Node {
  virtual ~Node() = default;
  virtual void poll(int);
  void plain() const;
};
struct Sub final : Node {
  void poll(int) override;
};
void take(std::vector<int> &byReference, std::vector<int>::iterator byValue, int &out);
[[noreturn]] void die();

void direct(std::vector<int> &v, std::vector<int>::iterator it, int n) {
  take(v, it, n);
}
// CHECK-LABEL: function "direct"
// CHECK: call "c:@F@take#{{.*}}" name "take" args &%v, %it, &%n

void dispatched(Node *n, Node &r) {
  n->poll(1);
  r.plain();
  n->Node::poll(2);
}
// CHECK-LABEL: function "dispatched"
// CHECK: call virtual "c:@S@Node@F@poll#I#" name "Node::poll" recv %n.* args 1
// CHECK: call "c:@S@Node@F@plain#1" name "Node::plain" recv const %r
// CHECK: call "c:@S@Node@F@poll#I#" name "Node::poll" recv %n.* args 2

void ends(bool b) {
  if (b)
    die();
}
// CHECK-LABEL: function "ends"
// CHECK: call {{.*}}name "die"
// CHECK-NEXT: unreachable

void pointerTo(void (*f)(int)) { f(3); }
// CHECK-LABEL: function "pointerTo"
// CHECK: call indirect %f args 3

struct Limits {
  static const int most = 4;
};
void read(const int &limit);
void constants() { read(Limits::most); }
// CHECK-LABEL: function "constants"
// CHECK: call {{.*}}name "read" args 4
