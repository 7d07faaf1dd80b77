//===- in-one-function.cpp - used after the lock was released ---*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <algorithm>
#include <condition_variable>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

void use(int);
void use(const std::string &);

struct Jobs {
  std::mutex mutex;
  std::map<int, std::string> names;
  std::vector<int> items;
  std::unordered_map<int, std::shared_ptr<std::string>> shared;
  std::map<int, std::unique_ptr<std::string>> owned;
  std::list<int> log; // Nobody takes anything out of it.
  std::condition_variable changed;

  void clear() {
    std::lock_guard<std::mutex> guard(mutex);
    names.clear();
    items.clear();
    shared.clear();
    owned.clear();
  }
  void add() {
    std::lock_guard<std::mutex> guard(mutex);
    names[1] = "a";
    items.push_back(1);
    log.push_back(1);
  }

  void iterator(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    auto it = names.find(id); // note: "it was obtained here, with 'mutex' held"
    if (it == names.end())
      return;
    lock.unlock();   // note: "'mutex' is released here"
    use(it->second); // finding: escaping-guarded-reference likely "using an iterator into 'names' after 'mutex' was released; another thread may be clearing 'names' at the same time"
  }
  void iteratorInTime(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    auto it = names.find(id);
    if (it == names.end())
      return;
    use(it->second);
    lock.unlock();
  }
  void copied(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    auto it = names.find(id);
    if (it == names.end())
      return;
    std::string name = it->second;
    lock.unlock();
    use(name);
  }

  bool isNew(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    return names.emplace(id, "x").second;
  }
  void inserted(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    auto [it, added] = names.emplace(id, "x");
    lock.unlock();
    if (added)
      use(it->second); // finding: escaping-guarded-reference
  }

  void reference() {
    std::unique_lock<std::mutex> lock(mutex);
    int &first = items.front();
    lock.unlock();
    first = 2; // finding: escaping-guarded-reference "using a reference into 'items'"
  }
  void pointer() {
    std::string *name;
    {
      std::lock_guard<std::mutex> guard(mutex);
      name = &names[1];
    }
    use(*name); // finding: escaping-guarded-reference
  }
  void byHand() {
    mutex.lock();
    std::string &name = names[1];
    mutex.unlock();
    name += "x"; // finding: escaping-guarded-reference
  }
  // What is never taken out, may be used, as long as no iterator is moved on.
  void stays() {
    std::unique_lock<std::mutex> lock(mutex);
    int &last = log.back();
    auto it = log.begin();
    lock.unlock();
    last = 3;
    use(*it);
    ++it; // finding: escaping-guarded-reference "another thread may be inserting into 'log'"
  }

  void lookedUpAgain(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    auto it = names.find(id);
    lock.unlock();
    use(id);
    lock.lock();
    it = names.find(id);
    if (it != names.end())
      names.erase(it);
  }
  void lockedAgain(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    auto it = names.find(id);
    lock.unlock();
    use(id);
    lock.lock();
    names.erase(it); // finding: escaping-guarded-reference "from before 'mutex' was released and locked again; another thread may be clearing 'names' in between"
  }
  void waited(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    auto it = names.find(id);
    changed.wait(lock);
    use(it->second); // finding: escaping-guarded-reference "released and locked again"
  }
  void lockedForOthers(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    auto it = names.find(id);
    std::mutex other;
    {
      std::lock_guard<std::mutex> guard(other);
      use(id);
    }
    use(it->second);
  }

  void inLoop() {
    std::unique_lock<std::mutex> lock(mutex);
    for (auto &entry : names) { // finding: escaping-guarded-reference "released and locked again"
      std::string name = entry.second;
      lock.unlock();
      use(name);
      lock.lock();
    }
  }
  void inLoopUsed() {
    std::unique_lock<std::mutex> lock(mutex);
    for (int item : items) { // finding: escaping-guarded-reference
      lock.unlock();
      use(item);
      lock.lock();
    }
  }
  void overCopies() {
    std::unique_lock<std::mutex> lock(mutex);
    std::vector<int> copy = items;
    lock.unlock();
    for (int item : copy)
      use(item);
  }
  void untilEmpty() {
    std::unique_lock<std::mutex> lock(mutex);
    while (!items.empty()) {
      int item = items.back();
      items.pop_back();
      lock.unlock();
      use(item);
      lock.lock();
    }
  }

