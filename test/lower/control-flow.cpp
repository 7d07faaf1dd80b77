// RUN: %holdfast lower --text %s -- -std=c++17 | FileCheck %s
#include <map>
#include <vector>

// A handler is reached from every call of its try block that may throw; a call outside has no such edge.
void handler(std::map<int, std::vector<int>> &m) {
  try {
    m.at(1).push_back(1);
    m.at(2).clear();
  } catch (...) {
    m.clear();
  }
  m.clear();
}
// CHECK-LABEL: function "handler"
// CHECK: op std::map::at(N) recv %m
// CHECK-NEXT: any {{[0-9]+}}, [[D:[0-9]+]]
// CHECK: op std::vector::push_back({{.*}}) recv
// CHECK-NEXT: any {{[0-9]+}}, [[D]]
// CHECK: op std::map::at(N) recv %m
// CHECK-NEXT: any {{[0-9]+}}, [[D]]
// CHECK: op std::vector::clear() recv
// CHECK-NEXT: goto
// CHECK: op std::map::clear() recv %m

void cases(std::vector<int> &v, int n) {
  switch (n) {
  case 1:
    v.clear();
    break;
  case -2:
    v.pop_back();
  default:;
  }
}
// CHECK-LABEL: function "cases"
// CHECK: switch %n, {{-2 -> [0-9]+, 1|1 -> [0-9]+, -2}} -> {{[0-9]+}}, else {{[0-9]+}}

int jump(std::vector<int> &v) {
again:
  for (int x : v)
    if (x) {
      v.clear();
      goto again;
    }
  return v.empty() ? 1 : v.front();
}
// CHECK-LABEL: function "jump"
// CHECK: block [[AGAIN:[1-9]]]:
// CHECK-NEXT: bind %__range1 = %v
// CHECK: op std::vector::clear() recv %v
// CHECK-NEXT: goto [[AGAIN]]

// The iterator that end() returns ends before the branch, so clang stores the value of the whole
// and tests that. Each operand leads on by itself all the same.
void conjunction(std::map<int, int> &m) {
  bool done = false;
  for (auto it = m.begin(); !done && it != m.end(); ++it)
    done = true;
}
// CHECK-LABEL: function "conjunction"
// CHECK: not [[N:%[0-9]+]] = %done
// CHECK: branch [[N]], [[RHS:[0-9]+]], [[PAST:[0-9]+]]
// CHECK: block [[RHS]]:
// CHECK: compare [[C:%[0-9]+]] = ne %it,
// CHECK: branch {{%[0-9]+}}, [[BODY:[0-9]+]], [[PAST]]
// CHECK: block [[BODY]]:
// CHECK-NEXT: assign %done = 1
// CHECK: block [[PAST]]:
// CHECK-NEXT: exit

// An exception that leaves the function leaves its callers, too.
void leave(std::vector<int> &v) {
  v.clear();
  throw 1;
}
// CHECK-LABEL: function "leave"
// CHECK: op std::vector::clear() recv %v
// CHECK-NEXT: unreachable

// So does one that no handler takes.
int handle(std::vector<int> &v) {
  try {
    v.at(3) = 1;
  } catch (int) {
    return 1;
  }
  return 0;
}
// CHECK-LABEL: function "handle"
// CHECK: any {{[0-9]+}}, [[CATCH:[0-9]+]]
// CHECK: block [[CATCH]]:
// CHECK-NEXT: return 1

// What is returned is read before the temporaries end.
int firstOf(std::vector<int> (*make)()) { return make().front(); }
// CHECK-LABEL: function "firstOf"
// CHECK: [[R:%[0-9]+]] = op std::vector::front() recv [[T:%[0-9]+]]
// CHECK: assign [[V:%[0-9]+]] = [[R]]
// CHECK: destroy [[T]]
// CHECK-NEXT: return [[V]]
