//===- locks.cpp - checked under one lock, changed later --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17 --tool-option=--checks=*,holdfast-check-then-act
#include <map>
#include <mutex>
#include <queue>
#include <set>
#include <string>
#include <vector>

std::string make(int);
void use(int);

struct Cache {
  std::mutex mutex;
  std::map<int, std::string> names;
  std::queue<int> jobs;

  void unlockedInBetween(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    if (names.find(id) != names.end()) // note: "the check is made here"
      return;
    lock.unlock(); // note: "'mutex' is released here"
    std::string name = make(id);
    lock.lock();
    names[id] = name; // finding: check-then-act likely "inserting into 'names' because of an earlier check; 'mutex' was released in between, so another thread may have changed 'names' since"
  }
  void inOneSection(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    if (names.find(id) == names.end())
      names[id] = make(id);
  }
  void checkedAgain(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    if (names.count(id))
      return;
    lock.unlock();
    std::string name = make(id);
    lock.lock();
    if (names.count(id) == 0)
      names.emplace(id, name);
  }
  void asksTheInsertion(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    if (names.count(id))
      return;
    lock.unlock();
    std::string name = make(id);
    lock.lock();
    if (!names.emplace(id, name).second)
      use(id);
  }
  void doesNotAsk(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    if (names.count(id))
      return;
    lock.unlock();
    std::string name = make(id);
    lock.lock();
    names.emplace(id, name); // finding: check-then-act
  }
  void needsNoKey(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    if (!names.count(id))
      return;
    lock.unlock();
    use(id);
    lock.lock();
    names.erase(id);
  }
  void anotherKey(int id, int other) {
    std::unique_lock<std::mutex> lock(mutex);
    if (names.count(id))
      return;
    lock.unlock();
    use(id);
    lock.lock();
    names[other] = "x";
  }
  // Whatever the answer was.
  void independent(int id) {
    bool known;
    {
      std::lock_guard<std::mutex> guard(mutex);
      known = names.count(id) != 0;
    }
    if (known)
      use(id);
    std::lock_guard<std::mutex> guard(mutex);
    names[id] = "x";
  }
  void dependent(int id) {
    bool known;
    {
      std::lock_guard<std::mutex> guard(mutex);
      known = names.count(id) != 0;
    }
    if (!known) {
      std::lock_guard<std::mutex> guard(mutex);
      names[id] = "x"; // finding: check-then-act
    }
  }

  void popped() {
    {
      std::lock_guard<std::mutex> guard(mutex);
      if (jobs.empty())
        return;
    }
    std::lock_guard<std::mutex> guard(mutex);
    use(jobs.front()); // finding: check-then-act "using elements of 'jobs' because of an earlier check"
    jobs.pop();
  }
  void poppedInOneSection() {
    std::lock_guard<std::mutex> guard(mutex);
    if (jobs.empty())
      return;
    use(jobs.front());
    jobs.pop();
  }
  void poppedInALoop() {
    while (true) {
      std::unique_lock<std::mutex> lock(mutex);
      if (jobs.empty())
        break;
      int job = jobs.front();
      jobs.pop();
      lock.unlock();
      use(job);
    }
  }
  void pushes(int job) {
    bool isEmpty;
    {
      std::lock_guard<std::mutex> guard(mutex);
      isEmpty = jobs.empty();
    }
    if (isEmpty)
      use(0);
    std::lock_guard<std::mutex> guard(mutex);
    jobs.push(job);
  }
};

// Each of the callees takes the lock.
class Users {
public:
  bool contains(int id) const {
    std::lock_guard<std::mutex> guard(mutex);
    return users.count(id) > 0;
  }
  bool isKnown(int id) const {
    std::lock_guard<std::mutex> guard(mutex);
    if (users.find(id) == users.end())
      return false;
    return true;
  }
  void add(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    users.insert(id);
  }
  bool tryAdd(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    return users.insert(id).second;
  }
  void addIfMissing(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    if (users.count(id) == 0)
      users.insert(id);
  }
  void remove(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    users.erase(id);
  }

private:
  mutable std::mutex mutex;
  std::set<int> users;
};
void join(Users &users, int id) {
  if (!users.contains(id))
    users.add(id); // finding: check-then-act "calling 'Users::add' is inserting into 'users' because of an earlier check"
}
void joinKnown(Users &users, int id) {
  if (users.isKnown(id))
    return;
  users.add(id); // finding: check-then-act
}
void joinOnce(Users &users, int id) {
  if (!users.contains(id) && users.tryAdd(id))
    use(id);
  if (!users.contains(id))
    users.addIfMissing(id);
  if (users.contains(id))
    users.remove(id);
}
void joinOther(Users &users, Users &others, int id) {
  if (!users.contains(id))
    others.add(id);
}
void joinAll(Users &users, const std::vector<int> &ids) {
  for (int id : ids)
    users.add(id);
}
