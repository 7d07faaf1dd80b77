// A temporary that is needed longer than its statement gets a name.
// RUN: %fix_check --std=c++98,c++17 %s %t
#include "Cases.h"
#include <string>
#include <vector>

static std::string name(int N) { return std::string(40, static_cast<char>('a' + N)); }
static std::vector<int> numbers() { return std::vector<int>(3, 1); }

static bool pointers() {
  // CHECK-LABEL: pointers() {
  // CXX98: const std::string owner = name(1);
  // CXX17: const auto owner = name(1);
  // CHECK-NEXT: const char *P = owner.c_str();
  const char *P = name(1).c_str();
  return P[39] == 'b';
}

// The parentheses were needed by the sum only.
static bool sums() {
  // CHECK-LABEL: sums() {
  // CXX98: const std::string owner = name(1) + name(2);
  // CXX17: const auto owner = name(1) + name(2);
  // CHECK-NEXT: const char *P = owner.c_str();
  const char *P = (name(1) + name(2)).c_str();
  return P[40] == 'c';
}

// The name is taken.
static bool names() {
  int owner = 1;
  // CXX98: std::vector<int> owner2 = numbers();
  // CXX17: auto owner2 = numbers();
  // CHECK-NEXT: int *P = &owner2[0];
  int *P = &numbers()[0];
  return *P == owner;
}

CASES(CASE(pointers) CASE(sums) CASE(names))
