//===- Cases.h - programs that fail until they are fixed --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A test defines functions `bool name()` that are true when the result is the intended one, and
// lists them: CASES(name, ...) with up to 30. check_fix.py runs each in a process of its own.
//
//===----------------------------------------------------------------------===//
#include <cstdio>
#include <cstdlib>
#include <string>

struct Case {
  const char *Name;
  bool (*Run)();
};

#define CASE(Name) {#Name, Name},
#define CASES(...)                                                                                 \
  static const Case All[] = {__VA_ARGS__ {0, 0}};                                                  \
  int main(int Count, char **Arguments) {                                                          \
    for (const Case *C = All; C->Name; ++C)                                                        \
      if (Count < 2)                                                                               \
        std::puts(C->Name);                                                                        \
      else if (C->Name == std::string(Arguments[1]))                                               \
        return C->Run() ? 0 : 1;                                                                   \
    return Count < 2 ? 0 : 2;                                                                      \
  }
