//===- Execute.h - what a test's functions really do ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The marks of a test say what the standard calls undefined. Where that can be
// seen by running the function, the test has a table at its end:
//
//   EXECUTE(BAD(eraseByKey(m)), GOOD(eraseThenBreak(m)))
//
// and test/rules/execute.py compiles it with HOLDFAST_EXECUTE, libstdc++'s
// debug mode and AddressSanitizer. Each call runs in a process of its own with
// fresh arguments: BAD must be stopped by the library or the sanitizer, GOOD
// must come to its end. HANGS must not end. Nothing of this is seen by the analyzer.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_EXECUTE_H
#define HOLDFAST_TEST_EXECUTE_H

#ifdef HOLDFAST_EXECUTE
#include <cstdio>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

namespace execute {
enum class Outcome { Good, Bad, Hangs };

/// Runs Body in a child; counts and prints a disagreement.
template <class Body> int run(const char *Text, Outcome Expected, Body B) {
  std::fflush(stdout);
  pid_t Child = fork();
  if (Child == 0) {
    if (!std::freopen("/dev/null", "w", stderr))
      _exit(9);
    alarm(2);
    B();
    _exit(0);
  }
  int Status = 0;
  waitpid(Child, &Status, 0);
  Outcome Got = WIFSIGNALED(Status) && WTERMSIG(Status) == SIGALRM ? Outcome::Hangs
                : Status == 0                                     ? Outcome::Good
                                                                  : Outcome::Bad;
  if (Got == Expected)
    return 0;
  static const char *const Names[] = {"good", "bad", "hangs"};
  std::printf("%s: expected %s, got %s\n", Text, Names[int(Expected)], Names[int(Got)]);
  return 1;
}
} // namespace execute

#define BAD(CALL) Failures += execute::run(#CALL, execute::Outcome::Bad, [] { (void)(CALL); });
#define GOOD(CALL) Failures += execute::run(#CALL, execute::Outcome::Good, [] { (void)(CALL); });
#define HANGS(CALL) Failures += execute::run(#CALL, execute::Outcome::Hangs, [] { (void)(CALL); });
#define EXECUTE(...)                                                                               \
  int main() {                                                                                     \
    int Failures = 0;                                                                              \
    __VA_ARGS__                                                                                    \
    return Failures != 0;                                                                          \
  }
#else
#define EXECUTE(...)
#endif

#endif // HOLDFAST_TEST_EXECUTE_H
