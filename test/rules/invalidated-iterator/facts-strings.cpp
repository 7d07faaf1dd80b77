//===- facts-strings.cpp - what changes of strings tell ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
//
// A second vector is the witness: it is cleared on a path that the operation makes possible, or
// impossible. Silence means that the path cannot be taken.
// libstdc++ has no debug mode for std::string: only what the witness shows is executed.
#include "../Inputs/Execute.h"
#include <string>
#include <utility>
#include <vector>

using String = std::string;
using Witness = std::vector<int>;

// CopyAssign returns the string itself.
auto selfCopyAssign(String &c, const String &o) {
  auto it = (c = o).begin();
  c.push_back('x');
  return *it; // finding: invalidated-iterator certain
}

// MoveAssign returns the string itself.
auto selfMoveAssign(String &c, String &o) {
  auto it = (c = std::move(o)).begin();
  c.push_back('x');
  return *it; // finding: invalidated-iterator certain
}

// TextAssign returns the string itself.
auto selfTextAssign(String &c) {
  auto it = (c = "text").begin();
  c.push_back('x');
  return *it; // finding: invalidated-iterator certain
}

// Assign returns the string itself.
auto selfAssign(String &c) {
  auto it = c.assign("text").begin();
  c.push_back('x');
  return *it; // finding: invalidated-iterator certain
}

// AssignRange returns the string itself.
auto selfAssignRange(String &c, const String &o) {
  auto it = c.assign(o.begin(), o.end()).begin();
  c.push_back('x');
  return *it; // finding: invalidated-iterator certain
}

// Append returns the string itself.
auto selfAppend(String &c) {
  auto it = c.append("text").begin();
  c.push_back('x');
  return *it; // finding: invalidated-iterator certain
}

// Plus returns the string itself.
auto selfPlus(String &c) {
  auto it = (c += "text").begin();
  c.push_back('x');
  return *it; // finding: invalidated-iterator certain
}

// Insert returns the string itself.
auto selfInsert(String &c) {
  auto it = c.insert(0, "text").begin();
  c.push_back('x');
  return *it; // finding: invalidated-iterator certain
}

// EraseIndex returns the string itself.
auto selfEraseIndex(String &c) {
  auto it = c.erase(1).begin();
  c.push_back('x');
  return *it; // finding: invalidated-iterator certain
}

// EraseCount returns the string itself.
auto selfEraseCount(String &c) {
  auto it = c.erase(0, 1).begin();
  c.push_back('x');
  return *it; // finding: invalidated-iterator certain
}

// ReplaceRange returns the string itself.
auto selfReplaceRange(String &c) {
  auto it = c.replace(c.begin(), c.begin() + 1, "text").begin();
  c.push_back('x');
  return *it; // finding: invalidated-iterator certain
}

// ReplaceIndex returns the string itself.
auto selfReplaceIndex(String &c) {
  auto it = c.replace(0, 1, "text").begin();
  c.push_back('x');
  return *it; // finding: invalidated-iterator certain
}

// What Insert returns goes with the characters.
auto resultInsert(String &c) {
  auto it = c.insert(c.begin(), 'x');
  c.push_back('x');
  return *it; // finding: invalidated-iterator certain
}

// What Erase returns goes with the characters.
auto resultErase(String &c) {
  auto it = c.erase(c.begin());
  c.push_back('x');
  return *it; // finding: invalidated-iterator certain
}

// What EraseRange returns goes with the characters.
auto resultEraseRange(String &c) {
  auto it = c.erase(c.begin(), c.begin() + 1);
  c.push_back('x');
  return *it; // finding: invalidated-iterator certain
}

// What insert returned is not the end.
int resultInsertEnd(String &c, Witness &o) {
  auto w = o.begin();
  auto it = c.insert(c.begin(), 'x');
  if (it == c.end())
    o.clear();
  return *w;
}

// After PushBack a string is not empty.
int notEmptyPushBack(String &c, Witness &o) {
  auto w = o.begin();
  c.push_back('x');
  if (c.empty())
    o.clear();
  return *w;
}

// After InsertChar a string is not empty.
int notEmptyInsertChar(String &c, Witness &o) {
  auto w = o.begin();
  c.insert(c.begin(), 'x');
  if (c.empty())
    o.clear();
  return *w;
}

