// RUN: %holdfast lower --text %s -- -std=c++17 | FileCheck %s
//
// A function that is used as a value is a closure without captures; a direct call makes none.
#include <functional>

struct Server {
  void (*callback)(int);
  std::function<void(int)> handler;
  void drop(int);
  static void log(int);
};
void plain(int);
template <class T> void generic(T);
Server make();
void take(void (*)(int));
void takeReference(void (&)(int));
void takeMember(void (Server::*)(int));

void direct(Server &s) {
  plain(1);
  (*plain)(1);
  generic(2);
  s.drop(3);
  s.log(4);
  Server::log(5);
  make().log(6);
}
// CHECK-LABEL: function "direct"
// CHECK-NOT: closure
// CHECK: call {{.*}}name "make"
// CHECK-NOT: closure
// CHECK: exit

void passed() {
  take(plain);
  take(&plain);
  take(generic<int>);
  take(Server::log);
  takeReference(plain);
  takeMember(&Server::drop);
}
// CHECK-LABEL: function "passed"
// CHECK: closure [[A:%[0-9]+]] = "c:@F@plain#I#"
// CHECK: call {{.*}}name "take" args [[A]]
// CHECK: closure [[B:%[0-9]+]] = "c:@F@plain#I#"
// CHECK: call {{.*}}name "take" args [[B]]
// CHECK: closure [[C:%[0-9]+]] = "c:@F@generic<#I>#I#"
// CHECK: call {{.*}}name "take" args [[C]]
// CHECK: closure [[D:%[0-9]+]] = "c:@S@Server@F@log#I#S"
// CHECK: call {{.*}}name "take" args [[D]]
// CHECK: closure [[E:%[0-9]+]] = "c:@F@plain#I#"
// CHECK: call {{.*}}name "takeReference" args &[[E]]
// CHECK: closure [[F:%[0-9]+]] = "c:@S@Server@F@drop#I#"
// CHECK: call {{.*}}name "takeMember" args [[F]]

void stored(Server &s) {
  s.callback = plain;
  s.callback = &s.log;
  s.handler = plain;
  std::function<void(int)> f = plain;
  f(1);
  void (*p)(int) = plain;
  p(2);
  (*p)(3);
  s.callback(4);
}
// CHECK-LABEL: function "stored"
// CHECK: closure [[A:%[0-9]+]] = "c:@F@plain#I#"
// CHECK: assign %s.callback@Server = [[A]]
// CHECK: closure [[B:%[0-9]+]] = "c:@S@Server@F@log#I#S"
// CHECK: assign %s.callback@Server = [[B]]
// CHECK: closure [[C:%[0-9]+]] = "c:@F@plain#I#"
// CHECK: assign %s.handler@Server = [[C]]
// CHECK: closure [[D:%[0-9]+]] = "c:@F@plain#I#"
// CHECK: assign %f = [[D]]
// CHECK: call indirect %f args 1
// CHECK: closure [[E:%[0-9]+]] = "c:@F@plain#I#"
// CHECK: assign %p = [[E]]
// CHECK: call indirect %p args 2
// CHECK: call indirect %p args 3
// CHECK: call indirect %s.callback@Server args 4
