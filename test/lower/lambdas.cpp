// RUN: %holdfast lower --text %s -- -std=c++17 | FileCheck %s
//
// A lambda is a closure and a function of its own; captures match by position.
#include <algorithm>
#include <functional>
#include <vector>

void captures(std::vector<int> &v, int k) {
  auto f = [&v, k, n = k](int q) { v.push_back(q + k + n); };
  f(3);
}
// CHECK-LABEL: function "captures"
// CHECK: closure [[C:%[0-9]+]] = "[[BODY:[^"]*]]" captures &%v, %k, %k
// CHECK: assign %f = [[C]]
// CHECK: call indirect %f args 3
// CHECK: function "lambda at lambdas.cpp:9" usr "[[BODY]]" lambda
// CHECK-NEXT: param %q
// CHECK-NEXT: capture %v ref type std::vector
// CHECK-NEXT: capture %k type int
// CHECK-NEXT: capture %n type int
// CHECK: op std::vector::push_back(N) recv %v

struct Widget {
  std::vector<int> items;
  void each() {
    std::for_each(items.begin(), items.end(), [this](auto &x) { items.push_back(x); });
  }
  void wrapped() {
    std::function<void(int)> g = [this](int x) { items.push_back(x); };
    g(1);
  }
};
// CHECK-LABEL: function "Widget::each"
// CHECK: closure [[E:%[0-9]+]] = "{{.*}}operator()<#I>{{.*}}"
// CHECK: op std::for_each(IIF) args %{{[0-9]+}}, %{{[0-9]+}}, [[E]]
// CHECK: op std::vector::push_back(N) recv this.items@Widget args %x
// A std::function made from a lambda is the lambda.
// CHECK-LABEL: function "Widget::wrapped"
// CHECK: closure [[W:%[0-9]+]] =
// CHECK-NEXT: assign %g = [[W]]
// CHECK-NEXT: call indirect %g args 1
