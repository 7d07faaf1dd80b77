// Suggestions compile, remove the finding and the crash; --fix leaves them alone.
// RUN: %fix_check --all --std=c++11,c++17 %s %t
// RUN: cp %s %t.same.cpp && not %holdfast --fix %t.same.cpp -- -std=c++17 -I%S/Inputs
// RUN: diff %s %t.same.cpp
#include "Cases.h"
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

struct Subject {
  std::vector<std::function<void()>> Callbacks;
  void add(std::function<void()> F) { Callbacks.push_back(F); }
  // CHECK-LABEL: void fire() {
  // CXX17-NEXT: for (auto &C : std::vector(Callbacks)) {
  // CXX11-NEXT: auto copy = Callbacks;
  // CXX11-NEXT: for (auto &C : copy) {
  void fire() {
    for (auto &C : Callbacks) {
      C();
      add(C);
    }
  }
};
static bool observers() {
  int Calls = 0;
  Subject S;
  for (int I = 0; I != 3; ++I)
    S.add([&] { ++Calls; });
  S.fire();
  return Calls == 3 && S.Callbacks.size() == 6;
}

// The change is in a lambda that the loop calls.
static bool lambdas() {
  std::vector<int> V{1, 5, 7};
  V.shrink_to_fit();
  auto Add = [&V](int X) {
    if (X > 3)
      V.push_back(X);
  };
  // CHECK-LABEL: lambdas() {
  // CXX17: for (int X : std::vector(V))
  // CXX11: auto copy = V;
  // CXX11-NEXT: for (int X : copy)
  // CHECK-NEXT: Add(X);
  for (int X : V)
    Add(X);
  return V.size() == 5;
}

static bool insertions() {
  std::vector<int> V{1, 5, 7};
  V.shrink_to_fit();
  // CHECK-LABEL: insertions() {
  // CHECK: std::vector<int> added;
  // CHECK-NEXT: // Those that are large.
  // CHECK-NEXT: for (int I : V)
  // CHECK-NEXT: if (I > 3)
  // CHECK-NEXT: added.push_back(I + 1);
  // CHECK-NEXT: for (const auto &element : added)
  // CHECK-NEXT: V.push_back(element);
  // Those that are large.
  for (int I : V)
    if (I > 3)
      V.push_back(I + 1);
  return V.size() == 5;
}

static bool pointers() {
  std::vector<int> V(3, 1);
  V.shrink_to_fit();
  // CHECK-LABEL: pointers() {
  // CHECK: int *P = &V[0];
  // CHECK-NEXT: V.push_back(1);
  // CHECK-NEXT: P = &V[0];
  int *P = &V[0];
  V.push_back(1);
  return *P == 1;
}

static bool references() {
  std::vector<int> V(3, 1);
  V.shrink_to_fit();
  // CHECK-LABEL: references() {
  // CHECK: V.reserve(V.size() + 1);
  // CHECK-NEXT: // By reference.
  // CHECK-NEXT: int &R = V[0];
  // By reference.
  int &R = V[0];
  V.push_back(1);
  return R == 1;
}

// The size is kept: what was erased is missing at the end.
static bool kept() {
  std::vector<int> V{1, 1, 2, 1};
  V.shrink_to_fit();
  // CHECK-LABEL: kept() {
  // CHECK: for (std::size_t I = V.size(); I-- > 0;)
  for (std::size_t I = 0, N = V.size(); I < N; ++I)
    if (V[I] == 1)
      V.erase(V.begin() + I);
  return V.size() == 1;
}

// A key that is made of another one is kept by value.
static bool strings() {
  std::set<std::string> S{"ab", "abc"};
  // CHECK-LABEL: strings() {
  // CHECK: std::vector<std::string> erased;
  // CHECK-NEXT: for (const std::string &Word : S)
  // CHECK-NEXT: if (!Word.empty())
  // CHECK-NEXT: erased.push_back(Word.substr(0, 2));
  // CHECK-NEXT: for (const auto &element : erased)
  // CHECK-NEXT: S.erase(element);
  for (const std::string &Word : S)
    if (!Word.empty())
      S.erase(Word.substr(0, 2));
  return S == std::set<std::string>{"abc"};
}

CASES(CASE(kept) CASE(observers) CASE(insertions) CASE(strings) CASE(pointers) CASE(references)
          CASE(lambdas))
