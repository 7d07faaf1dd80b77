// RUN: %holdfast lower --text %s -- -std=c++17 | FileCheck %s
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct Holder {
  std::vector<int> v;
  Holder *parent;
  std::vector<int> &alias;
  Holder(std::vector<int> a, Holder &p) : v(std::move(a)), parent(&p), alias(p.v) { alias.clear(); }
};
// CHECK-LABEL: function "Holder::Holder"
// CHECK: op std::vector::{ctor}(M) recv [[T:%[0-9]+]] args &%a
// CHECK: op std::vector::{ctor}(M) recv this.v@Holder args &[[T]]
// CHECK: assign this.parent@Holder = &%p
// CHECK: assign this.alias@Holder = &%p.v@Holder
// A member of reference type is stored like a pointer.
// CHECK: op std::vector::clear() recv this.alias@Holder.*

std::vector<int> make();
void inPlace(std::vector<int> &v) {
  std::vector<int> copy = v;
  auto made = make();
  std::string s = "x";
  std::string_view view = s;
}
// CHECK-LABEL: function "inPlace"
// CHECK: op std::vector::{ctor}(C) recv %copy args &%v
// CHECK: %made = call {{.*}}name "make"
// CHECK: op std::basic_string::{ctor}(V) recv %s
// CHECK: op std::basic_string_view::{ctor}(C) recv %view args &%s
// CHECK: destroy %s
// CHECK: destroy %made
// CHECK: destroy %copy

struct Range {
  std::vector<int>::iterator first, last;
  int count = 0;
};
void aggregate(std::vector<int> &v) { Range r{v.begin(), v.end()}; }
// CHECK-LABEL: function "aggregate"
// CHECK: assign %r = ?
// CHECK-NEXT: assign %r.first@Range = %{{[0-9]+}}
// CHECK-NEXT: assign %r.last@Range = %{{[0-9]+}}

struct Row {
  std::vector<int> cells;
  std::string name;
};
void memberWise(Row &x, Row &y) {
  x = y;
  Row z = std::move(x);
}
// What a defaulted copy or move does to the containers among the members.
// CHECK-LABEL: function "memberWise"
// CHECK: assign %x = %y
// CHECK-NEXT: op std::vector::operator=(C) recv %x.cells@Row args &%y.cells@Row
// CHECK-NEXT: op std::basic_string::operator=(C) recv %x.name@Row args &%y.name@Row
// CHECK-NEXT: assign %z = %x
// CHECK-NEXT: op std::vector::{ctor}(M) recv %z.cells@Row args &%x.cells@Row

struct Cell {
  int row, column;
  bool seen;
  Cell(const int &r, int c) : row(std::move(r)), column(c), seen(c > 0) {}
};
void fromArguments(int r, int c) { Cell cell(r, c); }
// CHECK-LABEL: function "fromArguments"
// CHECK: call {{.*}}name "Cell::Cell" recv %cell
// CHECK-NEXT: assign %cell.row@Cell = %r
// CHECK-NEXT: assign %cell.column@Cell = %c
// What a body computes is not followed.
// CHECK-NOT: seen@Cell
