//===- caches.cpp - caches and memo tables as programs have them *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Right code; nothing may be said about this file.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

using Clock = std::chrono::steady_clock;

template <class Key, class Value> class LruCache {
  using Entry = std::pair<Key, Value>;
  std::list<Entry> order;
  std::unordered_map<Key, typename std::list<Entry>::iterator> index;
  std::size_t capacity;

public:
  explicit LruCache(std::size_t n) : capacity(n) {}

  std::optional<Value> get(const Key &key) {
    auto found = index.find(key);
    if (found == index.end())
      return std::nullopt;
    order.splice(order.begin(), order, found->second);
    return found->second->second;
  }

  void put(const Key &key, Value value) {
    if (auto found = index.find(key); found != index.end()) {
      found->second->second = std::move(value);
      order.splice(order.begin(), order, found->second);
      return;
    }
    if (index.size() >= capacity) {
      index.erase(order.back().first);
      order.pop_back();
    }
    order.emplace_front(key, std::move(value));
    index.emplace(key, order.begin());
  }

  bool remove(const Key &key) {
    auto found = index.find(key);
    if (found == index.end())
      return false;
    order.erase(found->second);
    index.erase(found);
    return true;
  }

  void shrink(std::size_t n) {
    while (order.size() > n) {
      auto last = std::prev(order.end());
      index.erase(last->first);
      order.erase(last);
    }
    capacity = n;
  }

  template <class Predicate> std::size_t removeIf(Predicate p) {
    std::size_t removed = 0;
    for (auto it = order.begin(); it != order.end();) {
      if (p(it->first, it->second)) {
        index.erase(it->first);
        it = order.erase(it);
        ++removed;
      } else {
        ++it;
      }
    }
    return removed;
  }

  void clear() {
    index.clear();
    order.clear();
  }
};
template class LruCache<int, std::string>;
template class LruCache<std::string, std::vector<int>>;
void useRemoveIf(LruCache<int, std::string> &c) {
  c.removeIf([](int k, const std::string &v) { return k < 0 || v.empty(); });
}

class TtlCache {
  struct Entry {
    std::string value;
    Clock::time_point expires;
  };
  std::unordered_map<std::string, Entry> entries;
  std::multimap<Clock::time_point, std::string> byTime;

public:
  void put(const std::string &key, std::string value, Clock::duration ttl) {
    auto expires = Clock::now() + ttl;
    auto [it, inserted] = entries.insert_or_assign(key, Entry{std::move(value), expires});
    byTime.emplace(expires, it->first);
  }

  const std::string *find(const std::string &key) {
    auto it = entries.find(key);
    if (it == entries.end())
      return nullptr;
    if (it->second.expires < Clock::now()) {
      entries.erase(it);
      return nullptr;
    }
    return &it->second.value;
  }

  std::size_t expire(Clock::time_point now) {
    std::size_t n = 0;
    while (!byTime.empty() && byTime.begin()->first <= now) {
      auto it = entries.find(byTime.begin()->second);
      if (it != entries.end() && it->second.expires <= now) {
        entries.erase(it);
        ++n;
      }
      byTime.erase(byTime.begin());
    }
    return n;
  }

  std::size_t expireByScan(Clock::time_point now) {
    auto before = entries.size();
    for (auto it = entries.begin(), end = entries.end(); it != end;) {
      if (it->second.expires <= now)
        it = entries.erase(it);
      else
        ++it;
    }
    return before - entries.size();
  }

  std::vector<std::string> keys() const {
    std::vector<std::string> result;
    result.reserve(entries.size());
    for (const auto &[key, entry] : entries)
      result.push_back(key);
    return result;
  }
};

class LfuCache {
  struct Entry {
    int value;
    unsigned uses;
    std::list<int>::iterator position;
  };
  std::unordered_map<int, Entry> entries;
  std::map<unsigned, std::list<int>> byUses;
  std::size_t capacity = 16;

