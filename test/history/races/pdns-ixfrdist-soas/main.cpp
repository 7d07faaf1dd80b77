//===- main.cpp - queries come while zones are transferred ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: PowerDNS/pdns
// Fix: d8e734f48b70 "ixfrdist: Guard all find()s with a mutex" (2018)
// Class: forgotten lock
// A thread keeps all zones up to date and enters what it has into a table; a mutex guards the writes and the reads of
// the values, but not the look whether there is one. Queries look into the table on another thread. (The updating
// thread looks, too, but it is the only one that writes.)

#include "ixfrdist.h"

#include <thread>

int main()
{
  for (int i = 0; i < 300; ++i)
    g_domains.insert("zone" + std::to_string(i) + ".example");

  std::thread updater(updateThread);
  unsigned answered = 0;
  for (int round = 0; round < 200; ++round) {
    for (const auto& domain : g_domains)
      answered += handleUDPRequest(domain) != 0;
  }
  g_exiting = true;
  updater.join();
  return answered > 0 && handleUDPRequest("unknown.example") == 0 ? 0 : 1;
}
