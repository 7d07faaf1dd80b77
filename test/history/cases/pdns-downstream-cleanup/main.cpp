//===- main.cpp - two idle connections, one of them dead --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: PowerDNS/pdns
// Fix: 3594ea139e03 "dnsdist: Fix a crash in the Downstream TCP handler" (2024)
// Class: virtual
// The cache of connections to backends releases those that are idle for too long; the virtual release() of a
// connection that cannot be used again removes it from the same list of the same cache.

#include "dnsdist-tcp-downstream.hh"

int main()
{
  auto& manager = t_downstreamTCPConnectionsManager;
  for (time_t now : {100, 200}) {
    auto conn = std::make_shared<TCPConnectionToBackend>("192.0.2.1:53", now);
    if (now == 200) {
      conn->notifyConnectionDied();
    }
    manager.addIdle(conn);
  }
  manager.cleanupClosedConnections(1000);
  return static_cast<int>(manager.count());
}
