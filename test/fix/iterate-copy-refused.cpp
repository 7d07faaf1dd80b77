// A copy would be changed instead of the element, or be gone while something refers into it: there is no fix.
// RUN: cp %s %t.cpp && not %holdfast --fix=all %t.cpp -- -std=c++17 > %t.txt 2>&1
// RUN: FileCheck %s < %t.txt
// RUN: diff %s %t.cpp
// CHECK-NOT: note: possible fix: iterate a copy
// CHECK: fixed 0 of 11 findings in 0 files
#include <string>
#include <vector>

struct Item {
  int Value = 0;
  std::string Name;
  void touch() { ++Value; }
};
std::vector<Item> Items;
const std::vector<Item> &all() { return Items; }
std::vector<Item> &allOf(int I);
void add() { Items.push_back({}); }

void changesElement() {
  for (auto It = Items.begin(); It != Items.end(); ++It) {
    It->Value = 1;
    add();
  }
}

void callsChanging() {
  for (auto It = Items.begin(); It != Items.end(); ++It) {
    (*It).touch();
    add();
  }
}

void movesOn() {
  for (auto It = Items.begin(); It != Items.end(); ++It) {
    add();
    if (It->Value)
      ++It;
  }
}

int distance() {
  int Sum = 0;
  for (auto It = Items.begin(); It != Items.end(); ++It) {
    add();
    Sum += It - Items.begin();
  }
  return Sum;
}

const Item *address(int Value) {
  for (auto It = Items.begin(); It != Items.end(); ++It) {
    add();
    if (It->Value == Value)
      return &*It;
  }
  return nullptr;
}

const std::string &reference(int Value) {
  static std::string None;
  for (auto It = all().begin(); It != all().end(); ++It) {
    add();
    if (It->Value == Value)
      return It->Name;
  }
  return None;
}

// The same in a range-for.
const Item *addressInRange(int Value) {
  for (const Item &I : Items) {
    add();
    if (I.Value == Value)
      return &I;
  }
  return nullptr;
}

const std::string &referenceInRange(int Value) {
  static std::string None;
  for (const Item &I : Items) {
    add();
    if (I.Value == Value)
      return I.Name;
  }
  return None;
}

#define EACH(It) for (auto It = Items.begin(); It != Items.end(); ++It)
void byMacro() {
  EACH(It)
  add();
}
