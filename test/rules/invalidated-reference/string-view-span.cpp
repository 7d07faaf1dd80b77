//===- string-view-span.cpp - views, data() and c_str() across changes *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++20,c++23 --stdlib=libstdc++,libc++
#include "../Inputs/Execute.h"
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using Vector = std::vector<int>;
inline std::size_t length(const char *) { return 0; }

// A string_view across growth of its string.
char viewAcrossAppend(std::string &s) {
  std::string_view view = s;
  s += " and a tail long enough to leave the small buffer behind";
  return view[0]; // finding: invalidated-reference "'view'"
}

// substr of the view is a view, too.
char subviewAcrossAppend(std::string &s) {
  auto word = std::string_view(s).substr(0, 2);
  s.append("tail");
  return word.front(); // finding: invalidated-reference
}

// Taken again after the change.
char viewTakenAgain(std::string &s) {
  std::string_view view = s;
  s += "tail";
  view = s;
  return view[0];
}

// substr of the string is a copy.
char substrIsCopy(std::string &s) {
  auto word = s.substr(0, 2);
  s += "tail";
  return word[0];
}

// c_str across growth.
char cStrAcrossAppend(std::string &s) {
  const char *p = s.c_str();
  s.push_back('x');
  return *p; // finding: invalidated-reference
}

// Handed to a function afterwards.
std::size_t cStrPassed(std::string &s) {
  const char *p = s.data();
  s.clear();
  return length(p); // finding: invalidated-reference
}

// c_str used in the same expression only.
std::size_t cStrInPlace(std::string &s) {
  std::size_t n = length(s.c_str());
  s += "tail";
  return n + length(s.c_str());
}

// The view's string is a temporary that dies with the statement.
char viewOfTemporary(const std::string &a) {
  std::string_view view = a + "tail";
  return view[0]; // finding: invalidated-reference
}

// c_str of a temporary.
char cStrOfTemporary(const std::string &a) {
  const char *p = (a + "tail").c_str();
  return *p; // finding: invalidated-reference
}

// A temporary that lives as long as the call.
std::size_t temporaryInCall(const std::string &a) { return length((a + "tail").c_str()); }

// A literal lives forever.
char literal() {
  std::string_view view = "forever";
  return view[0];
}

// The string's scope ends.
char ownerScope() {
  std::string_view view;
  {
    std::string s = "a string that is too long for the small buffer";
    view = s;
  }
  return view[0]; // finding: invalidated-reference
}

// A span across growth.
int spanAcrossPush(Vector &v) {
  std::span<int> s = v;
  v.push_back(1);
  return s[0]; // finding: invalidated-reference
}

// A subspan of a span.
int subspanAcrossClear(Vector &v) {
  auto tail = std::span<int>(v).subspan(1);
  v.clear();
  return tail[0]; // finding: invalidated-reference
}

// Made after the change.
int spanAfter(Vector &v) {
  v.push_back(1);
  std::span<int> s(v);
  return s[0];
}

// A span made of data() and size().
int spanOfData(Vector &v) {
  std::span<const int> s(v.data(), v.size());
  v.resize(100);
  return s[0]; // finding: invalidated-reference
}

// Elements written through the span.
void writeThroughSpan(Vector &v) {
  std::span<int> s(v);
  for (int &x : s)
    x = 0;
  s[0] = v[0];
}

// A view of a map's key: the entry is erased.
char viewOfKey(std::map<std::string, int> &m) {
  std::string_view key = m.begin()->first;
  m.erase(m.begin());
  return key[0]; // finding: invalidated-reference
}

// The length is stored in the view itself: reading it is no use of the characters.
std::size_t sizeOfDeadView(std::string &s) {
  std::string_view view = s;
  s.clear();
  return view.size();
}

// A view of a map's key: other entries come and go.
char viewOfStableKey(std::map<std::string, int> &m) {
  std::string_view key = m.begin()->first;
  m["other"] = 1;
  return key[0];
}

// A view of a string in a vector that grows.
char viewOfElement(std::vector<std::string> &v) {
  std::string_view first = v.front();
  v.push_back("other");
  return first[0]; // finding: invalidated-reference
}

// Views of parts of a string that nobody changes.
std::vector<std::string_view> split(const std::string &s) {
  std::vector<std::string_view> parts;
  std::string_view rest = s;
  for (std::size_t at; (at = rest.find(',')) != rest.npos; rest.remove_prefix(at + 1))
    parts.push_back(rest.substr(0, at));
  parts.push_back(rest);
  return parts;
}

EXECUTE(BAD_CALL(viewAcrossAppend(*new std::string("a string that is too long for the small buffer")))
        GOOD_CALL(viewTakenAgain(*new std::string("abc"))) BAD_CALL(viewOfTemporary("abc"))
        BAD_CALL(cStrOfTemporary("a string that is too long for the small buffer"))
        GOOD_CALL(temporaryInCall("abc")) GOOD(literal) BAD(ownerScope) BAD(spanAcrossPush)
        GOOD(spanAfter) BAD(spanOfData) GOOD(writeThroughSpan)
        GOOD_CALL(viewOfStableKey(*new std::map<std::string, int>{{"one", 1}}))
        BAD_CALL(viewOfElement(*new std::vector<std::string>(1, "abc")))
        GOOD_CALL(split("a,b,c")))
