// RUN: %holdfast lower --text %s -- -std=c++17 | FileCheck %s
//
// What threads run, and the locks that attributes name.
#include <vector>
struct __attribute__((capability("mutex"))) Mutex {
  void lock() __attribute__((acquire_capability()));
  bool tryLock() __attribute__((try_acquire_capability(true)));
  int tryOrFail() __attribute__((try_acquire_capability(0)));
  void unlock() __attribute__((release_capability()));
};
struct __attribute__((scoped_lockable)) Guard {
  explicit Guard(Mutex &m) __attribute__((acquire_capability(m)));
  ~Guard() __attribute__((release_capability()));
  void unlock() __attribute__((release_capability()));
};
struct Box {
  Mutex &mutex() { return own; }
  Mutex own;
};
struct Queue {
  Mutex mutex;
  Box box;
  void pop() __attribute__((requires_capability(mutex))) {}
  void both(Mutex *other) __attribute__((requires_shared_capability(mutex, other))) {}
  void boxed() __attribute__((requires_capability(box.mutex()))) {}
  void hand() __attribute__((acquire_capability(mutex)));
  void unchecked() __attribute__((no_thread_safety_analysis)) {}
  void use() {
    jobs.clear();
    boxes.clear();
    owned->clear();
    shown->clear();
    plain.clear();
    all.clear();
  }
  Mutex *given;
  std::vector<int> jobs __attribute__((guarded_by(mutex)));
  std::vector<int> boxes __attribute__((guarded_by(box.mutex()), guarded_by(given)));
  std::vector<int> *owned __attribute__((pt_guarded_by(*given)));
  std::vector<int> *shown __attribute__((guarded_by(mutex)));
  std::vector<int> plain;
  static Mutex shared;
  static std::vector<int> all __attribute__((guarded_by(shared)));
};
// The locks that declarations name. What guards a pointer, does not guard what it leads to.
// CHECK: declared "c:@S@Queue@all" guarded-by @"c:@S@Queue@shared"
// CHECK: declared "boxes" of "Queue" guarded-by this.box@Queue.own@Box, this.given@Queue
// CHECK: declared "jobs" of "Queue" guarded-by this.mutex@Queue
// CHECK: declared "owned" of "Queue" guarded-by this.given@Queue.*
// CHECK: declared "plain" of "Queue" @
// CHECK: declared "shown" of "Queue" @
// CHECK-LABEL: function "Queue::pop"
// CHECK: op clang::requires_capability(V) args &this.mutex@Queue
// CHECK-LABEL: function "Queue::both"
// CHECK: op clang::requires_shared_capability(VV) args &this.mutex@Queue, &%other
// CHECK-LABEL: function "Queue::boxed"
// CHECK: op clang::requires_capability(V) args &this.box@Queue.own@Box
// CHECK-LABEL: function "Queue::unchecked"
// CHECK: op clang::no_thread_safety_analysis

void use(Queue &q, Mutex &m) {
  m.lock();
  m.unlock();
  bool got = m.tryLock();
  int failed = m.tryOrFail();
  q.hand();
  Guard guard(m);
  guard.unlock();
}
// CHECK-LABEL: function "use"
// CHECK: call {{.*}} name "Mutex::lock" recv %m
// CHECK-NEXT: op clang::acquire_capability(V) args &%m
// CHECK-NEXT: call {{.*}} name "Mutex::unlock" recv %m
// CHECK-NEXT: op clang::release_capability(V) args &%m
// CHECK-NEXT: [[GOT:%.*]] = call {{.*}} name "Mutex::tryLock" recv %m
// CHECK-NEXT: [[GOT]] = op clang::try_acquire_capability(V) args &%m
// CHECK: [[FAILED:%.*]] = call {{.*}} name "Mutex::tryOrFail" recv %m
// CHECK-NEXT: [[FAILED]] = op clang::try_acquire_capability_or_true(V) args &%m
// CHECK: call {{.*}} name "Queue::hand" recv %q
// CHECK-NEXT: op clang::acquire_capability(V) args &%q.mutex@Queue
// CHECK: call {{.*}} name "Guard::Guard" recv %guard args &%m
// CHECK-NEXT: op clang::scoped_lockable::{ctor}(V) recv %guard args &%m
// CHECK-NEXT: call {{.*}} name "Guard::unlock" recv %guard
// CHECK-NEXT: op clang::release_capability(V) args &%guard
// CHECK: destroy %guard

class QThread {
public:
  virtual ~QThread();
  void start(int priority = 7);

protected:
  virtual void run();
};
class Worker : public QThread {
public:
  explicit Worker(int n) : n(n) {}
  void restart() { start(); }

protected:
  void run() override { ++n; }

private:
  int n;
};
// CHECK-LABEL: function "Worker::restart"
// CHECK: closure [[BODY:%.*]] = "{{.*}}"
// CHECK-NEXT: op QThread::start(F) recv this args [[BODY]]
void begin() {
  Worker worker(1);
  worker.start(1);
}
// CHECK-LABEL: function "begin"
// CHECK: call {{.*}} name "Worker::Worker" recv %worker
// CHECK: closure [[BOUND:%.*]] = "{{.*}}" captures &%worker
// CHECK-NEXT: op QThread::start(F) recv %worker args [[BOUND]]
