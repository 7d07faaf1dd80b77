// RUN: %holdfast lower --text %s -- -std=c++17 | FileCheck %s --implicit-check-not=destroy
// RUN: %holdfast lower --text %s -- -std=c++14 | FileCheck %s --implicit-check-not=destroy
// What a member, a part of an aggregate or an object on the heap is initialized with is no
// temporary that ends.
struct Handle {
  explicit Handle(int);
  Handle(Handle &&) noexcept;
  ~Handle();
};
struct Two {
  Handle a, b;
};

// CHECK-LABEL: function "Two::~Two"
// CHECK: destroy this.b@Two
// CHECK: destroy this.a@Two

struct Members {
  Handle array[2];
  Two two;
  Handle one;
  Handle either;
  // CHECK-LABEL: function "Members::Members"
  // CHECK: exit
  explicit Members(bool c)
      : array{Handle(1), Handle(2)}, two{Handle(3), Handle(4)}, one(Handle(5)),
        either(c ? Handle(6) : Handle(7)) {}
  ~Members();
};

// CHECK-LABEL: function "make"
// CHECK: exit
Two make() { return {Handle(1), Handle(2)}; }
// CHECK-LABEL: function "one"
// CHECK: exit
Handle one() { return Handle(1); }

// CHECK-LABEL: function "onTheHeap"
// CHECK: exit
void onTheHeap() {
  new Two{Handle(1), Handle(2)};
  new Handle(Handle(3));
}

// CHECK-LABEL: function "variable"
// CHECK: destroy %two
// CHECK: exit
void variable() { Two two{Handle(1), Handle(2)}; }

// What somebody else copies does end.
struct Taker {
  int n;
  // CHECK-LABEL: function "Taker::Taker"
  // CHECK: destroy %{{[0-9]+}} calls
  // CHECK: exit
  explicit Taker(int i) : n(count(Handle(i))) {}
  static int count(const Handle &);
};

// So does an aggregate that is one itself, with its parts.
void take(const Two &);
// CHECK-LABEL: function "temporary"
// CHECK: call {{.*}} name "take"
// CHECK-NEXT: destroy %{{[0-9]+}} calls "c:@S@Two@F@~Two#"
// CHECK-NEXT: exit
void temporary() { take(Two{Handle(1), Handle(2)}); }

// A parameter is ended by who made it: the caller.
// CHECK-LABEL: function "parameter"
// CHECK: exit
int parameter(Handle given) { return 1; }
// CHECK-LABEL: function "caller"
// CHECK: call {{.*}} name "parameter" args [[G:%[0-9]+]]
// CHECK-NEXT: destroy [[G]] calls
// CHECK-NEXT: exit
void caller() { parameter(Handle(1)); }