  // An owner of its own.
  void sharedOwner(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    std::shared_ptr<std::string> name = shared[id];
    lock.unlock();
    use(*name);
  }
  void referenceToOwner(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    std::shared_ptr<std::string> &name = shared[id];
    lock.unlock();
    use(*name); // finding: escaping-guarded-reference
  }
  void pointerToOwned(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    std::string *name = owned[id].get();
    lock.unlock();
    use(*name); // finding: escaping-guarded-reference "a reference into 'owned'"
  }

  // Unlocked for a while, as the caller holds it.
  void unlockedInBetween(int id) {
    auto it = names.find(id);
    mutex.unlock();
    use(it->second); // finding: escaping-guarded-reference
    mutex.lock();
  }
  void callsIt() {
    std::lock_guard<std::mutex> guard(mutex);
    unlockedInBetween(1);
  }
  void needsTheLock(int id) {
    auto it = names.find(id);
    use(it->second);
  }
  void callsThat() {
    std::lock_guard<std::mutex> guard(mutex);
    needsTheLock(1);
  }
};

// The only one who takes anything out.
struct Queue {
  std::mutex mutex;
  std::deque<int> jobs;
  void push(int job) {
    std::lock_guard<std::mutex> guard(mutex);
    jobs.push_back(job);
  }
  void run() {
    std::unique_lock<std::mutex> lock(mutex);
    int &job = jobs.front();
    lock.unlock();
    use(job);
    lock.lock();
    jobs.pop_front();
  }
};

// Filled before anybody else knows it.
struct Table {
  mutable std::shared_mutex mutex;
  std::vector<std::string> names;
  explicit Table(int count) {
    std::unique_lock<std::shared_mutex> lock(mutex);
    names.resize(count);
  }
  void show(int i) const {
    std::shared_lock<std::shared_mutex> lock(mutex);
    const std::string &name = names[i];
    lock.unlock();
    use(name);
  }
};

// Who else looks at it without a lock, is the only one who changes it.
struct Owner {
  std::mutex mutex;
  std::vector<int> items;
  void remove() {
    std::lock_guard<std::mutex> guard(mutex);
    items.clear();
  }
  void ofTheSameThread() {
    if (items.empty())
      return;
    std::unique_lock<std::mutex> lock(mutex);
    int &item = items.front();
    lock.unlock();
    use(item);
  }
};

// Another lock protects it all the time.
struct Two {
  std::mutex outer, inner;
  std::vector<int> items;
  void clear() {
    std::scoped_lock guard(outer, inner);
    items.clear();
  }
  void use() {
    std::lock_guard<std::mutex> guard(outer);
    std::unique_lock<std::mutex> lock(inner);
    int &item = items.front();
    lock.unlock();
    item = 1;
  }
};

// What an algorithm returns that gives back its function, is no iterator (aMule, DownloadQueue.cpp).
struct Visitor {
  int *best = nullptr;
  void operator()(int *each) { best = each; }
};
class Visited {
public:
  void add(int *each) {
    std::lock_guard<std::mutex> guard(mutex);
    all.push_back(each);
  }
  void remove() {
    std::lock_guard<std::mutex> guard(mutex);
    all.pop_back();
  }
  int visit() {
    Visitor visitor;
    {
      std::lock_guard<std::mutex> guard(mutex);
      visitor = std::for_each(all.begin(), all.end(), visitor);
    }
    return visitor.best ? *visitor.best : 0;
  }

private:
  std::mutex mutex;
  std::vector<int *> all;
};
