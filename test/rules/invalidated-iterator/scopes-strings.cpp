//===- scopes-strings.cpp - changes of strings ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
//
// [string.require]: every call of a non-const member may. libstdc++ has no debug mode for
// std::string: only what stays is executed.
#include "../Inputs/Execute.h"
#include <string>
#include <utility>

using String = std::string;

// copy assignment: an iterator at the first element goes.
auto copyAssignFirst(String &c, const String &o) {
  auto it = c.begin();
  c = o;
  return *it; // finding: invalidated-iterator certain
}

// copy assignment: a reference to the first element goes.
auto copyAssignRefFirst(String &c, const String &o) {
  auto &r = *c.begin();
  c = o;
  return r; // finding: invalidated-reference certain
}

// copy assignment: end() goes.
auto copyAssignEnd(String &c, const String &o) {
  auto end = c.end();
  c = o;
  return end == c.end(); // finding: invalidated-iterator certain
}

// assignment of a text: an iterator at the first element goes.
auto textAssignFirst(String &c) {
  auto it = c.begin();
  c = "text";
  return *it; // finding: invalidated-iterator certain
}

// assignment of a text: a reference to the first element goes.
auto textAssignRefFirst(String &c) {
  auto &r = *c.begin();
  c = "text";
  return r; // finding: invalidated-reference certain
}

// assignment of a text: end() goes.
auto textAssignEnd(String &c) {
  auto end = c.end();
  c = "text";
  return end == c.end(); // finding: invalidated-iterator certain
}

// assignment of a character: an iterator at the first element goes.
auto charAssignFirst(String &c) {
  auto it = c.begin();
  c = 'x';
  return *it; // finding: invalidated-iterator certain
}

// assignment of a character: a reference to the first element goes.
auto charAssignRefFirst(String &c) {
  auto &r = *c.begin();
  c = 'x';
  return r; // finding: invalidated-reference certain
}

// assignment of a character: end() goes.
auto charAssignEnd(String &c) {
  auto end = c.end();
  c = 'x';
  return end == c.end(); // finding: invalidated-iterator certain
}

// move assignment: an iterator at the first element goes.
auto moveAssignFirst(String &c, String &o) {
  auto it = c.begin();
  c = std::move(o);
  return *it; // finding: invalidated-iterator certain
}

// move assignment: a reference to the first element goes.
auto moveAssignRefFirst(String &c, String &o) {
  auto &r = *c.begin();
  c = std::move(o);
  return r; // finding: invalidated-reference certain
}

// move assignment: end() goes.
auto moveAssignEnd(String &c, String &o) {
  auto end = c.end();
  c = std::move(o);
  return end == c.end(); // finding: invalidated-iterator certain
}

// assign(text): an iterator at the first element goes.
auto assignTextFirst(String &c) {
  auto it = c.begin();
  c.assign("text");
  return *it; // finding: invalidated-iterator certain
}

// assign(text): a reference to the first element goes.
auto assignTextRefFirst(String &c) {
  auto &r = *c.begin();
  c.assign("text");
  return r; // finding: invalidated-reference certain
}

// assign(text): end() goes.
auto assignTextEnd(String &c) {
  auto end = c.end();
  c.assign("text");
  return end == c.end(); // finding: invalidated-iterator certain
}

// assign(n, char): an iterator at the first element goes.
auto assignCountFirst(String &c) {
  auto it = c.begin();
  c.assign(9, 'x');
  return *it; // finding: invalidated-iterator certain
}

// assign(n, char): a reference to the first element goes.
auto assignCountRefFirst(String &c) {
  auto &r = *c.begin();
  c.assign(9, 'x');
  return r; // finding: invalidated-reference certain
}

// assign(n, char): end() goes.
auto assignCountEnd(String &c) {
  auto end = c.end();
  c.assign(9, 'x');
  return end == c.end(); // finding: invalidated-iterator certain
}

// assign(first, last): an iterator at the first element goes.
auto assignRangeFirst(String &c, const String &o) {
  auto it = c.begin();
  c.assign(o.begin(), o.end());
  return *it; // finding: invalidated-iterator certain
}

// assign(first, last): a reference to the first element goes.
auto assignRangeRefFirst(String &c, const String &o) {
  auto &r = *c.begin();
  c.assign(o.begin(), o.end());
  return r; // finding: invalidated-reference certain
}

// assign(first, last): end() goes.
auto assignRangeEnd(String &c, const String &o) {
  auto end = c.end();
  c.assign(o.begin(), o.end());
  return end == c.end(); // finding: invalidated-iterator certain
}

