// What was obtained before a change is not used after it: by key, or a copy.
// RUN: %fix_check --all --std=c++11,c++17 %s %t
#include "Cases.h"
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

// The iterator is only needed to erase: its key says the same.
struct Jobs {
  std::map<int, std::string> All;
  void finish() { All.clear(); }
  // CHECK-LABEL: void run(int Id) {
  // CHECK: finish();
  // CHECK-NEXT: All.erase(Id);
  void run(int Id) {
    auto It = All.find(Id);
    if (It == All.end())
      return;
    finish();
    All.erase(It);
  }
};
static bool erasure() {
  Jobs J;
  J.All[1] = "a";
  J.run(1);
  return J.All.empty();
}

// The key in a variable.
struct Lists {
  std::map<int, int> All;
  void change() { All.clear(); }
  // CHECK-LABEL: void drop() {
  // CHECK: int Key = It->first;
  // CHECK-NEXT: change();
  // CHECK-NEXT: All.erase(Key);
  void drop() {
    auto It = All.begin();
    int Key = It->first;
    change();
    All.erase(It);
    All[Key] = 1;
  }
};
static bool variable() {
  Lists L;
  L.All[3] = 1;
  L.drop();
  return L.All.size() == 1;
}

// The value, too, and no name for the key.
struct Tags {
  struct Set {
    std::string Name;
  };
  std::map<int, Set> All;
  std::string Last;
  bool handle() {
    All.clear();
    return true;
  }
  // CHECK-LABEL: void message(const int *From) {
  // CHECK: const auto key = It->first;
  // CHECK-NEXT: const auto value = It->second;
  // CHECK-NEXT: if (handle())
  // CHECK-NEXT: Last = value.Name;
  // CHECK-NEXT: All.erase(key);
  void message(const int *From) {
    auto It = All.find(*From);
    if (It != All.end()) {
      if (handle())
        Last = It->second.Name;
      All.erase(It);
    }
  }
};
static bool value() {
  Tags T;
  int One = 1;
  T.All[One].Name = std::string(40, 'x');
  T.message(&One);
  return T.Last.size() == 40 && T.All.empty();
}

// A reference that is only read.
static bool references() {
  std::vector<std::string> Names(1, std::string(40, 'n'));
  // CHECK-LABEL: references() {
  // CHECK: const auto Name = Names[0];
  const auto &Name = Names[0];
  Names.clear();
  Names.shrink_to_fit();
  return Name.size() == 40 && Name[3] == 'n';
}

CASES(CASE(erasure) CASE(variable) CASE(value) CASE(references))
