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
//   EXECUTE(BAD(eraseOwnKey) GOOD(eraseThenBreak) GOOD_CALL(eraseKey(sample<Map>(), 7)))
//
// and test/rules/execute.py compiles it with HOLDFAST_EXECUTE, libstdc++'s
// debug mode and AddressSanitizer. Each function runs in a process of its own
// with sample arguments: BAD must be stopped by the library or the sanitizer
// or never end, GOOD must come to its end. The analyzer sees nothing of this.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_EXECUTE_H
#define HOLDFAST_TEST_EXECUTE_H

#ifdef HOLDFAST_EXECUTE
#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <sys/wait.h>
#include <type_traits>
#include <unistd.h>

namespace execute {
enum class Outcome { Good, Bad };

/// A value made from I: 1, 2 and 3 are the sample's elements.
template <class T> T value(int I) {
  if constexpr (std::is_arithmetic_v<T>)
    return T(I);
  else if constexpr (std::is_constructible_v<T, const char *>)
    return T(&"1\0002\0003"[2 * (I - 1)]);
  else if constexpr (requires(T P) { P.first; P.second; })
    return T(value<std::remove_const_t<typename T::first_type>>(I), value<typename T::second_type>(I));
  else
    return T();
}

/// A container of three elements whose next growth moves them: no spare capacity, no spare buckets.
template <class C> C &sample() {
  using Element = typename C::value_type;
  C *Result = new C(std::initializer_list<Element>{value<Element>(1), value<Element>(2), value<Element>(3)});
  if constexpr (requires { Result->shrink_to_fit(); })
    Result->shrink_to_fit();
  if constexpr (requires { Result->max_load_factor(1.0f); })
    Result->max_load_factor(float(Result->size()) / float(Result->bucket_count()));
  return *Result;
}

/// A sample container for a container parameter, 2 for a number, true for a flag.
template <class T> T argument() {
  using Plain = std::remove_cv_t<std::remove_reference_t<T>>;
  if constexpr (std::is_pointer_v<Plain>)
    return &argument<std::remove_pointer_t<Plain> &>();
  else if constexpr (requires { typename Plain::value_type; } && !requires(Plain P) { P.substr(0).data(); })
    return sample<Plain>();
  else if constexpr (std::is_reference_v<T>)
    return static_cast<T>(*new Plain(value<Plain>(2)));
  else
    return value<Plain>(2);
}
template <class R, class... A> R call(R (*F)(A...)) { return F(argument<A>()...); }

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
  Outcome Got = Status == 0 ? Outcome::Good : Outcome::Bad;
  if (Got == Expected)
    return 0;
  static const char *const Names[] = {"good", "bad"};
  std::printf("%s: expected %s, got %s\n", Text, Names[int(Expected)], Names[int(Got)]);
  return 1;
}
} // namespace execute

#define HOLDFAST_RUN(OUTCOME, TEXT, ...)                                                           \
  Failures += execute::run(TEXT, execute::Outcome::OUTCOME, [] { (void)(__VA_ARGS__); });
#define BAD(F) HOLDFAST_RUN(Bad, #F, execute::call(F))
#define GOOD(F) HOLDFAST_RUN(Good, #F, execute::call(F))
#define BAD_CALL(...) HOLDFAST_RUN(Bad, #__VA_ARGS__, __VA_ARGS__)
#define GOOD_CALL(...) HOLDFAST_RUN(Good, #__VA_ARGS__, __VA_ARGS__)
#define EXECUTE(...)                                                                               \
  int main() {                                                                                     \
    using execute::sample;                                                                         \
    int Failures = 0;                                                                              \
    __VA_ARGS__                                                                                    \
    return Failures != 0;                                                                          \
  }
#else
#define EXECUTE(...)
#endif

#endif // HOLDFAST_TEST_EXECUTE_H
