// A handle that is assigned is obtained again as it was assigned, not as it was declared.
// RUN: %fix_check --all --std=c++11,c++17 %s %t
#include "Cases.h"
#include <string>
#include <vector>

// Each part has the name of the first.
struct Ranges {
  std::vector<std::string> Names;
  // CHECK-LABEL: void add(const std::string &Name, unsigned Parts) {
  // CHECK: while (--Parts)
  // CHECK-NEXT: if (Parts) {
  // CHECK-NEXT: Names.push_back(*First); // once more
  // CHECK-NEXT: First = &Names.back();
  // CHECK-NEXT: }
  void add(const std::string &Name, unsigned Parts) {
    const std::string *First = nullptr;
    if (Parts) {
      Names.push_back(Name);
      First = &Names.back();
    }
    while (--Parts)
      if (Parts) {
        Names.push_back(*First); // once more
      }
  }
};
static bool pointers() {
  Ranges R;
  R.add(std::string(40, 'n'), 5);
  return R.Names.size() == 5 && R.Names[4] == std::string(40, 'n');
}

// The first one moves in, the others are copies of it.
struct Parts {
  std::vector<std::string> Names;
  // CHECK-LABEL: void add(std::string Name, unsigned Count) {
  // CHECK: if (First) {
  // CHECK-NEXT: Names.push_back(*First);
  // CHECK-NEXT: First = &*Names.rbegin();
  // CHECK-NEXT: } else {
  void add(std::string Name, unsigned Count) {
    std::string *First = nullptr;
    while (Count--) {
      if (First) {
        Names.push_back(*First);
      } else {
        Names.push_back(std::string());
        First = &*Names.rbegin();
        std::swap(*First, Name);
      }
    }
  }
};
static bool moved() {
  Parts P;
  P.add(std::string(40, 'm'), 5);
  return P.Names.size() == 5 && P.Names[4] == std::string(40, 'm');
}

static bool iterators() {
  std::vector<int> V(3, 1);
  V.shrink_to_fit();
  std::vector<int>::iterator It;
  // CHECK-LABEL: iterators() {
  // CHECK: V.push_back(2);
  // CHECK-NEXT: It = V.begin();
  It = V.begin();
  V.push_back(2);
  return *It == 1;
}

CASES(CASE(pointers) CASE(moved) CASE(iterators))