  void touch(int key, Entry &entry) {
    auto &old = byUses[entry.uses];
    old.erase(entry.position);
    if (old.empty())
      byUses.erase(entry.uses);
    ++entry.uses;
    auto &now = byUses[entry.uses];
    now.push_front(key);
    entry.position = now.begin();
  }

public:
  int get(int key) {
    auto it = entries.find(key);
    if (it == entries.end())
      return -1;
    touch(key, it->second);
    return it->second.value;
  }

  void put(int key, int value) {
    auto it = entries.find(key);
    if (it != entries.end()) {
      it->second.value = value;
      touch(key, it->second);
      return;
    }
    if (entries.size() == capacity) {
      auto least = byUses.begin();
      int victim = least->second.back();
      least->second.pop_back();
      if (least->second.empty())
        byUses.erase(least);
      entries.erase(victim);
    }
    auto &fresh = byUses[1];
    fresh.push_front(key);
    entries[key] = {value, 1, fresh.begin()};
  }
};

std::uint64_t fibonacci(unsigned n) {
  static std::unordered_map<unsigned, std::uint64_t> memo;
  if (n < 2)
    return n;
  if (auto it = memo.find(n); it != memo.end())
    return it->second;
  auto result = fibonacci(n - 1) + fibonacci(n - 2);
  memo.emplace(n, result);
  return result;
}

template <class R, class A> class Memo {
  std::map<A, R> table;
  std::function<R(A)> function;

public:
  explicit Memo(std::function<R(A)> f) : function(std::move(f)) {}
  const R &operator()(const A &argument) {
    auto it = table.lower_bound(argument);
    if (it == table.end() || table.key_comp()(argument, it->first))
      it = table.emplace_hint(it, argument, function(argument));
    return it->second;
  }
};
template class Memo<int, std::string>;

class StringPool {
  std::unordered_set<std::string> strings;
  std::vector<const std::string *> byId;
  std::unordered_map<std::string, std::size_t> ids;

public:
  const std::string &intern(const std::string &s) { return *strings.insert(s).first; }
  std::size_t id(const std::string &s) {
    auto [it, inserted] = ids.try_emplace(s, byId.size());
    if (inserted)
      byId.push_back(&it->first);
    return it->second;
  }
  const std::string &text(std::size_t id) const { return *byId.at(id); }
};

class FileCache {
  struct File {
    std::string path;
    std::vector<char> content;
    bool dirty = false;
  };
  std::map<std::string, std::unique_ptr<File>> files;

public:
  File &open(const std::string &path) {
    auto &slot = files[path];
    if (!slot) {
      slot = std::make_unique<File>();
      slot->path = path;
    }
    return *slot;
  }
  void flush() {
    for (auto &[path, file] : files) {
      if (!file->dirty)
        continue;
      file->content.shrink_to_fit();
      file->dirty = false;
    }
  }
  void closeClean() {
    for (auto it = files.begin(); it != files.end();)
      it = it->second->dirty ? std::next(it) : files.erase(it);
  }
  std::unique_ptr<File> take(const std::string &path) {
    auto it = files.find(path);
    if (it == files.end())
      return nullptr;
    auto result = std::move(it->second);
    files.erase(it);
    return result;
  }
};

class RecentlyUsed {
  std::deque<std::string> names;

public:
  void touch(const std::string &name) {
    auto it = std::find(names.begin(), names.end(), name);
    if (it != names.end())
      names.erase(it);
    names.push_front(name);
    if (names.size() > 10)
      names.pop_back();
  }
  void forget(const std::string &name) {
    names.erase(std::remove(names.begin(), names.end(), name), names.end());
  }
};

class WeakCache {
  std::map<int, std::weak_ptr<std::string>> entries;

public:
  std::shared_ptr<std::string> get(int key) {
    if (auto it = entries.find(key); it != entries.end()) {
      if (auto alive = it->second.lock())
        return alive;
      entries.erase(it);
    }
    auto fresh = std::make_shared<std::string>(std::to_string(key));
    entries[key] = fresh;
    return fresh;
  }
  void sweep() {
    auto it = entries.begin();
    while (it != entries.end()) {
      if (it->second.expired())
        entries.erase(it++);
      else
        ++it;
    }
  }
};
