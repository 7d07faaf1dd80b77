//===- real-watchers.cpp - objects that are told when another one ends *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// A local object that registers itself with what it points at, and is asked in every round. Found
// in Anope. RUN: %check %s --std=c++17
#include <map>
#include <set>
#include <string>
#include <vector>
class ReferenceBase {
protected:
  bool invalid = false;

public:
  virtual ~ReferenceBase() = default;
  void invalidate() { invalid = true; }
};
class Base {
  std::set<ReferenceBase *> *references = nullptr;

public:
  virtual ~Base();
  void addReference(ReferenceBase *r);
  void delReference(ReferenceBase *r);
};
template <typename T> class Reference : public ReferenceBase {
protected:
  T *ref = nullptr;

public:
  Reference(T *obj) : ref(obj) {
    if (ref)
      ref->addReference(this);
  }
  virtual ~Reference() {
    if (operator bool())
      ref->delReference(this);
  }
  virtual operator bool() { return !invalid && ref != nullptr; }
};
Base::~Base() {
  if (references) {
    for (auto *r : *references)
      r->invalidate();
    delete references;
  }
}
void Base::addReference(ReferenceBase *r) {
  if (!references)
    references = new std::set<ReferenceBase *>();
  references->insert(r);
}
void Base::delReference(ReferenceBase *r) {
  if (references) {
    references->erase(r);
    if (references->empty()) {
      delete references;
      references = nullptr;
    }
  }
}
class Channel : public Base {
public:
  std::string name;
  int users = 0;
  std::map<char, int> set;
  std::vector<std::string> log;
  bool has(char c) { return set.count(c) != 0; }
  void removeMode(char c) {
    set.erase(c);
    log.push_back(name);
    if (users == 0 && set.empty())
      delete this;
  }
  void setModes(const std::string &modes, const std::vector<std::string> &rest) {
    Reference<Channel> self(this);
    for (char c : modes) {
      if (!self)
        break;
      if (!has(c))
        continue;
      removeMode(c);
    }
  }
  void setModesUnguarded(const std::string &modes, const std::vector<std::string> &rest) {
    for (char c : modes) {
      if (!has(c))
        continue;
      removeMode(c);
    }
  }
};
Channel *find(const std::string &);
void run(const std::string &name, const std::vector<std::string> &params) {
  Channel *c = find(name);
  if (c)
    c->setModes(params[0], {params.begin() + 1, params.end()});
}
void run2(const std::string &name, const std::vector<std::string> &params) {
  Channel *c = find(name);
  if (c)
    // finding@+1: deleted-node-in-traversal
    c->setModesUnguarded(params[0], {params.begin() + 1, params.end()});
}
