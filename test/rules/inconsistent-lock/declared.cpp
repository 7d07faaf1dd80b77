//===- declared.cpp - guarded_by, read as a fact ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <vector>

#define GUARDED_BY(x) __attribute__((guarded_by(x)))
#define PT_GUARDED_BY(x) __attribute__((pt_guarded_by(x)))
#define EXCLUSIVE_LOCKS_REQUIRED(...) __attribute__((exclusive_locks_required(__VA_ARGS__)))
#define NO_THREAD_SAFETY_ANALYSIS __attribute__((no_thread_safety_analysis))
#define LOCK_RETURNED(x) __attribute__((lock_returned(x)))

// One use with the lock and one without: no custom, but the declaration says which is wrong.
class Rare {
public:
  void add(int x) {
    std::lock_guard<std::mutex> guard(mutex);
    items.push_back(x);
  }
  void clear() { items.clear(); } // finding: inconsistent-lock likely "clearing 'items' without 'mutex', which guards it, as its declaration says"

private:
  std::mutex mutex;
  std::vector<int> items GUARDED_BY(mutex); // note: "declared here, guarded by 'mutex'"
};

// Nobody holds it.
class Never {
public:
  void add(int x) { items.push_back(x); }       // finding: inconsistent-lock
  int size() const { return items.size(); }     // finding: inconsistent-lock "reading 'items' without"
  int &at(int i) { return items[i]; }           // finding: inconsistent-lock

private:
  std::mutex mutex;
  std::vector<int> items GUARDED_BY(mutex);
};

// Two of three have forgotten it: that is no custom, either.
class Mostly {
public:
  void add(int k) {
    std::lock_guard<std::mutex> guard(mutex);
    all[k] = 1;
  }
  void drop(int k) { all.erase(k); }                 // finding: inconsistent-lock
  bool has(int k) const { return all.count(k) != 0; } // finding: inconsistent-lock

private:
  mutable std::mutex mutex;
  std::map<int, int> all GUARDED_BY(mutex);
};

// Another lock than the declared one is held everywhere.
class Wrong {
public:
  void add(int k) {
    std::lock_guard<std::mutex> guard(other);
    all[k] = 1; // finding: inconsistent-lock "inserting into 'all' without 'mutex'"
  }
  void drop(int k) {
    std::lock_guard<std::mutex> guard(other);
    all.erase(k); // finding: inconsistent-lock
  }

private:
  std::mutex mutex, other;
  std::map<int, int> all GUARDED_BY(mutex);
};

// Not the lock that most hold is the declared one, but both are held where it matters.
class Both {
public:
  void add(int k) {
    std::lock_guard<std::mutex> first(other), second(mutex);
    all[k] = 1;
  }
  void drop(int k) {
    std::lock_guard<std::mutex> first(other), second(mutex);
    all.erase(k);
  }
  bool has(int k) {
    std::lock_guard<std::mutex> guard(mutex);
    return all.count(k) != 0;
  }

private:
  std::mutex mutex, other;
  std::map<int, int> all GUARDED_BY(mutex);
};

// Who makes or ends the object has it alone; what its callers lock; what nobody is to look at; what
// is never changed once it is made.
class Silent {
public:
  Silent() { all[0] = 1; }
  ~Silent() { all.clear(); }
  void add(int k) {
    std::lock_guard<std::mutex> guard(mutex);
    addLocked(k);
    addPrivately(k);
  }
  void addLocked(int k) EXCLUSIVE_LOCKS_REQUIRED(mutex) { all[k] = 1; }
  void trusted() NO_THREAD_SAFETY_ANALYSIS { all.clear(); }
  bool isKnown(int k) const { return fixed.count(k) != 0; }
  int element(int k) {
    std::unique_lock<std::mutex> guard(mutex);
    return all[k];
  }

private:
  void addPrivately(int k) { all[k] = 2; }
  std::mutex mutex;
  std::map<int, int> all GUARDED_BY(mutex);
  std::map<int, int> fixed GUARDED_BY(mutex);
};

