//===- Faults.cpp - make a unit fail on purpose, for tests ----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Faults.h"
#include "llvm/Support/Path.h"
#include <cstdlib>
#include <unistd.h>

namespace holdfast::tool {
namespace {

// Keeps the compiler from proving that the loops below do nothing.
volatile unsigned Sink;

[[gnu::noinline]] unsigned overflowStack(unsigned Depth) {
  volatile char Frame[1024];
  Frame[Depth % sizeof(Frame)] = static_cast<char>(Depth);
  if (Sink == ~0u) // Never; but a function that always calls itself is warned of.
    return Depth;
  return overflowStack(Depth + 1) + Frame[Depth % sizeof(Frame)];
}

} // namespace

bool doubtsCache() { return std::getenv("HOLDFAST_TEST_DOUBT"); }

void injectFault(llvm::StringRef File) {
  const char *Wish = std::getenv("HOLDFAST_TEST_CRASH");
  if (!Wish)
    return;
  auto [Kind, Name] = llvm::StringRef(Wish).split(':');
  if (llvm::sys::path::filename(File) != Name)
    return;
  if (Kind == "crash")
    std::abort();
  if (Kind == "exit")
    _exit(0);
  if (Kind == "stack")
    Sink = overflowStack(0);
  while (Kind == "spin")
    ++Sink;
  while (Kind == "sleep")
    sleep(1);
  while (Kind == "memory")
    for (volatile char *Block = new char[64u << 20], *P = Block; P < Block + (64u << 20); P += 4096)
      *P = 1;
}

} // namespace holdfast::tool