// clear: an iterator at the first element goes.
auto clearFirst(String &c) {
  auto it = c.begin();
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// clear: a reference to the first element goes.
auto clearRefFirst(String &c) {
  auto &r = *c.begin();
  c.clear();
  return r; // finding: invalidated-reference certain
}

// clear: end() goes.
auto clearEnd(String &c) {
  auto end = c.end();
  c.clear();
  return end == c.end(); // finding: invalidated-iterator certain
}

// push_back: an iterator at the first element goes.
auto pushBackFirst(String &c) {
  auto it = c.begin();
  c.push_back('x');
  return *it; // finding: invalidated-iterator certain
}

// push_back: a reference to the first element goes.
auto pushBackRefFirst(String &c) {
  auto &r = *c.begin();
  c.push_back('x');
  return r; // finding: invalidated-reference certain
}

// push_back: end() goes.
auto pushBackEnd(String &c) {
  auto end = c.end();
  c.push_back('x');
  return end == c.end(); // finding: invalidated-iterator certain
}

// append: an iterator at the first element goes.
auto appendFirst(String &c) {
  auto it = c.begin();
  c.append("text");
  return *it; // finding: invalidated-iterator certain
}

// append: a reference to the first element goes.
auto appendRefFirst(String &c) {
  auto &r = *c.begin();
  c.append("text");
  return r; // finding: invalidated-reference certain
}

// append: end() goes.
auto appendEnd(String &c) {
  auto end = c.end();
  c.append("text");
  return end == c.end(); // finding: invalidated-iterator certain
}

// operator+=: an iterator at the first element goes.
auto plusFirst(String &c) {
  auto it = c.begin();
  c += "text";
  return *it; // finding: invalidated-iterator certain
}

// operator+=: a reference to the first element goes.
auto plusRefFirst(String &c) {
  auto &r = *c.begin();
  c += "text";
  return r; // finding: invalidated-reference certain
}

// operator+=: end() goes.
auto plusEnd(String &c) {
  auto end = c.end();
  c += "text";
  return end == c.end(); // finding: invalidated-iterator certain
}

// insert(index, text): an iterator at the first element goes.
auto insertIndexFirst(String &c) {
  auto it = c.begin();
  c.insert(0, "text");
  return *it; // finding: invalidated-iterator certain
}

// insert(index, text): a reference to the first element goes.
auto insertIndexRefFirst(String &c) {
  auto &r = *c.begin();
  c.insert(0, "text");
  return r; // finding: invalidated-reference certain
}

// insert(index, text): end() goes.
auto insertIndexEnd(String &c) {
  auto end = c.end();
  c.insert(0, "text");
  return end == c.end(); // finding: invalidated-iterator certain
}

// insert(position, char): an iterator at the first element goes.
auto insertPositionFirst(String &c) {
  auto it = c.begin();
  c.insert(c.begin(), 'x');
  return *it; // finding: invalidated-iterator certain
}

// insert(position, char): a reference to the first element goes.
auto insertPositionRefFirst(String &c) {
  auto &r = *c.begin();
  c.insert(c.begin(), 'x');
  return r; // finding: invalidated-reference certain
}

// insert(position, char): end() goes.
auto insertPositionEnd(String &c) {
  auto end = c.end();
  c.insert(c.begin(), 'x');
  return end == c.end(); // finding: invalidated-iterator certain
}

// erase(position): an iterator at the first element goes.
auto erasePositionFirst(String &c) {
  auto it = c.begin();
  c.erase(c.begin());
  return *it; // finding: invalidated-iterator certain
}

// erase(position): a reference to the first element goes.
auto erasePositionRefFirst(String &c) {
  auto &r = *c.begin();
  c.erase(c.begin());
  return r; // finding: invalidated-reference certain
}

// erase(position): end() goes.
auto erasePositionEnd(String &c) {
  auto end = c.end();
  c.erase(c.begin());
  return end == c.end(); // finding: invalidated-iterator certain
}

// erase(first, last): an iterator at the first element goes.
auto eraseRangeFirst(String &c) {
  auto it = c.begin();
  c.erase(c.begin(), c.begin() + 1);
  return *it; // finding: invalidated-iterator certain
}

// erase(first, last): a reference to the first element goes.
auto eraseRangeRefFirst(String &c) {
  auto &r = *c.begin();
  c.erase(c.begin(), c.begin() + 1);
  return r; // finding: invalidated-reference certain
}

// erase(first, last): end() goes.
auto eraseRangeEnd(String &c) {
  auto end = c.end();
  c.erase(c.begin(), c.begin() + 1);
  return end == c.end(); // finding: invalidated-iterator certain
}

// erase(index): an iterator at the first element goes.
auto eraseIndexFirst(String &c) {
  auto it = c.begin();
  c.erase(1);
  return *it; // finding: invalidated-iterator certain
}

// erase(index): a reference to the first element goes.
auto eraseIndexRefFirst(String &c) {
  auto &r = *c.begin();
  c.erase(1);
  return r; // finding: invalidated-reference certain
}

// erase(index): end() goes.
auto eraseIndexEnd(String &c) {
  auto end = c.end();
  c.erase(1);
  return end == c.end(); // finding: invalidated-iterator certain
}

// erase(index, n): an iterator at the first element goes.
auto eraseCountFirst(String &c) {
  auto it = c.begin();
  c.erase(1, 1);
  return *it; // finding: invalidated-iterator certain
}

// erase(index, n): a reference to the first element goes.
auto eraseCountRefFirst(String &c) {
  auto &r = *c.begin();
  c.erase(1, 1);
  return r; // finding: invalidated-reference certain
}

// erase(index, n): end() goes.
auto eraseCountEnd(String &c) {
  auto end = c.end();
  c.erase(1, 1);
  return end == c.end(); // finding: invalidated-iterator certain
}

// replace(index, n, text): an iterator at the first element goes.
auto replaceIndexFirst(String &c) {
  auto it = c.begin();
  c.replace(0, 1, "text");
  return *it; // finding: invalidated-iterator certain
}

// replace(index, n, text): a reference to the first element goes.
auto replaceIndexRefFirst(String &c) {
  auto &r = *c.begin();
  c.replace(0, 1, "text");
  return r; // finding: invalidated-reference certain
}

// replace(index, n, text): end() goes.
auto replaceIndexEnd(String &c) {
  auto end = c.end();
  c.replace(0, 1, "text");
  return end == c.end(); // finding: invalidated-iterator certain
}

// replace(first, last, text): an iterator at the first element goes.
auto replaceRangeFirst(String &c) {
  auto it = c.begin();
  c.replace(c.begin(), c.begin() + 1, "text");
  return *it; // finding: invalidated-iterator certain
}

// replace(first, last, text): a reference to the first element goes.
auto replaceRangeRefFirst(String &c) {
  auto &r = *c.begin();
  c.replace(c.begin(), c.begin() + 1, "text");
  return r; // finding: invalidated-reference certain
}

// replace(first, last, text): end() goes.
auto replaceRangeEnd(String &c) {
  auto end = c.end();
  c.replace(c.begin(), c.begin() + 1, "text");
  return end == c.end(); // finding: invalidated-iterator certain
}

// pop_back: an iterator at the first element goes.
auto popBackFirst(String &c) {
  auto it = c.begin();
  c.pop_back();
  return *it; // finding: invalidated-iterator certain
}

// pop_back: a reference to the first element goes.
auto popBackRefFirst(String &c) {
  auto &r = *c.begin();
  c.pop_back();
  return r; // finding: invalidated-reference certain
}

// pop_back: end() goes.
auto popBackEnd(String &c) {
  auto end = c.end();
  c.pop_back();
  return end == c.end(); // finding: invalidated-iterator certain
}

// resize(n): an iterator at the first element goes.
auto resizeFirst(String &c) {
  auto it = c.begin();
  c.resize(9);
  return *it; // finding: invalidated-iterator certain
}

// resize(n): a reference to the first element goes.
auto resizeRefFirst(String &c) {
  auto &r = *c.begin();
  c.resize(9);
  return r; // finding: invalidated-reference certain
}

// resize(n): end() goes.
auto resizeEnd(String &c) {
  auto end = c.end();
  c.resize(9);
  return end == c.end(); // finding: invalidated-iterator certain
}

// resize(n, char): an iterator at the first element goes.
auto resizeCharFirst(String &c) {
  auto it = c.begin();
  c.resize(9, 'x');
  return *it; // finding: invalidated-iterator certain
}

// resize(n, char): a reference to the first element goes.
auto resizeCharRefFirst(String &c) {
  auto &r = *c.begin();
  c.resize(9, 'x');
  return r; // finding: invalidated-reference certain
}

// resize(n, char): end() goes.
auto resizeCharEnd(String &c) {
  auto end = c.end();
  c.resize(9, 'x');
  return end == c.end(); // finding: invalidated-iterator certain
}

// shrink_to_fit: an iterator at the first element goes.
auto shrinkToFitFirst(String &c) {
  auto it = c.begin();
  c.shrink_to_fit();
  return *it; // finding: invalidated-iterator certain
}

// shrink_to_fit: a reference to the first element goes.
auto shrinkToFitRefFirst(String &c) {
  auto &r = *c.begin();
  c.shrink_to_fit();
  return r; // finding: invalidated-reference certain
}

// shrink_to_fit: end() goes.
auto shrinkToFitEnd(String &c) {
  auto end = c.end();
  c.shrink_to_fit();
  return end == c.end(); // finding: invalidated-iterator certain
}

// reserve: an iterator at the first element goes.
auto reserveFirst(String &c) {
  auto it = c.begin();
  c.reserve(99);
  return *it; // finding: invalidated-iterator certain
}

// reserve: a reference to the first element goes.
auto reserveRefFirst(String &c) {
  auto &r = *c.begin();
  c.reserve(99);
  return r; // finding: invalidated-reference certain
}

// reserve: end() goes.
auto reserveEnd(String &c) {
  auto end = c.end();
  c.reserve(99);
  return end == c.end(); // finding: invalidated-iterator certain
}

// swap: an iterator at the first element goes.
auto swapMemberFirst(String &c, String &o) {
  auto it = c.begin();
  c.swap(o);
  return *it; // finding: invalidated-iterator certain
}

// swap: a reference to the first element goes.
auto swapMemberRefFirst(String &c, String &o) {
  auto &r = *c.begin();
  c.swap(o);
  return r; // finding: invalidated-reference certain
}

// swap: end() goes.
auto swapMemberEnd(String &c, String &o) {
  auto end = c.end();
  c.swap(o);
  return end == c.end(); // finding: invalidated-iterator certain
}

// std::swap: an iterator at the first element goes.
auto swapFreeFirst(String &c, String &o) {
  auto it = c.begin();
  std::swap(c, o);
  return *it; // finding: invalidated-iterator certain
}

// std::swap: a reference to the first element goes.
auto swapFreeRefFirst(String &c, String &o) {
  auto &r = *c.begin();
  std::swap(c, o);
  return r; // finding: invalidated-reference certain
}

// std::swap: end() goes.
auto swapFreeEnd(String &c, String &o) {
  auto end = c.end();
  std::swap(c, o);
  return end == c.end(); // finding: invalidated-iterator certain
}

// swap: characters of the other string may have been inside it.
auto swapOther(String &c, String &o) {
  auto it = o.begin();
  c.swap(o);
  return *it; // finding: invalidated-iterator certain
}

// swap: the same for references.
auto swapOtherRef(String &c, String &o) {
  auto &r = o.front();
  c.swap(o);
  return r; // finding: invalidated-reference certain
}

// std::swap: characters of the other string may have been inside it.
auto swapFreeOther(String &c, String &o) {
  auto it = o.begin();
  std::swap(c, o);
  return *it; // finding: invalidated-iterator certain
}

// std::swap: the same for references.
auto swapFreeOtherRef(String &c, String &o) {
  auto &r = o.front();
  std::swap(c, o);
  return r; // finding: invalidated-reference certain
}

// move assignment: characters of the other string may have been inside it.
auto moveSource(String &c, String &o) {
  auto it = o.begin();
  c = std::move(o);
  return *it; // finding: invalidated-iterator certain
}

// move assignment: the same for references.
auto moveSourceRef(String &c, String &o) {
  auto &r = o.front();
  c = std::move(o);
  return r; // finding: invalidated-reference certain
}

// reserve of no more than there is: nothing goes.
auto reserveTwice(String &c) {
  c.reserve(99);
  auto it = c.begin();
  auto &r = *it;
  c.reserve(9);
  return *it + r;
}

// reserve of no more than there is: end() stays.
auto reserveTwiceEnd(String &c) {
  c.reserve(99);
  auto end = c.end();
  c.reserve(9);
  return end == c.end();
}

// c_str() goes with the characters.
auto textPointer(String &c) {
  const char *p = c.c_str();
  c += "text";
  return *p; // finding: invalidated-reference certain
}

// data() goes with the characters.
auto dataPointer(String &c) {
  char *p = c.data();
  c += "text";
  return *p; // finding: invalidated-reference certain
}

// Reading changes nothing.
auto readOnly(String &c) {
  auto it = c.begin();
  auto n = c.find('x') + c.rfind('x') + c.find_first_of("xy") + c.find_last_not_of("xy") +
           c.compare("x") + c.size() + c.length() + c.capacity();
  n += c.empty() + c.substr(0).size();
  return *it + int(n);
}
EXECUTE(GOOD(reserveTwice) GOOD(readOnly))
