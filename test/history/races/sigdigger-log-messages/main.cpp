//===- main.cpp - the loader shows what is logged ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: BatchDrake/SigDigger
// Fix: d298c440e199 "Fix missing lock guard" (2020)
// Class: forgotten lock
// The logger is a lock itself: who walks its messages holds a guard of the logger. Its own functions have a guard of
// its mutex, too, but without a name, so it is gone at the end of its line.

#include "Loader.h"
#include "Logger.h"
#include "sigutils_log.h"

#include <chrono>
#include <thread>

int main()
{
  Suscan::Logger::getInstance();
  std::thread sources([] {
    for (int i = 0; i < 5000; ++i)
      su_log("sources", "registering source");
  });
  SigDigger::Loader loader;
  unsigned shown = 0;
  for (int frame = 0; frame < 500; ++frame) {
    shown += loader.showMessages();
    std::this_thread::sleep_for(std::chrono::microseconds(50));
  }
  sources.join();
  shown += loader.showMessages();
  return shown > 0 && shown <= 5000 ? 0 : 1;
}
