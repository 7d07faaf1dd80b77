//===- Driver.cpp - runs one generated thread program -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// PROGRAM --run NAME ROUNDS: runs it so many times in this process.
//
//===----------------------------------------------------------------------===//
#include "Oracle.h"

#include <cstdlib>
#include <cstring>
#include <unistd.h>

static std::atomic<long> Reported{0};
static std::atomic<unsigned> Noise{1};

void report(long value) { Reported.fetch_add(value, std::memory_order_relaxed); }

static unsigned draw() {
  return Noise.fetch_add(2654435761u, std::memory_order_relaxed) >> 13;
}

void oracle::widen() {
  if (draw() % 2)
    usleep(120);
}

void oracle::pause() {
  switch (draw() % 16) {
  case 0:
    usleep(50);
    break;
  case 1:
  case 2:
    sched_yield();
    break;
  default:
    break;
  }
}

namespace {
struct Start {
  int (*Run)(void *);
  void *Argument;
};
} // namespace

static void *trampoline(void *Argument) {
  Start Begin = *static_cast<Start *>(Argument);
  delete static_cast<Start *>(Argument);
  return reinterpret_cast<void *>(static_cast<long>(Begin.Run(Begin.Argument)));
}

int oracleThreadCreate(thrd_t *Thread, int (*Run)(void *), void *Argument) {
  return pthread_create(Thread, nullptr, trampoline, new Start{Run, Argument});
}

int main(int Count, char **Values) {
  if (Count != 4 || std::strcmp(Values[1], "--run") != 0)
    return 64;
  for (const oracle::Entry *Each = oracle::entries; Each->Name; ++Each) {
    if (std::strcmp(Each->Name, Values[2]) != 0)
      continue;
    // The seed may differ from run to run: a race is confirmed in any order.
    Noise = static_cast<unsigned>(getpid()) * 40503u;
    for (int Round = std::atoi(Values[3]); Round > 0; --Round)
      Each->Run();
    // No destructors of globals: detached threads may still be about to end.
    _exit(0);
  }
  return 65;
}
