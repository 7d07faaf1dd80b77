// RUN: %holdfast lower --text %s -- -std=c++17 | FileCheck %s
// RUN: %holdfast lower --text %s -- -std=c++17 -DDESTROYED | FileCheck %s
//
// A destructor that the compiler writes is a function when user code runs in it: members in reverse
// order, then bases. What the translation unit does with the class makes no difference.
#include <memory>
#include <string>
#include <vector>

struct Job {
  ~Job();
};
struct Base {
  virtual ~Base() {}
};
struct Other {
  std::string name;
};
struct Server : Other, Base {
  Job first;
  std::unique_ptr<int> number;
  std::vector<Job> jobs;
  Job three[3];
  std::string name;
};
struct Outer {
  Server server;
};
template <class T> struct Holder {
  T held;
};
struct Plain {
  std::string name;
  std::vector<int> numbers;
};
struct Defaulted {
  Job job;
  ~Defaulted() = default;
};
struct Tree {
  std::vector<Tree> children;
  std::shared_ptr<Job> job;
};
struct Written {
  Job job;
  std::string name;
  ~Written() { name.clear(); }
};
struct Leaf final : Base {};

void use(Holder<Job> *, Holder<Job> &h) {
  sizeof(h);
#ifdef DESTROYED
  Server s;
  Outer o;
  Holder<Job> j;
  Plain p;
  Defaulted d;
  Tree t;
  Leaf l;
#endif
}
Holder<Job> *made = nullptr;
int size = sizeof(Holder<Job>);

// CHECK-LABEL: function "Base::~Base" usr "c:@S@Base@F@~Base#" class "c:@S@Base" virtual destructor @
// CHECK-NOT: function "Other::~Other"

// CHECK-LABEL: function "Server::~Server" usr "c:@S@Server@F@~Server#" class "c:@S@Server" virtual destructor overrides "c:@S@Base@F@~Base#" @
// CHECK-NEXT: block 0:
// CHECK-NEXT: destroy this.name@Server @
// CHECK-NEXT: destroy this.three@Server.[] calls "c:@S@Job@F@~Job#"
// CHECK-NEXT: op std::vector::{dtor}() recv this.jobs@Server calls "c:@S@Job@F@~Job#"
// CHECK-NEXT: destroy this.jobs@Server @
// CHECK-NEXT: op std::unique_ptr::{dtor}() recv this.number@Server @
// CHECK-NEXT: destroy this.number@Server @
// CHECK-NEXT: destroy this.first@Server calls "c:@S@Job@F@~Job#"
// CHECK-NEXT: call "c:@S@Base@F@~Base#" name "Base::~Base" recv this @
// CHECK-NEXT: exit

// CHECK-LABEL: function "Outer::~Outer" usr "c:@S@Outer@F@~Outer#" class "c:@S@Outer" destructor @
// CHECK: destroy this.server@Outer calls "c:@S@Server@F@~Server#"

// CHECK-LABEL: function "Holder::~Holder" usr "c:@S@Holder>#$@S@Job@F@~Holder#"
// CHECK: destroy this.held@Holder calls "c:@S@Job@F@~Job#"

// CHECK-NOT: Plain

// CHECK-LABEL: function "Defaulted::~Defaulted"
// CHECK-NEXT: block 0:
// CHECK-NEXT: destroy this.job@Defaulted calls "c:@S@Job@F@~Job#"
// CHECK-NEXT: exit

// CHECK-LABEL: function "Tree::~Tree"
// CHECK: op std::shared_ptr::{dtor}() recv this.job@Tree calls "c:@S@Job@F@~Job#"
// CHECK: op std::vector::{dtor}() recv this.children@Tree calls "c:@S@Tree@F@~Tree#"

// CHECK-LABEL: function "Written::~Written"
// CHECK: op std::basic_string::clear() recv this.name@Written
// CHECK-NEXT: destroy this.name@Written
// CHECK-NEXT: destroy this.job@Written calls "c:@S@Job@F@~Job#"
// CHECK-NEXT: exit

// CHECK-LABEL: function "Leaf::~Leaf" usr "c:@S@Leaf@F@~Leaf#" class "c:@S@Leaf" virtual destructor overrides "c:@S@Base@F@~Base#"
// CHECK: call "c:@S@Base@F@~Base#" name "Base::~Base" recv this

void deletes(Base *b, Server *s, Job *j, Plain *p, Outer *o) {
  delete b;
  delete s;
  delete j;
  delete p;
  delete o;
}
// CHECK-LABEL: function "deletes"
// CHECK: release %b calls virtual "c:@S@Base@F@~Base#"
// CHECK: release %s calls virtual "c:@S@Server@F@~Server#"
// CHECK: release %j calls "c:@S@Job@F@~Job#"
// CHECK: release %p @
// CHECK: release %o calls "c:@S@Outer@F@~Outer#"

void locals() {
  Server s;
  Holder<Job> h;
}
// CHECK-LABEL: function "locals"
// CHECK: destroy %h calls "c:@S@Holder>#$@S@Job@F@~Holder#"
// CHECK: destroy %s calls "c:@S@Server@F@~Server#"
