//===- driver.cpp - runs generated programs with all their inputs ---------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A child runs one input after the other until one stops it; the next child goes
// on behind that one. So a program that never fails costs one fork. What the
// child's run time libraries have to say goes to a file that only serves to tell
// an invalid handle from other mistakes (popping from an empty vector, say), which
// the generator cannot always avoid and nobody asked about.
//
//===----------------------------------------------------------------------===//
#include "driver.h"
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <execinfo.h>
#include <string>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr int MaxMarks = 256, MaxFrames = 40, MaxFailures = 12, MaxHangs = 2;

/// Shared with the children.
struct Shared {
  bool ran[MaxMarks];
  unsigned next; ///< The input being run.
  bool now[MaxMarks]; ///< The marks that it reached.
  int frames;
  void *frame[MaxFrames];
};
Shared *shared;
int words; ///< Where the child's standard error goes.

std::vector<oracle::Program> &programs() {
  static std::vector<oracle::Program> all;
  return all;
}

void keepFrames() { shared->frames = backtrace(shared->frame, MaxFrames); }

void onSignal(int number) {
  keepFrames();
  _exit(number == SIGPROF ? 99 : 98);
}

std::vector<oracle::Input> inputs(unsigned flags) {
  std::vector<oracle::Input> all;
  for (int n : {4, 1, 7, 2, 0})
    for (auto [first, step] : {std::pair(2, 1), {8, 1}, {n + 5, -1}, {0, 1}, {4, 0}})
      for (int k : {first + step, first, first + step * (n - 1), first - 1, first + n + 3})
        for (bool spare : {false, true})
          for (unsigned bits = 0; bits != 1u << flags; ++bits)
            all.push_back({(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, n, first, step, k, spare});
  return all;
}

[[noreturn]] void runFrom(const oracle::Program &program, unsigned first) {
  dup2(words, STDERR_FILENO);
  signal(SIGABRT, onSignal);
  signal(SIGPROF, onSignal);
  itimerval limit{{0, 0}, {0, 100000}};
  const std::vector<oracle::Input> all = inputs(program.flags);
  for (shared->next = first; shared->next != all.size(); ++shared->next) {
    // Each input has the limit for itself.
    setitimer(ITIMER_PROF, &limit, nullptr);
    memset(shared->now, 0, sizeof shared->now);
    try {
      program.drive(all[shared->next]);
    } catch (...) { // What at() throws, or the program itself.
    }
  }
  _exit(0);
}

/// What stopped the child: "invalid" for a handle that a change made so, "hang", or "other".
const char *kindOf(int status) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == 99)
    return "hang";
  std::string text(1 << 16, 0);
  text.resize(std::max<ssize_t>(0, pread(words, text.data(), text.size(), 0)));
  for (const char *invalid : {"singular iterator", "iterator' @", "heap-use-after-free", "container-overflow",
                              "stale reference", "stack-use-after-scope", "stack-use-after-return"})
    if (text.find(invalid) != std::string::npos) {
      // "iterator' @" introduces the description of an iterator, whose state is told last.
      if (invalid[0] != 'i' || text.find("state = singular") != std::string::npos)
        return "invalid";
    }
  return "other";
}

void run(const oracle::Program &program) {
  printf("program %s\n", program.name);
  memset(shared, 0, sizeof(Shared));
  const unsigned count = inputs(program.flags).size();
  unsigned first = 0;
  int hangs = 0;
  for (int failures = 0; first < count && failures != MaxFailures && hangs != MaxHangs; ++failures) {
    shared->frames = 0;
    if (ftruncate(words, 0) || lseek(words, 0, SEEK_SET))
      exit(2);
    fflush(stdout);
    const pid_t child = fork();
    if (child == 0)
      runFrom(program, first);
    int status = 0;
    waitpid(child, &status, 0);
    first = shared->next + 1;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
      break;
    const char *kind = kindOf(status);
    hangs += strcmp(kind, "hang") == 0;
    printf("failed %s ,", kind);
    for (int i = 0; i != MaxMarks; ++i)
      if (shared->now[i])
        printf("%d,", i);
    for (int i = 0; i != shared->frames; ++i)
      printf(" %p", shared->frame[i]);
    printf("\n");
  }
  printf("ran");
  for (int i = 0; i != MaxMarks; ++i)
    if (shared->ran[i])
      printf(" %d", i);
  printf("\n");
}

} // namespace

void oracle::reached(int mark, bool isChange) {
  shared->ran[mark] = true;
  shared->now[mark] |= isChange;
}

oracle::Registered::Registered(const Program &program) { programs().push_back(program); }

void oracle::stale() {
  fputs("stale reference\n", stderr);
  abort();
}

extern "C" const char *__asan_default_options() {
  return "symbolize=0:detect_leaks=0:quarantine_size_mb=16:hard_rss_limit_mb=1500:exitcode=98:"
         "detect_stack_use_after_return=1";
}
extern "C" void __asan_on_error() { keepFrames(); }

int main() {
  shared = static_cast<Shared *>(
      mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  words = memfd_create("words", 0);
  if (shared == MAP_FAILED || words < 0)
    return 2;
  for (const oracle::Program &program : programs())
    run(program);
  return 0;
}
