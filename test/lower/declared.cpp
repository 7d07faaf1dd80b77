// RUN: %holdfast lower --text %s -- -std=c++17 | FileCheck %s
//
// Where members and globals are declared that functions name and that may be containers.
#include <map>
#include <vector>

extern std::vector<int> all; // The first of two declarations.
std::vector<int> all;
std::vector<int> unnamed; // Nobody names it.
static int counter;       // No container.

struct Base {
  std::vector<int> *items;
};
template <class T> struct Queue : Base {
  std::map<int, T> waiting[2];
  std::vector<T> unused; // Nobody names it.
  int limit;
  void pop() {
    static std::vector<int> popped;
    popped.push_back(limit);
    items->pop_back();
    waiting[0].clear();
    all.clear();
    ++counter;
  }
};
template struct Queue<int>;
template struct Queue<long>;

// CHECK: declared "c:@S@Queue>#I@F@pop#@popped" @20:5-20:35
// CHECK-NEXT: declared "c:@S@Queue>#L@F@pop#@popped" @20:5-20:35
// CHECK-NEXT: declared "c:@all" @7:1-7:28
// CHECK-NEXT: declared "items" of "Base" @13:3-13:26
// CHECK-NEXT: declared "waiting" of "Queue" @16:3-16:30
// CHECK-EMPTY:
