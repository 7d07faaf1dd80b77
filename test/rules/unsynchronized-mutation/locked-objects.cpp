//===- locked-objects.cpp - mutexes of one's own ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <atomic>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

// What lock() locks is a member; what a guard names is the object. It is one lock.
class SpinLock {
public:
  void lock() {
    while (flag_.test_and_set(std::memory_order_acquire))
      std::this_thread::yield();
  }
  void unlock() { flag_.clear(std::memory_order_release); }

private:
  std::atomic_flag flag_ = ATOMIC_FLAG_INIT;
};
class Mutex {
public:
  void lock() { inner_.lock(); }
  void unlock() { inner_.unlock(); }

private:
  std::mutex inner_;
};

static SpinLock &spinLock() {
  static SpinLock only;
  return only;
}
static std::map<int, int> routes, others;
void byHand(int id) {
  spinLock().lock();
  routes.erase(id);
  spinLock().unlock();
  others.erase(id); // finding: unsynchronized-mutation
}
void byGuard() {
  std::lock_guard<SpinLock> guard(spinLock());
  routes.erase(3);
  others.erase(3);
}
void run() {
  std::thread t(byGuard);
  byHand(3);
  t.join();
}

class Table {
public:
  void add(int key) {
    mutex_.lock();
    rows_[key] = 1;
    mutex_.unlock();
  }
  void remove(int key) {
    std::lock_guard<Mutex> guard(mutex_);
    rows_.erase(key);
  }
  bool has(int key) {
    mutex_.lock();
    bool result = rows_.count(key) != 0;
    mutex_.unlock();
    return result;
  }
  int sum() {
    int result = 0;
    for (auto &row : rows_) // finding: inconsistent-lock "without 'mutex_'"
      result += row.second;
    return result;
  }

private:
  Mutex mutex_;
  std::map<int, int> rows_;
};

// The object that has the container is no lock of it by that.
class Locked {
public:
  void begin() { mutex_.lock(); }
  void end() { mutex_.unlock(); }
  void add(int key) { rows_[key] = 1; }
  void remove(int key) { rows_.erase(key); }

private:
  std::mutex mutex_;
  std::map<int, int> rows_;
};
static Locked locked;
void change() {
  locked.begin();
  locked.add(1);
  locked.end();
}
void changeToo() {
  locked.begin();
  locked.remove(1);
  locked.end();
}

// A guard that may be of nothing (Icinga 2, ObjectLock): where there is an object, it is locked.
struct Object {
  std::recursive_mutex mutex;
  std::map<int, int> rows;
};
class ObjectLock {
public:
  explicit ObjectLock(Object *o) : object(o) {
    if (object)
      lock();
  }
  ~ObjectLock() {
    if (isLocked)
      object->mutex.unlock();
  }
  void lock() {
    object->mutex.lock();
    isLocked = true;
  }

private:
  Object *object;
  bool isLocked = false;
};
void addTo(Object &o) {
  ObjectLock lock(&o);
  o.rows[1] = 1;
}
void addBoth() {
  Object o;
  std::thread t([&] { addTo(o); });
  addTo(o);
  t.join();
}

// The same in other words, and one that unlocks nothing either.
struct Maybe {
  explicit Maybe(std::mutex *m) : held(m) {
    if (m == nullptr)
      return;
    m->lock();
  }
  ~Maybe() {
    if (held != nullptr)
      held->unlock();
  }
  std::mutex *held;
};
std::mutex maybeMutex;
std::map<int, int> maybeRows;
void addMaybe() {
  Maybe guard(&maybeMutex);
  maybeRows[1] = 1;
}
void addMaybes() {
  std::thread t(addMaybe);
  addMaybe();
  t.join();
}

// Null once, another object later: what is not locked then, is not.
struct Slot {
  std::mutex mutex;
  std::map<int, int> rows;
};
Slot slot, *chosen;
void choose() {
  if (chosen != nullptr)
    chosen->mutex.lock();
  else
    chosen = &slot;
  slot.rows[1] = 1; // finding: unsynchronized-mutation
}
void chooseTwice() {
  std::thread t(choose);
  choose();
  t.join();
}

// That one element is null says nothing of another.
struct Stripes {
  std::vector<std::mutex *> locks;
  std::map<int, int> rows;
};
Stripes stripes;
void addStriped(unsigned i, unsigned j) {
  if (stripes.locks[i])
    stripes.locks[j]->lock();
  stripes.rows[1] = 1; // finding: unsynchronized-mutation
}
void addStripes() {
  std::thread t([] { addStriped(1, 2); });
  addStriped(2, 1);
  t.join();
}

// A mutex with virtual methods: whichever it is, it is locked. One that does nothing is none.
namespace virtually {

class Section {
public:
  virtual ~Section() = default;
  virtual void enter() { mutex_.lock(); }
  virtual void leave() { mutex_.unlock(); }

private:
  std::recursive_mutex mutex_;
};
class CountingSection : public Section {
public:
  void enter() override {
    Section::enter();
    ++entered_;
  }

private:
  int entered_ = 0;
};
class InSection {
public:
  explicit InSection(Section *section) : section_(section) { section_->enter(); }
  ~InSection() { clear(); }
  void clear() {
    if (section_)
      section_->leave();
    section_ = nullptr;
  }

private:
  Section *section_;
};

class Gate {
public:
  virtual ~Gate() = default;
  virtual void enter() { mutex_.lock(); }
  virtual void leave() { mutex_.unlock(); }

private:
  std::mutex mutex_;
};
class OpenGate : public Gate {
public:
  void enter() override {}
  void leave() override {}
};

static Section section;
static Gate *gate;
static std::map<int, int> saves, passes;
static void save(int id) {
  InSection lock(&section);
  saves[id] = 1;
}
static void pass(int id) {
  gate->enter();
  passes[id] = 1; // finding: unsynchronized-mutation
  gate->leave();
}
void run(bool isOpen) {
  gate = isOpen ? new OpenGate : new Gate;
  std::thread saver([] { save(1); }), passer([] { pass(1); });
  save(2);
  pass(2);
  saver.join();
  passer.join();
}

} // namespace virtually
