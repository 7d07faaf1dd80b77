// RUN: %holdfast lower --text %s -- -std=c++17 | FileCheck %s
//
// A method that only names a part of the object is that part.
#include <memory>
#include <vector>

class Registry {
public:
  static Registry &instance() {
    static Registry R;
    return R;
  }
  std::vector<int> &items() { return items_; }
  std::vector<int> &shared() const { return *shared_; }
  std::vector<int> copy() const { return items_; }
  std::shared_ptr<std::vector<int>> owner() const { return owner_; }
  virtual std::vector<int> &open() { return items_; }

private:
  std::vector<int> items_;
  std::unique_ptr<std::vector<int>> shared_;
  std::shared_ptr<std::vector<int>> owner_;
};

void use(Registry &r) {
  Registry::instance().items().clear();
  r.shared().clear();
  r.copy().clear();
  r.open().clear();
  r.owner()->clear();
}
// CHECK-LABEL: function "use"
// CHECK: op std::vector::clear() recv @"c:{{.*}}@S@Registry@F@instance#S@R".items_@Registry
// CHECK: op std::vector::clear() recv %r.shared_@Registry.*
// CHECK: [[C:%[0-9]+]] = call "c:@S@Registry@F@copy#1"
// CHECK: op std::vector::clear() recv [[C]]
// CHECK: [[O:%[0-9]+]] = call virtual "c:@S@Registry@F@open#"
// CHECK: op std::vector::clear() recv [[O]]
// A copy of an owner that stays: the pointer itself.
// CHECK: op std::vector::clear() recv %r.owner_@Registry.*
