//===- dnsdist-tcp-downstream.hh - over TCP ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "dnsdist-backend.hh"
#include "dnsdist-downstream-connection.hh"

#include <vector>

class TCPConnectionToBackend : public ConnectionToBackend
{
public:
  using ConnectionToBackend::ConnectionToBackend;

  bool isIdle() const override { return d_pendingQueries.empty(); }
  bool willBeReusable() const { return !d_connectionDied; }
  void notifyConnectionDied() { d_connectionDied = true; }
#ifdef FIXED
  void release(bool removeFromCache) override;
#else
  void release() override;
#endif

private:
  std::vector<std::string> d_pendingQueries;
  bool d_connectionDied{false};
};

using DownstreamTCPConnectionsManager = DownstreamConnectionsManager<TCPConnectionToBackend>;
extern thread_local DownstreamTCPConnectionsManager t_downstreamTCPConnectionsManager;