// Of what a pointer leads to, PT_GUARDED_BY says it; GUARDED_BY is of the pointer.
class Pointers {
public:
  void add(int x) {
    std::lock_guard<std::mutex> guard(mutex);
    owned->push_back(x);
    shown->push_back(x);
  }
  void clear() { owned->clear(); } // finding: inconsistent-lock "without 'mutex', which guards it, as its declaration says"
  void drop() { given->clear(); }  // finding: inconsistent-lock
  void reset() {
    std::shared_ptr<std::vector<int>> mine;
    {
      std::lock_guard<std::mutex> guard(mutex);
      mine = shown;
    }
    mine->clear();
  }

private:
  std::mutex mutex;
  std::unique_ptr<std::vector<int>> owned PT_GUARDED_BY(mutex);
  std::vector<int> *given PT_GUARDED_BY(&mutex);
  std::shared_ptr<std::vector<int>> shown GUARDED_BY(mutex);
};

// The lock is what a member points at, what a method returns, a global, another object's.
std::mutex everything;
class Ways {
public:
  explicit Ways(std::mutex *given) : given(given) {}
  std::mutex &lock() LOCK_RETURNED(own) { return own; }
  void guarded(Ways &other) {
    std::lock_guard<std::mutex> first(*given), second(own), third(everything);
    byPointer.push_back(1);
    byMethod.push_back(1);
    byGlobal.push_back(1);
    std::lock_guard<std::mutex> fourth(other.own);
    other.byMethod.push_back(1);
  }
  void byOther(Ways &other) {
    std::lock_guard<std::mutex> guard(own);
    other.byMethod.push_back(2); // known-miss: inconsistent-lock issue "Threads: unsynchronized mutation of containers"
  }
  void bare() {
    byPointer.push_back(2); // finding: inconsistent-lock "without 'given'"
    byMethod.push_back(2);  // finding: inconsistent-lock "without 'own'"
    byGlobal.push_back(2);  // finding: inconsistent-lock "without 'everything'"
  }

private:
  std::mutex own;
  std::mutex *given;
  std::vector<int> byPointer GUARDED_BY(given);
  std::vector<int> byMethod GUARDED_BY(lock());
  std::vector<int> byGlobal GUARDED_BY(everything);
};

std::map<int, int> table GUARDED_BY(everything);
void put(int k) {
  std::lock_guard<std::mutex> guard(everything);
  table[k] = 1;
}
void wipe() { table.clear(); } // finding: inconsistent-lock "clearing 'table' without 'everything', which guards it, as its declaration says"

// In a template, and of a part: what a class guards as a whole.
template <class T> class Queue {
public:
  void push(T x) {
    std::lock_guard<std::mutex> guard(mutex);
    items.push_back(x);
  }
  void clear() { items.clear(); } // finding: inconsistent-lock
private:
  std::mutex mutex;
  std::vector<T> items GUARDED_BY(mutex);
};
template class Queue<int>;

struct State {
  std::vector<int> items;
};
class Whole {
public:
  void add(int x) {
    std::lock_guard<std::mutex> guard(mutex);
    state.items.push_back(x);
  }
  void clear() {
    state.items.clear(); // finding: inconsistent-lock "clearing 'state.items' without 'mutex'"
  }
  void swap() {
    std::lock_guard<std::mutex> guard(mutex);
    state.items.swap(more->items); // Where the pointer leads, nobody has said.
  }

private:
  std::mutex mutex;
  State state GUARDED_BY(mutex);
  State *more GUARDED_BY(mutex);
};
std::mutex allStates;
State everyState GUARDED_BY(allStates);
void addState(int x) {
  std::lock_guard<std::mutex> guard(allStates);
  everyState.items.push_back(x);
}
void clearStates() {
  everyState.items.clear(); // finding: inconsistent-lock "'everyState.items' without 'allStates'"
}
struct Wholes {
  Whole first;
  Whole *next;
  void clear() { first.clear(); }
};

// A shared lock will do to read.
class Shared {
public:
  void add(int k) {
    std::unique_lock<std::shared_mutex> guard(mutex);
    all[k] = 1;
  }
  bool has(int k) {
    std::shared_lock<std::shared_mutex> guard(mutex);
    return all.count(k) != 0;
  }
  void drop(int k) {
    std::shared_lock<std::shared_mutex> guard(mutex);
    all.erase(k); // finding: unsynchronized-mutation
  }

private:
  std::shared_mutex mutex;
  std::map<int, int> all GUARDED_BY(mutex);
};

// An object that nobody else has.
void own(int x) {
  struct {
    std::mutex mutex;
    std::vector<int> items GUARDED_BY(mutex);
  } local;
  local.items.push_back(x);
}
