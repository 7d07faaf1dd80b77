//===- range-for-strings.cpp - every change of a string walked by range-for *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
//
// [string.require]/4: any non-const member but element access, begin, end and their kin may invalidate.
#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

// push_back.
void pushBack(std::string &s) {
  for (char c : s)
    if (c == '"')
      s.push_back(c); // finding: mutate-while-iterating "'s'"
}

// append.
void append(std::string &s) {
  for (char c : s)
    if (c == '"')
      s.append("x"); // finding: mutate-while-iterating
}

// +=.
void plusAssign(std::string &s, const std::string &t) {
  for (char c : s)
    if (c == '"')
      s += t; // finding: mutate-while-iterating
}

// insert.
void insert(std::string &s) {
  for (char c : s)
    if (c == '"')
      s.insert(0, "x"); // finding: mutate-while-iterating
}

// erase by position and count.
void eraseCount(std::string &s) {
  for (char c : s)
    if (c == '"')
      s.erase(0, 1); // finding: mutate-while-iterating
}

// erase-remove.
void eraseRemove(std::string &s) {
  for (char c : s)
    s.erase(std::remove(s.begin(), s.end(), c), s.end()); // finding: mutate-while-iterating
}

// pop_back.
void popBack(std::string &s) {
  for (char c : s)
    if (c == '"')
      s.pop_back(); // finding: mutate-while-iterating
}

// clear.
void clear(std::string &s) {
  for (char c : s)
    if (c == '"')
      s.clear(); // finding: mutate-while-iterating certain
}

// resize.
void resize(std::string &s) {
  for (char c : s)
    if (c == '"')
      s.resize(3); // finding: mutate-while-iterating
}

// replace.
void replace(std::string &s) {
  for (char c : s)
    if (c == '"')
      s.replace(0, 1, "''"); // finding: mutate-while-iterating
}

// assign and operator=.
void assign(std::string &s, const std::string &t) {
  for (char c : s) {
    if (c == '"')
      s.assign(t); // finding: mutate-while-iterating
    if (c == '\'')
      s = t; // finding: mutate-while-iterating
    if (c == '`')
      s = "literal"; // finding: mutate-while-iterating
    if (c == '|')
      s = 'c'; // finding: mutate-while-iterating
  }
}

// swap.
void swap(std::string &s, std::string &t) {
  for (char c : s)
    if (c == '"')
      s.swap(t); // finding: mutate-while-iterating
}

// reserve.
void reserve(std::string &s) {
  for (char c : s)
    if (c == '"')
      s.reserve(1000); // finding: mutate-while-iterating
}

// back_inserter.
void inserter(std::string &s, const std::string &t) {
  for (char c : s)
    if (c == '"')
      std::copy(t.begin(), t.end(), std::back_inserter(s)); // finding: mutate-while-iterating
}

// A wide string is a string.
void wide(std::wstring &s) {
  for (wchar_t c : s)
    s += c; // finding: mutate-while-iterating
}

// Iterators, with +=.
void iterators(std::string &s) {
  for (auto it = s.begin(); it != s.end(); ++it)
    if (*it == '"')
      s += '"'; // finding: mutate-while-iterating
}

// Another string is built.
std::string build(const std::string &s) {
  std::string out;
  for (char c : s)
    out += c;
  return out;
}

// Characters are assigned.
void upper(std::string &s) {
  for (char &c : s)
    c = c >= 'a' && c <= 'z' ? char(c - 32) : c;
  for (auto it = s.begin(); it != s.end(); ++it)
    s[0] = *it;
}

// Only questions.
int questions(std::string &s) {
  int n = 0;
  for (char c : s)
    n += s.find(c) != s.npos && s.compare("x") && !s.substr(1).empty() && s.size() > 3 && s.c_str()[0];
  return n;
}

// A copy of the string changes.
void copyChanges(const std::string &s) {
  for (char c : s) {
    std::string copy = s;
    copy += c;
  }
}

// Left after the change.
void thenReturn(std::string &s) {
  for (char c : s)
    if (c == '"') {
      s += c;
      return;
    }
}
