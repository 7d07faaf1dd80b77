// RUN: %holdfast lower --text %s -- -std=c++20 | FileCheck %s
//
// An operation that destroys elements names the destructor that runs for each, when user code runs in it.
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <stack>
#include <string>
#include <vector>

struct Job {
  Job();
  Job(const Job &);
  Job &operator=(const Job &);
  ~Job();
};

void vectors(std::vector<Job> &v, std::vector<Job> &w) {
  v.erase(v.begin());
  v.clear();
  v.pop_back();
  v = w;
  v.assign(3, Job());
  v.push_back(Job());
  v.reserve(3);
  std::erase_if(v, [](const Job &) { return true; });
}
// CHECK-LABEL: function "vectors"
// CHECK: op std::vector::erase(I) recv %v args %{{[0-9]+}} calls "c:@S@Job@F@~Job#"
// CHECK: op std::vector::clear() recv %v calls "c:@S@Job@F@~Job#"
// CHECK: op std::vector::pop_back() recv %v calls "c:@S@Job@F@~Job#"
// CHECK: op std::vector::operator=(C) recv %v args &%w calls "c:@S@Job@F@~Job#"
// CHECK: op std::vector::assign({{.*}} calls "c:@S@Job@F@~Job#"
// CHECK: op std::vector::push_back(
// CHECK-NOT: calls
// CHECK-SAME: @
// CHECK: op std::vector::reserve(N) recv %v args 3 @
// CHECK: op std::vector::std::erase_if({{.*}} calls "c:@S@Job@F@~Job#"

void others(std::map<std::string, std::shared_ptr<Job>> &m, std::map<Job *, std::vector<Job>> &n,
            std::deque<std::pair<int, Job>> &d, std::stack<std::unique_ptr<Job>> &s,
            std::vector<Job *> &raw, std::vector<int> &numbers) {
  m.erase("a");
  n.clear();
  d.pop_front();
  s.pop();
  raw.clear();
  numbers.clear();
}
// CHECK-LABEL: function "others"
// CHECK: op std::map::erase({{.*}} calls "c:@S@Job@F@~Job#"
// CHECK: op std::map::clear() recv %n calls "c:@S@Job@F@~Job#"
// CHECK: op std::deque::pop_front() recv %d calls "c:@S@Job@F@~Job#"
// CHECK: op std::stack::pop() recv %s calls "c:@S@Job@F@~Job#"
// CHECK: op std::vector::clear() recv %raw @
// CHECK: op std::vector::clear() recv %numbers @

struct Base {
  virtual ~Base() = default;
};
void pointers(std::unique_ptr<Base> &b, std::shared_ptr<Job> &j, std::optional<Job> &o,
              std::unique_ptr<int> &i, std::weak_ptr<Job> &w) {
  b.reset();
  j.reset();
  o.reset();
  i.reset();
  w.reset();
  (void)b.get();
}
// CHECK-LABEL: function "pointers"
// CHECK: op std::unique_ptr::reset() recv %b calls "c:@S@Base@F@~Base#"
// CHECK: op std::shared_ptr::reset() recv %j calls "c:@S@Job@F@~Job#"
// CHECK: op std::optional::reset() recv %o calls "c:@S@Job@F@~Job#"
// CHECK: op std::unique_ptr::reset() recv %i @
// CHECK: op std::weak_ptr::reset() recv %w @
// CHECK: op std::unique_ptr::get() recv %b @

void locals() {
  std::vector<Job> jobs;
  std::vector<int> numbers;
  std::unique_ptr<Job> job;
}
// CHECK-LABEL: function "locals"
// CHECK: destroy %job @
// CHECK-NEXT: destroy %numbers @
// CHECK-NEXT: op std::vector::{dtor}() recv %jobs calls "c:@S@Job@F@~Job#"
// CHECK-NEXT: destroy %jobs @

struct Row {
  std::vector<Job> jobs;
};
void members(Row &a, const Row &b) { a = b; }
// CHECK-LABEL: function "members"
// CHECK: op std::vector::operator=(C) recv %a.jobs@Row args &%b.jobs@Row calls "c:@S@Job@F@~Job#"

void temporaries(std::unique_ptr<Job> make()) { make(); }
// CHECK-LABEL: function "temporaries"
// CHECK: op std::unique_ptr::{dtor}() recv [[T:%[0-9]+]] calls "c:@S@Job@F@~Job#"
// CHECK-NEXT: destroy [[T]]
