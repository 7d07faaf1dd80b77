// The rules about threads, as far as one unit tells, in both clang-tidy.
//
// RUN: %tidy22 -checks='-*,holdfast-*,holdfast-check-then-act' %s -- -std=c++17 -I%src/runtime/include > %t.22
// RUN: %tidy19 -checks='-*,holdfast-*,holdfast-check-then-act' %s -- -std=c++17 -I%src/runtime/include > %t.19
// RUN: FileCheck %s --implicit-check-not='{{^[^|]*}}warning:' < %t.22
// RUN: FileCheck %s --implicit-check-not='{{^[^|]*}}warning:' < %t.19
#include <holdfast/checked.hpp>
#include <holdfast/map.hpp>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <vector>

void twoThreads(std::vector<int> &results) {
  std::thread worker([&] { results.push_back(1); });
  results.clear();
  worker.join();
  results.clear();
}
// CHECK: threads.cpp:[[#@LINE-4]]:3: warning: clearing 'results' while another thread is inserting into 'results', without a common lock [holdfast-unsynchronized-mutation]
// CHECK: threads.cpp:[[#@LINE-6]]:28: note: the other access
// CHECK: threads.cpp:[[#@LINE-7]]:15: note: the thread is started here
// CHECK: note: hold one lock at all accesses

class Sessions {
public:
  void open(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    all[id] = 1;
  }
  void close(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    all.erase(id);
  }
  int first() {
    std::lock_guard<std::mutex> guard(mutex);
    return all.begin()->second;
  }
  void reset() { all.clear(); }
  // CHECK: threads.cpp:[[#@LINE-1]]:18: warning: clearing 'all' without 'mutex', which 4 of the 5 functions that use it hold [holdfast-inconsistent-lock]
  int *find(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    return &all[id];
  }
  // CHECK: threads.cpp:[[#@LINE-2]]:{{[0-9]+}}: warning: {{.*}} [holdfast-escaping-guarded-reference]
  void openOnce(int id) {
    {
      std::lock_guard<std::mutex> guard(other);
      if (seen.count(id))
        return;
    }
    std::lock_guard<std::mutex> guard(other);
    seen[id] = 1;
  }
  // CHECK: threads.cpp:[[#@LINE-2]]:{{[0-9]+}}: warning: {{.*}} [holdfast-check-then-act]

private:
  std::mutex mutex, other;
  std::map<int, int> all, seen;
};

class Jobs {
public:
  void add(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    all.push_back(id);
  }
  void clear() { all.clear(); }
  // CHECK: threads.cpp:[[#@LINE-1]]:18: warning: clearing 'all' without 'mutex', which guards it, as its declaration says [holdfast-inconsistent-lock]
  // CHECK: threads.cpp:[[#@LINE+4]]:{{[0-9]+}}: note: declared here, guarded by 'mutex'

private:
  std::mutex mutex;
  std::vector<int> all __attribute__((guarded_by(mutex)));
};

// Our own containers: what one may do at any time, and what not.
int concurrent(holdfast::map<int, int> &other) {
  holdfast::map<int, int> m;
  std::thread worker([&] { m[1] = 2; });
  for (const auto &[key, value] : m)
    if (value)
      m.erase(key);
  m.clear();
  if (!other.contains(3))
    other.insert({3, 3});
  // CHECK: threads.cpp:[[#@LINE-1]]:5: warning: inserting into 'other' because of an earlier check; another thread may have changed 'other' since [holdfast-check-then-act]
  m = other;
  // CHECK: threads.cpp:[[#@LINE-1]]:{{[0-9]+}}: warning: assigning to 'm' while another thread is {{.*}} 'm', without a common lock [holdfast-unsynchronized-mutation]
  worker.join();
  return m.size();
}
void checked() {
  holdfast::checked<std::map<int, int>> c;
  std::thread worker([&] { c[1] = 2; });
  c.erase(2);
  // CHECK: threads.cpp:[[#@LINE-1]]:3: warning: erasing from 'c' while another thread is inserting into 'c', without a common lock [holdfast-unsynchronized-mutation]
  worker.join();
}

class Table {
public:
  void put(int id) {
    std::shared_lock<std::shared_mutex> guard(mutex);
    rows[id] = 1;
  }
  // CHECK: threads.cpp:[[#@LINE-2]]:{{[0-9]+}}: warning: {{.*}} while only a shared lock of 'mutex' is held; {{.*}} [holdfast-unsynchronized-mutation]
  bool has(int id) {
    std::shared_lock<std::shared_mutex> guard(mutex);
    return rows.count(id);
  }

private:
  std::shared_mutex mutex;
  std::map<int, int> rows;
};
