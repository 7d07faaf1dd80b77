// What a loop goes through a part of lives as long as the loop.
// RUN: %fix_check --all --std=c++11,c++17,c++20 %s %t
// RUN: cp %s %t.safe.cpp && not %holdfast --fix %t.safe.cpp -- -std=c++17 -I%S/Inputs
// RUN: grep -q '^  auto owner = numbers' %t.safe.cpp
// RUN: not grep -q '^  const auto owner' %t.safe.cpp
#include "Cases.h"
#include <string>
#include <vector>

// How often one of these lives.
static int Alive = 0;
class Text {
public:
  explicit Text(std::vector<std::string> L) : Lines(L) { ++Alive; }
  Text(const Text &O) : Lines(O.Lines) { ++Alive; }
  Text &operator=(const Text &) = delete;
  ~Text() { --Alive; }
  const std::vector<std::string> &lines() const { return Lines; }
  std::vector<std::string> &edit() { return Lines; }

private:
  std::vector<std::string> Lines;
};
static Text load(int N) { return Text(std::vector<std::string>(3, std::string(40 + N, 'a'))); }

static bool plain() {
  unsigned Size = 0;
  // CHECK-LABEL: plain() {
  // CXX20: for (const auto owner = load(1); const std::string &Line : owner.lines())
  // CXX17: const auto owner = load(1);
  // CXX17-NEXT: for (const std::string &Line : owner.lines())
  // CXX11: const auto owner = load(1);
  // CXX11-NEXT: for (const std::string &Line : owner.lines())
  for (const std::string &Line : load(1).lines())
    Size += Line.size();
  return Size == 123;
}

// No block of its own, comments, a method that is no constant's.
static Text two() { return Text(std::vector<std::string>(2, std::string(31, 'b'))); }
static bool lonely(bool Is) {
  unsigned Size = 0;
  // CHECK-LABEL: lonely(bool Is) {
  // CXX20: if (Is)
  // CXX20-NEXT: for (auto owner = two(); /* each */ std::string &Line : owner.edit()) // of them
  // CXX20-NEXT: Size += Line.size();
  // CXX17: if (Is)
  // CXX17-NEXT: {
  // CXX17-NEXT: auto owner = two();
  // CXX17-NEXT: for (/* each */ std::string &Line : owner.edit()) // of them
  // CXX17-NEXT: Size += Line.size();
  // CXX17-NEXT: }
  // CXX17-NEXT: else
  if (Is)
    for (/* each */ std::string &Line : two().edit()) // of them
      Size += Line.size();
  else
    Size = 1;
  return Size == 62 && Alive == 0;
}
static bool alone() { return lonely(true); }

// A container's end lets elements go, nothing else.
static std::vector<std::vector<int>> numbers() {
  return std::vector<std::vector<int>>(2, std::vector<int>(3, 1));
}
static bool elements() {
  int Sum = 0;
  // CHECK-LABEL: elements() {
  // CXX17: auto owner = numbers();
  // CXX17-NEXT: for (int N : owner[0])
  for (int N : numbers()[0])
    Sum += N;
  return Sum == 3;
}

// An argument of what gives the range.
static const std::vector<std::string> &linesOf(const Text &T) { return T.lines(); }
static bool argument() {
  unsigned Size = 0;
  // CHECK-LABEL: argument() {
  // CXX20: for (auto owner = load(0); const auto &Line : linesOf(owner)) {
  switch (Size) {
  case 0:
    for (const auto &Line : linesOf(load(0))) {
      Size += Line.size();
    }
  }
  return Size == 120 && Alive == 0;
}

CASES(CASE(plain) CASE(alone) CASE(elements) CASE(argument))
