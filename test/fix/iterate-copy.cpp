// A loop over iterators, during which somebody changes the container, goes over a copy.
// RUN: %fix_check --all --std=c++98,c++11,c++17 %s %t
// RUN: cp %s %t.same.cpp && not %holdfast --fix %t.same.cpp -- -std=c++17 -I%S/Inputs
// RUN: diff %s %t.same.cpp
#include "Cases.h"
#include <map>
#include <set>
#include <string>
#include <vector>

struct Observer {
  virtual ~Observer() {}
  virtual void changed() = 0;
};
struct Subject {
  std::vector<Observer *> Observers;
  void add(Observer *O) { Observers.push_back(O); }
  // CHECK-LABEL: void notify() {
  // CXX98-NEXT: std::vector<Observer *> copy = Observers;
  // CXX11-NEXT: auto copy = Observers;
  // CXX17-NEXT: auto copy = Observers;
  // CHECK-NEXT: // All that were there.
  // CHECK-NEXT: for (std::vector<Observer *>::iterator I = copy.begin(); I != copy.end(); ++I)
  // CHECK-NEXT: (*I)->changed();
  void notify() {
    // All that were there.
    for (std::vector<Observer *>::iterator I = Observers.begin(); I != Observers.end(); ++I)
      (*I)->changed();
  }
};
struct Doubled : Observer {
  Subject &From;
  int Calls;
  explicit Doubled(Subject &From) : From(From), Calls(0) { From.add(this); }
  void changed() {
    ++Calls;
    From.add(this);
  }
};
static bool observers() {
  Subject S;
  Doubled A(S), B(S), C(S);
  S.notify();
  return A.Calls == 1 && B.Calls == 1 && C.Calls == 1 && S.Observers.size() == 6;
}

// What it goes over is what a function returns; who is removed is the element at hand.
class Names {
  std::set<std::string> All;

public:
  const std::set<std::string> &all() const { return All; }
  void add(const std::string &Name) { All.insert(Name); }
  void remove(const std::string &Name) { All.erase(Name); }
  // CHECK-LABEL: void leave(const std::string &Who) {
  // CXX98: const std::set<std::string> copy = all();
  // CXX11: const auto copy = all();
  // CXX17: const auto copy = all();
  // CHECK-NEXT: for (std::set<std::string>::const_iterator I = copy.begin(); I != copy.end(); ++I) {
  // CHECK-NEXT: if (*I == Who)
  // CHECK-NEXT: remove(*I);
  void leave(const std::string &Who) {
    if (!Who.empty()) {
      for (std::set<std::string>::const_iterator I = all().begin(); I != all().end(); ++I) {
        if (*I == Who)
          remove(*I);
      }
    }
  }
};
static bool names() {
  Names N;
  N.add("a");
  N.add("b");
  N.leave("a");
  return N.all().size() == 1;
}

// By a pointer, with an end that is kept.
struct Table {
  std::map<int, int> *Entries;
  void drop(int Key) { Entries->erase(Key); }
  // CHECK-LABEL: int sum() {
  // CXX98: std::map<int, int> copy = *Entries;
  // CXX11: auto copy = *Entries;
  // CHECK: for (std::map<int, int>::iterator I = copy.begin(), End = copy.end(); I != End; I++) {
  // CHECK-NEXT: Sum += I->second;
  // CHECK-NEXT: drop(I->first);
  int sum() {
    int Sum = 0;
    for (std::map<int, int>::iterator I = Entries->begin(), End = Entries->end(); I != End; I++) {
      Sum += I->second;
      drop(I->first);
    }
    return Sum;
  }
};
static bool table() {
  std::map<int, int> M;
  M[1] = 2;
  M[3] = 4;
  Table T = {&M};
  return T.sum() == 6 && M.empty();
}

CASES(CASE(observers) CASE(names) CASE(table))
