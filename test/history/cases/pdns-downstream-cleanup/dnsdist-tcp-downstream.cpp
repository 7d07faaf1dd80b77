//===- dnsdist-tcp-downstream.cpp - over TCP --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dnsdist-tcp-downstream.hh"

thread_local DownstreamTCPConnectionsManager t_downstreamTCPConnectionsManager;

#ifdef FIXED
void TCPConnectionToBackend::release(bool removeFromCache)
{
  d_pendingQueries.clear();
  if (removeFromCache && !willBeReusable()) {
#else
void TCPConnectionToBackend::release()
{
  d_pendingQueries.clear();
  if (!willBeReusable()) {
#endif
    auto shared = std::dynamic_pointer_cast<TCPConnectionToBackend>(shared_from_this());
    t_downstreamTCPConnectionsManager.removeDownstreamConnection(shared);
  }
}
