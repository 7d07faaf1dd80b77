//===- temporaries-range-init.cpp - the owner dies before the loop *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20,c++23
//
// Until C++20 `for (auto &x : f().items())` keeps only what items() returned; the temporary f() made
// is gone before the first step. C++23 keeps it (P2718R0, [class.temporary]/7).
#include "../Inputs/Execute.h"
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

struct Registry {
  std::vector<std::string> names{"a name that is too long for the small buffer", "b"};
  std::vector<std::string> &items() { return names; }
  const std::vector<std::string> &constItems() const { return names; }
  std::vector<std::string> copy() const { return names; }
  const Registry &self() const { return *this; }
};

Registry make() { return {}; }
std::shared_ptr<Registry> getShared() { return std::make_shared<Registry>(); }
std::unique_ptr<std::map<int, int>> getMap() { return std::make_unique<std::map<int, int>>(); }
std::optional<std::vector<int>> getOptional() { return std::vector<int>{1, 2, 3}; }
std::vector<int> getVector() { return {1, 2, 3}; }
inline void use(const std::string &) {}

// A member function's reference into a temporary.
int memberOfTemporary() {
  int n = 0;
  for (auto &name : make().items()) // finding(c++17 c++20): invalidated-reference
    n += int(name.size());
  return n;
}

// A data member of a temporary extends the whole temporary's life ([class.temporary]/6).
int dataMemberOfTemporary() {
  int n = 0;
  for (auto &name : make().names)
    n += int(name.size());
  return n;
}

// The pointee of a temporary smart pointer.
int pointeeOfUnique() {
  int n = 0;
  for (auto &kv : *getMap()) // finding(c++17 c++20): invalidated-reference
    n += kv.second;
  return n;
}

// The value of a temporary optional.
int valueOfOptional() {
  int n = 0;
  for (int x : getOptional().value()) // finding(c++17 c++20): invalidated-reference
    n += x;
  return n;
}

// An element of a temporary container.
int elementOfTemporary() {
  int n = 0;
  for (char c : std::vector<std::string>{"a name that is too long for the small buffer"}[0]) // finding(c++17 c++20): invalidated-reference
    n += c;
  return n;
}

// A member behind a temporary shared_ptr, which may be the last owner or may not.
int memberOfShared() {
  int n = 0;
  for (auto &name : getShared()->names) // finding(c++17 c++20): invalidated-reference
    n += int(name.size());
  return n;
}

// The pointee of a temporary shared_ptr.
int pointeeOfShared(std::weak_ptr<std::vector<int>> weak) {
  int n = 0;
  for (int x : *weak.lock()) // finding(c++17 c++20): invalidated-reference
    n += x;
  return n;
}

// The temporary itself is the range: its life is extended.
int temporaryRange() {
  int n = 0;
  for (int x : getVector())
    n += x;
  return n;
}

// A function of the temporary that returns by value.
int byValue() {
  int n = 0;
  for (auto &name : make().copy())
    n += int(name.size());
  return n;
}

// Named first.
int named() {
  int n = 0;
  auto registry = make();
  for (auto &name : registry.items())
    n += int(name.size());
  return n;
}

// Named in an init-statement.
int initStatement() {
  int n = 0;
#if __cplusplus >= 202002L
  for (auto shared = getShared(); auto &name : shared->items())
    n += int(name.size());
#endif
  return n;
}

// A reference to a temporary extends its life.
int lifetimeExtended() {
  int n = 0;
  auto &&registry = make();
  for (auto &name : registry.items())
    n += int(name.size());
  return n;
}

// The member of an owner that lives on elsewhere.
int ownerElsewhere(const std::shared_ptr<Registry> &shared) {
  int n = 0;
  for (auto &name : shared->items())
    n += int(name.size());
  for (auto &name : std::shared_ptr<Registry>(shared)->items())
    n += int(name.size());
  return n;
}

// A cast of a temporary.
int movedRange(std::vector<int> v) {
  int n = 0;
  for (int x : std::move(v))
    n += x;
  return n;
}

EXECUTE(BAD(memberOfTemporary) GOOD(dataMemberOfTemporary) BAD(valueOfOptional)
        BAD(elementOfTemporary) BAD(memberOfShared) GOOD(temporaryRange) GOOD(byValue)
        GOOD(named) GOOD(initStatement) GOOD(lifetimeExtended)
        GOOD_CALL(ownerElsewhere(std::make_shared<Registry>()))
        GOOD_CALL(movedRange(std::vector<int>(3, 1))))

// An object that hands out a shared pointer is taken to keep one.
struct Token {
  std::shared_ptr<Registry> scope = getShared();
  std::shared_ptr<Registry> current() const {
    if (!scope)
      return nullptr;
    return scope;
  }
};
int handedOutByObject(const Token &t) {
  int n = 0;
  for (auto &name : t.current()->names)
    n += int(name.size());
  return n;
}
