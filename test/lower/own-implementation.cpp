// RUN: %holdfast lower --text %s -- -std=c++17 | FileCheck %s
//
// The tables describe a class from outside: in its own methods, calls on *this are ordinary calls.
namespace llvm {
template <class T> class SmallVector {
public:
  T *begin();
  T *end();
  void push_back(const T &);
  void grow() {
    T *last = end();
    push_back(*last);
  }
};
} // namespace llvm

struct Derived : llvm::SmallVector<int> {
  void twice() { push_back(1); }
};
void use(llvm::SmallVector<int> &v) {
  v.grow();
  v.push_back(2);
}
// CHECK-LABEL: function "SmallVector::grow"
// CHECK: call {{.*}}name "SmallVector::end" recv this
// CHECK: call {{.*}}name "SmallVector::push_back" recv this
// CHECK-LABEL: function "Derived::twice"
// CHECK: op llvm::SmallVector::push_back(N) recv this args 1
// CHECK-LABEL: function "use"
// CHECK: op llvm::SmallVector::push_back(N) recv %v
