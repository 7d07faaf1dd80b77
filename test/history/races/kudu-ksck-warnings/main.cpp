//===- main.cpp - a cluster is checked --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: apache/kudu
// Fix: 34d90369ef64 "[tools] fix race in FetchInfoFromTabletServers()" (2019)
// Class: thread
// The tablet servers are asked by the threads of a pool. The summaries of all servers are collected under a lock of the
// function; the warnings, which are in a member that has no lock, are not.

#include "ksck.h"

#include <cstdio>

int main() {
  kudu::KsckCluster cluster;
  for (int i = 0; i < 200; i++) {
    char uuid[16];
    std::snprintf(uuid, sizeof uuid, "ts-%03d", i);
    cluster.tablet_servers().emplace(uuid, std::make_shared<kudu::KsckTabletServer>(uuid));
  }
  kudu::Ksck ksck(&cluster);
  if (!ksck.FetchInfoFromTabletServers().ok()) {
    return 1;
  }
  const kudu::KsckResults& results = ksck.results();
  return results.tserver_summaries.size() == 200 && results.warning_messages.size() == 200 ? 0 : 1;
}
