//===- real-read-conditions.cpp - what a condition reads of a temporary ---*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// The value is read while the temporary still lives; it ends with the condition. Found in Exiv2.
// RUN: %check %s --std=c++17
#include <memory>
#include <string>
#include <vector>

struct Value {
  virtual ~Value();
  virtual std::string toString() const;
  virtual std::vector<int> numbers() const;
  virtual std::shared_ptr<int> shared() const;
};

int chosen(const Value &value) {
  switch (value.toString().at(0)) {
  case 'P':
    return 1;
  default:
    return 2;
  }
}
int branches(const Value &value) {
  if (value.toString().at(0))
    return 1;
  if (!value.numbers().back())
    return 2;
  if (value.toString()[0] && value.numbers().front())
    return 3;
  if (*value.numbers().begin())
    return 4;
  if (*value.shared())
    return 5;
  return value.toString().front() ? 6 : 7;
}
void loops(const Value &value) {
  while (value.toString().at(1))
    ;
  for (; value.numbers()[2];)
    ;
  do {
  } while (value.toString().back());
}
struct Member {
  explicit Member(const Value &value) : first(value.numbers().front()) {}
  int first;
};
int others(const Value &value, int *table) {
  int first = value.numbers().front(), *made = new int(value.numbers().back());
  first += table[value.toString().at(0)] + *made;
  delete made;
  if (first)
    throw value.numbers().at(3);
  return [number = value.numbers()[1]] { return number; }();
}

// A reference is no value.
int kept(const Value &value) {
  if (const int &first = value.numbers().front()) // finding: invalidated-reference
    return first;
  return 0;
}
