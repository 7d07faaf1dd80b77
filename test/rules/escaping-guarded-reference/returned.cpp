//===- returned.cpp - out of the function that holds the lock ---*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

void use(int);
void use(const std::string &);

class Registry {
public:
  void add(int item) {
    std::lock_guard<std::recursive_mutex> guard(mutex);
    items.push_back(item); // note: "'Registry::add' is inserting into 'items' here, with 'mutex' held"
    names[item] = "a";
  }
  void remove(int item) {
    std::lock_guard<std::recursive_mutex> guard(mutex);
    names.erase(item);
    owned.erase(item);
  }

  const std::vector<int> &list() {
    std::lock_guard<std::recursive_mutex> guard(mutex);
    return items; // finding: escaping-guarded-reference likely "returning a reference to 'items', but 'mutex' is released on return; another thread may be inserting into 'items' while it is used"
  }
  std::vector<int> copy() {
    std::lock_guard<std::recursive_mutex> guard(mutex);
    return items;
  }
  std::string *find(int item) {
    std::lock_guard<std::recursive_mutex> guard(mutex);
    auto it = names.find(item);
    if (it == names.end())
      return nullptr;
    return &it->second; // finding: escaping-guarded-reference "returning a reference into 'names'"
  }
  std::string get(int item) {
    std::lock_guard<std::recursive_mutex> guard(mutex);
    return names[item];
  }
  std::map<int, std::string>::iterator position(int item) {
    std::lock_guard<std::recursive_mutex> guard(mutex);
    return names.find(item); // finding: escaping-guarded-reference "returning an iterator into 'names'"
  }
  std::string *raw(int item) {
    std::lock_guard<std::recursive_mutex> guard(mutex);
    return owned[item].get(); // finding: escaping-guarded-reference "returning a reference into 'owned'"
  }
  // Nobody is seen to call it, and nobody can call it with the lock held to some use.
  std::string &forOthers(int item) {
    std::lock_guard<std::recursive_mutex> guard(mutex);
    return names[item]; // finding: escaping-guarded-reference "returning a reference into 'names'"
  }

  // Only called with the lock held.
  std::string &underLock(int item) {
    std::lock_guard<std::recursive_mutex> guard(mutex);
    return names[item];
  }
  void rename(int item) {
    std::lock_guard<std::recursive_mutex> guard(mutex);
    underLock(item) = "b";
    for (int other : members())
      use(other);
  }
  std::unique_lock<std::recursive_mutex> lock() {
    return std::unique_lock<std::recursive_mutex>(mutex);
  }

private:
  std::vector<int> &members() { return items; }
  std::string &locate(int item) { return names[item]; }

public:
  // It is obtained under the lock of the caller, who releases it too early.
  void late(int item) {
    std::unique_lock<std::recursive_mutex> lock(mutex);
    std::string &name = locate(item);
    lock.unlock();
    name = "c"; // finding: escaping-guarded-reference "using a reference into 'names' after"
  }
  void inTime(int item) {
    std::unique_lock<std::recursive_mutex> lock(mutex);
    std::string &name = locate(item);
    name = "c";
    lock.unlock();
  }

  std::pair<std::unique_lock<std::recursive_mutex>, std::string *> lockedEntry(int item) {
    std::unique_lock<std::recursive_mutex> lock(mutex);
    std::string *name = &names[item];
    return {std::move(lock), name};
  }

private:
  std::recursive_mutex mutex;
  std::vector<int> items;
  std::map<int, std::string> names;
  std::map<int, std::unique_ptr<std::string>> owned;
};

void print(Registry &registry) {
  for (int item : registry.list()) // note: "'print' uses it here without 'mutex'"
    use(item);
  for (int item : registry.copy())
    use(item);
  if (std::string *name = registry.find(1))
    use(*name);
  use(registry.get(1));
  use(registry.position(1)->second);
  use(*registry.raw(1));
  auto entry = registry.lockedEntry(1);
  use(*entry.second);
}

// Compared, not used.
class Index {
public:
  bool areSame(int a, int b) { return find(a) == find(b); }
  void clear() {
    std::lock_guard<std::mutex> guard(mutex);
    keys.clear();
  }

private:
  std::map<int, int>::iterator find(int key) {
    std::lock_guard<std::mutex> guard(mutex);
    return keys.find(key);
  }
  std::mutex mutex;
  std::map<int, int> keys;
};

// Entries are only added, and a map keeps them where they are.
class Interned {
public:
  const std::string &name(int key) {
    std::lock_guard<std::mutex> guard(mutex);
    return names[key];
  }

private:
  std::mutex mutex;
  std::map<int, std::string> names;
};
void ask(Interned &names) { use(names.name(1)); }

// All who call it hold the lock that it locks, too.
class Cache {
public:
  void put(int key) {
    auto guard = std::lock_guard<std::recursive_mutex>(mutex);
    entry(key) = 1;
  }
  void drop(int key) {
    auto guard = std::lock_guard<std::recursive_mutex>(mutex);
    entries.erase(key);
  }

private:
  int &entry(int key) {
    std::lock_guard<std::recursive_mutex> guard(mutex);
    return entries[key];
  }
  std::recursive_mutex mutex;
  std::map<int, int> entries;
};

// Through a getter of another class.
class Facade {
public:
  const std::vector<int> &all() { return registry.list(); }

private:
  Registry registry;
};
void printAll(Facade &facade) {
  for (int item : facade.all())
    use(item);
}

// A member of another object that no caller can name.
struct Holder {
  std::vector<std::unique_ptr<Registry>> registries;
  void print() {
    for (auto &registry : registries)
      for (int item : registry->list())
        use(item);
  }
};

// Before it is filled, nobody has it (Icinga 2, ConfigWriter::GetKeywords).
const std::vector<int> &filledOnce() {
  static std::vector<int> items;
  static std::mutex mutex;
  std::lock_guard<std::mutex> guard(mutex);
  if (items.empty()) {
    items.push_back(1);
    items.push_back(2);
  }
  return items;
}
const std::vector<int> &filledUnlessFull() {
  static std::vector<int> items;
  static std::mutex mutex;
  std::lock_guard<std::mutex> guard(mutex);
  if (!items.empty())
    return items;
  items.push_back(1);
  return items;
}
const std::vector<int> &filledOften(bool more) {
  static std::vector<int> items;
  static std::mutex mutex;
  std::lock_guard<std::mutex> guard(mutex);
  if (items.empty())
    items.push_back(1);
  if (more)
    items.push_back(2);
  return items; // finding: escaping-guarded-reference
}
void walkFilled() {
  static std::mutex own;
  {
    std::lock_guard<std::mutex> guard(own);
    for (int item : filledOnce())
      use(item);
  }
  for (int item : filledUnlessFull())
    use(item);
  for (int item : filledOften(true))
    use(item);
}
