//===- keys-compared.cpp - keys that were compared before -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Whether two keys are equal was asked before one of them is erased: the element goes, or stays.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include "../Inputs/Execute.h"
#include <list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

using Names = std::map<std::string, int>;
using Numbers = std::map<int, int>;

// The element is the one with that number.
int eraseSameNumber(Numbers &c, int key) {
  auto it = c.begin();
  if (it != c.end() && it->first == key) {
    c.erase(key);
    return it->second; // finding: invalidated-iterator certain
  }
  return 0;
}

// It is another one.
int eraseOtherNumber(Numbers &c, int key) {
  auto it = c.begin();
  if (it != c.end() && it->first != key) {
    c.erase(key);
    return it->second;
  }
  return 0;
}

// The same with strings.
int eraseSameName(Names &c, const std::string &key) {
  auto it = c.begin();
  if (it != c.end() && it->first == key) {
    c.erase(key);
    return it->second; // finding: invalidated-iterator certain
  }
  return 0;
}
int eraseOtherName(Names &c, const std::string &key) {
  auto it = c.begin();
  if (it != c.end() && it->first != key) {
    c.erase(key);
    return it->second;
  }
  return 0;
}

// A view shows the same string.
int eraseSameView(std::map<std::string, int, std::less<>> &c, std::string_view key) {
  auto it = c.find(key);
  if (it == c.end())
    return 0;
  const std::string copy(key);
  c.erase(it->first);
  return it->second; // finding: invalidated-iterator certain
}

// A loop erases another element than the one it is at.
void eraseOthers(Names &c, const std::string &kept) {
  for (auto &[name, number] : c)
    if (name != kept)
      number = static_cast<int>(c.count(kept));
    else
      c.erase("none of these"); // finding: mutate-while-iterating
}
void eraseOneOther(Names &c, const std::string &gone) {
  for (auto &[name, number] : c) {
    if (name == gone)
      continue;
    c.erase(gone);
  }
}
void eraseOneOtherHashed(std::unordered_map<std::string, int> &c, const std::string &gone) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (it->first != gone)
      c.erase(gone);
}
void eraseThisOne(Names &c, const std::string &gone) {
  for (auto &[name, number] : c)
    if (name == gone)
      c.erase(gone); // finding: mutate-while-iterating certain
}
void removeOtherValues(std::list<std::string> &c, const std::string &gone) {
  for (const std::string &name : c)
    if (name != gone)
      c.remove(gone);
}
void removeThisValue(std::list<std::string> &c, const std::string &gone) {
  for (const std::string &name : c)
    if (gone == name)
      c.remove(gone); // finding: mutate-while-iterating
}

// The key was changed in between: nothing is known of it any more.
void eraseAfterChange(Names &c, std::string gone) {
  for (auto &[name, number] : c)
    if (name != gone) {
      gone += "x";
      c.erase(gone); // finding: mutate-while-iterating
    }
}

// Who gets it as const cannot have changed it, nor can a const method.
void show(const std::string &text);
struct Logger {
  void write(const std::string &text) const;
  const std::string *prefix = nullptr;
  std::string kept;
};
void eraseAfterShown(Names &c, const std::string &gone, Logger &logger) {
  for (auto &[name, number] : c)
    if (name != gone) {
      show(gone);
      logger.write(name);
      c.erase(gone);
    }
}
void eraseKeptName(Names &c, Logger &logger) {
  for (auto &[name, number] : c)
    if (name != logger.kept) {
      logger.write(name);
      c.erase(logger.kept);
    }
}

// Of two keys that are not the same, one is erased and the other one's element used.
int eraseFirstOfTwo(Names &c, const std::string &one, const std::string &other) {
  auto a = c.find(one), b = c.find(other);
  if (a == c.end() || b == c.end() || one == other)
    return 0;
  c.erase(one);
  return b->second;
}
int eraseFirstOfOne(Names &c, const std::string &one, const std::string &other) {
  auto a = c.find(one), b = c.find(other);
  if (a == c.end() || b == c.end())
    return 0;
  if (one == other) {
    c.erase(one);
    return b->second; // finding: invalidated-iterator certain
  }
  return a->second;
}
