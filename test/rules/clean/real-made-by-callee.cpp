//===- real-made-by-callee.cpp - a new object in each round -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Each round deletes what a callee made in that round; a handler in the callee deletes, too, and
// throws. Found in aMule.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++

struct Tag {
  Tag(int number);
  virtual ~Tag();
  const int &number() const { return number_; }
  int number_;
};
struct Odd : Tag {
  Odd(int n) : Tag(n) {}
};
int next();

Tag *readTag() {
  Tag *result = nullptr;
  try {
    if (next() == 1)
      result = new Odd(next());
    else
      throw 1;
  } catch (const int &) {
    delete result;
    throw;
  }
  return result;
}

int read() {
  int sum = 0;
  for (int tags = next(); tags; --tags) {
    Tag *tag = readTag();
    sum += tag->number();
    delete tag;
  }
  return sum;
}
