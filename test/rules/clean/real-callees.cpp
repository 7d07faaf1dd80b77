//===- real-callees.cpp - callees that do not do it on this path -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// What a callee does depends on what it is given. Found in LLVM, POCO and OpenTTD.
// RUN: %check %s --std=c++17
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

struct Option {
  bool isDefault() const;
};
void registerEverywhere(Option *option);

// LLVM's command line: a default argument is an argument.
struct Options {
  std::vector<Option *> defaults, all;
  std::vector<int> values, initial;
  void add(Option *option, bool processDefaults = false) {
    if (!processDefaults && option->isDefault()) {
      defaults.push_back(option);
      return;
    }
    registerEverywhere(option);
  }
  void addDefaults() {
    for (Option *option : defaults)
      add(option, true);
  }
  void addValue(int value, bool isInitial = false) {
    values.push_back(value);
    if (isInitial)
      initial.push_back(value);
  }
  void reset() {
    for (int value : initial)
      addValue(value);
  }
  void resetBadly() {
    for (int value : initial)
      addValue(value, true); // finding: mutate-while-iterating
  }
};

// LLVM's file systems: the temporary dies after what `||` yields has been read.
struct Status {
  bool exposes;
  ~Status();
};
template <class T> struct ErrorOr {
  bool hasValue;
  T value;
  T *operator->() { return &value; }
  T &operator*() { return value; }
  explicit operator bool() const { return hasValue; }
};
struct File {
  virtual ErrorOr<Status> status();
};
int expose(ErrorOr<std::unique_ptr<File>> result) {
  if (!result || (*result)->status()->exposes)
    return 1;
  return 2;
}

// OpenTTD's lists for scripts: the next iterator is saved, the callee looks the key up again.
struct Sorter {
  virtual void remove(int item) = 0;
};
struct List {
  std::map<int, int> items;
  std::map<int, std::map<int, int>> buckets;
  Sorter *sorter;
  void removeItem(int item) {
    auto found = items.find(item);
    if (found == items.end())
      return;
    int value = found->second;
    sorter->remove(item);
    auto bucket = buckets.find(value);
    bucket->second.erase(item);
    if (bucket->second.empty())
      buckets.erase(bucket);
    items.erase(found);
  }
  void removeAbove(int value) {
    std::map<int, int>::iterator next;
    for (auto i = items.begin(); i != items.end(); i = next) {
      next = i;
      next++;
      if (i->second > value)
        removeItem(i->first);
    }
  }
  void removeAboveBadly(int value) {
    for (auto i = items.begin(); i != items.end(); ++i)
      if (i->second > value)
        removeItem(i->first); // finding: mutate-while-iterating
  }
  void removeAll() {
    for (auto i = items.begin(); i != items.end();) {
      int key = i->first;
      ++i;
      removeItem(key);
    }
  }
};

// OpenTTD's sockets: an object whose method runs is no object of a sibling class.
struct Socket {
  virtual ~Socket();
  virtual void close();
  void send(bool ok) {
    if (!ok)
      close();
  }
};
struct AdminSocket : Socket {
  AdminSocket *next;
  void close() override { delete this; }
};
struct GameSocket : Socket {
  GameSocket *next;
  void close() override {}
  void quit() { send(false); }
};
void quitAll(GameSocket *first) {
  for (GameSocket *socket = first; socket; socket = socket->next)
    socket->quit();
}

// cppcheck's references that nobody has declared yet: whoever calls the private function has declared the name.
struct Token {
  int id = 0;
  void setId(int i) { id = i; }
};
struct Declarations {
  void declare(const std::string &name, Token *token) {
    declared.insert(name);
    token->setId(1); // Changes no container.
    found(name);
  }
  void refer(const std::string &name, int where) {
    if (!declared.count(name))
      waiting[name].push_back(where);
  }

private:
  void found(const std::string &name) {
    auto it = waiting.find(name);
    if (it == waiting.end())
      return;
    for (int where : it->second)
      refer(name, where);
    waiting.erase(it);
  }
  std::set<std::string> declared;
  std::map<std::string, std::vector<int>> waiting;
};

// One of its callers has not, or everybody may call it.
struct SometimesDeclared {
  void declare(const std::string &name) {
    declared.insert(name);
    found(name);
  }
  void retry(const std::string &name) { found(name); }
  void refer(const std::string &name, int where) {
    if (!declared.count(name))
      waiting[name].push_back(where);
  }

private:
  void found(const std::string &name) {
    auto it = waiting.find(name);
    if (it == waiting.end())
      return;
    for (int where : it->second)
      refer(name, where); // finding: mutate-while-iterating
    waiting.erase(it);
  }
  std::set<std::string> declared;
  std::map<std::string, std::vector<int>> waiting;
};
struct PubliclyFound {
  void declare(const std::string &name) {
    declared.insert(name);
    found(name);
  }
  void refer(const std::string &name, int where) {
    if (!declared.count(name))
      waiting[name].push_back(where);
  }
  void found(const std::string &name) {
    auto it = waiting.find(name);
    if (it == waiting.end())
      return;
    for (int where : it->second)
      refer(name, where); // finding: mutate-while-iterating
    waiting.erase(it);
  }
  std::set<std::string> declared;
  std::map<std::string, std::vector<int>> waiting;
};

// LLVM's DemandedBits: what was done once, is not done again, whatever else is called.
void show(int bit);
struct LazyAnalysis {
  bool isDone = false;
  std::vector<int> live, work;
  void analyze() {
    if (isDone)
      return;
    isDone = true;
    live.clear();
    for (int bit : work) {
      show(bit);
      live.push_back(bit);
    }
  }
  int get(size_t i) {
    analyze();
    return live[i];
  }
  void print() {
    analyze();
    for (int bit : live) {
      show(bit);
      show(get(0));
    }
  }
};

// One that anybody may reset. What is not of the program has no way to the object; `revise()` does it.
struct ResetAnalysis {
  bool isDone = false;
  std::vector<int> live, work;
  void reset() { isDone = false; }
  void revise(int bit) {
    if (bit > 3)
      reset();
  }
  void analyze() {
    if (isDone)
      return;
    isDone = true;
    live.clear();
  }
  void print() {
    analyze();
    for (int bit : live) {
      show(bit);
      analyze();
    }
  }
  void printRevised() {
    analyze();
    for (int bit : live) {
      revise(bit);
      analyze(); // finding: mutate-while-iterating
    }
  }
};

// One that somebody else has the address of.
void watch(bool *flag);
struct WatchedAnalysis {
  bool isDone = false;
  std::vector<int> live;
  void watched() { watch(&isDone); }
  void analyze() {
    if (isDone)
      return;
    isDone = true;
    live.clear();
  }
  void print() {
    analyze();
    for (int bit : live) {
      show(bit);
      analyze(); // finding: mutate-while-iterating
    }
  }
};