// PushBack may fill an empty string.
int fillsPushBack(String &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.push_back('x');
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// Plus may fill an empty string.
int fillsPlus(String &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c += "text";
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// Append may fill an empty string.
int fillsAppend(String &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.append("text");
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// Insert may fill an empty string.
int fillsInsert(String &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(0, "text");
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// InsertChar may fill an empty string.
int fillsInsertChar(String &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(c.begin(), 'x');
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// TextAssign may fill an empty string.
int fillsTextAssign(String &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c = "text";
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// Assign may fill an empty string.
int fillsAssign(String &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.assign("text");
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// Resize may fill an empty string.
int fillsResize(String &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.resize(9);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// Replace may fill an empty string.
int fillsReplace(String &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.replace(0, 0, "text");
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// ReplaceRange may fill an empty string.
int fillsReplaceRange(String &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.replace(c.begin(), c.end(), "text");
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// Erase may empty a string.
int emptiesErase(String &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(c.begin());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// EraseRange may empty a string.
int emptiesEraseRange(String &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(c.begin(), c.end());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// EraseIndex may empty a string.
int emptiesEraseIndex(String &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(0);
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// EraseCount may empty a string.
int emptiesEraseCount(String &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(0, 1);
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// PopBack may empty a string.
int emptiesPopBack(String &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.pop_back();
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// Clear may empty a string.
int emptiesClear(String &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.clear();
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// Resize may empty a string.
int emptiesResize(String &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.resize(0);
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase of a number may erase nothing.
int sizeEraseCount(String &c, unsigned count, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.erase(0, count);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// resize may be to the size there is.
int sizeResize(String &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.resize(n);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// push_back changes the size.
int sizePushBack(String &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.push_back('x');
  if (c.size() == n)
    o.clear();
  return *w;
}

// replace may empty a string.
int emptiesReplace(String &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.replace(c.begin(), c.end(), "");
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// A copy of a string has as many characters.
int copyNotEmpty(String &c, Witness &o) {
  auto w = o.begin();
  if (c.empty())
    return 0;
  String copy(c);
  if (copy.empty())
    o.clear();
  return *w;
}

// What was assigned to a string has as many characters.
int assignNotEmpty(String &c, const String &other, Witness &o) {
  auto w = o.begin();
  if (other.empty())
    return 0;
  c = other;
  if (c.empty())
    o.clear();
  return *w;
}

// A new string is empty.
int newString(Witness &o) {
  auto w = o.begin();
  String c;
  if (!c.empty())
    o.clear();
  return *w;
}

// length() and size() are one number.
int lengthIsSize(String &c, Witness &o) {
  auto w = o.begin();
  if (c.length() == 0 && !c.empty())
    o.clear();
  return *w;
}

// A dangling position is used by insert.
void positionInsert(String &c) {
  auto it = c.begin();
  c.clear();
  c.insert(it, 'x'); // finding: invalidated-iterator
}

// A dangling position is used by erase.
void positionErase(String &c) {
  auto it = c.begin();
  c += "text";
  c.erase(it); // finding: invalidated-iterator
}

// A dangling first is used by erase.
void firstErase(String &c) {
  auto it = c.begin();
  c += "text";
  c.erase(it, c.end()); // finding: invalidated-iterator
}

// A dangling last is used by erase.
void lastErase(String &c) {
  auto it = c.end();
  c += "text";
  c.erase(c.begin(), it); // finding: invalidated-iterator
}

// A dangling first is used by replace.
void firstReplace(String &c) {
  auto it = c.begin();
  c += "text";
  c.replace(it, c.end(), "x"); // finding: invalidated-iterator
}

// A dangling last is used by replace.
void lastReplace(String &c) {
  auto it = c.end();
  c += "text";
  c.replace(c.begin(), it, "x"); // finding: invalidated-iterator
}

// A dangling first is used by assign.
void firstAssign(String &c, Witness &o) {
  auto it = o.begin();
  o.clear();
  c.assign(it, o.end()); // finding: invalidated-iterator
}

// A dangling last is used by assign.
void lastAssign(String &c, Witness &o) {
  auto it = o.begin();
  o.clear();
  c.assign(o.begin(), it); // finding: invalidated-iterator
}

// Characters of a moved string may have been inside it.
auto moveCtor(String &c) {
  auto &r = c.front();
  String taker(std::move(c));
  return r; // finding: invalidated-reference certain
}

// end() of a moved string goes.
auto moveCtorEnd(String &c) {
  auto end = c.end();
  String taker(std::move(c));
  return end == c.end(); // finding: invalidated-iterator certain
}

// end() of a string that is moved into goes.
auto moveAssignEnd(String &c, String &o) {
  auto end = c.end();
  c = std::move(o);
  return end == c.end(); // finding: invalidated-iterator certain
}

// substr() is a string of its own.
auto copyOfPart(String &c) {
  auto part = c.substr(1);
  auto it = part.begin();
  c.clear();
  return *it;
}
EXECUTE(GOOD(resultInsertEnd) GOOD(notEmptyPushBack) GOOD(notEmptyInsertChar)
        BAD_CALL(fillsPushBack(*new String(), sample<Witness>()))
        BAD_CALL(fillsPlus(*new String(), sample<Witness>()))
        BAD_CALL(fillsAppend(*new String(), sample<Witness>()))
        BAD_CALL(fillsInsert(*new String(), sample<Witness>()))
        BAD_CALL(fillsInsertChar(*new String(), sample<Witness>()))
        BAD_CALL(fillsTextAssign(*new String(), sample<Witness>()))
        BAD_CALL(fillsAssign(*new String(), sample<Witness>()))
        BAD_CALL(fillsResize(*new String(), sample<Witness>()))
        BAD_CALL(fillsReplace(*new String(), sample<Witness>()))
        BAD_CALL(fillsReplaceRange(*new String(), sample<Witness>()))
        BAD_CALL(emptiesErase(*new String("x"), sample<Witness>()))
        BAD_CALL(emptiesEraseRange(*new String("x"), sample<Witness>()))
        BAD_CALL(emptiesEraseIndex(*new String("x"), sample<Witness>()))
        BAD_CALL(emptiesEraseCount(*new String("x"), sample<Witness>()))
        BAD_CALL(emptiesPopBack(*new String("x"), sample<Witness>()))
        BAD_CALL(emptiesClear(*new String("x"), sample<Witness>()))
        BAD_CALL(emptiesResize(*new String("x"), sample<Witness>()))
        BAD_CALL(sizeEraseCount(sample<String>(), 0, sample<Witness>()))
        BAD_CALL(sizeResize(sample<String>(), sample<Witness>())) GOOD(sizePushBack)
        BAD_CALL(emptiesReplace(*new String("x"), sample<Witness>())) GOOD(copyNotEmpty)
        GOOD(assignNotEmpty) GOOD(newString) GOOD(lengthIsSize))
