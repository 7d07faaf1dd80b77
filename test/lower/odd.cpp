// RUN: not %holdfast lower --text %s -- -std=c++17 -ferror-limit=0 2>%t | FileCheck %s
//
// Code that does not parse, and valid code that looks like something else: no crash.
struct Odd {
  Odd &operator*();
  Odd &operator+();
  Odd &operator++();
};
void unaryPlus(Odd t) { +t; }
// CHECK-LABEL: function "unaryPlus"
// CHECK: call {{.*}}name "Odd::operator+" recv %t

void broken() {
  int n = 1;
  unknown_t v = n;
  int c(v);
}
// CHECK-LABEL: function "broken"

// Nobody knows which destructor the member has.
struct Missing;
struct Incomplete {
  ~Incomplete() {}
  Missing member;
};
void afterwards() {}
// CHECK-NOT: Incomplete::~Incomplete
// CHECK-LABEL: function "afterwards"
