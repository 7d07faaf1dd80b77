//===- dnsdist-downstream-connection.hh - for reuse -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <algorithm>
#include <list>
#include <map>
#include <memory>
#include <string>

template <class T>
class DownstreamConnectionsManager
{
  using list_t = std::list<std::shared_ptr<T>>;

  struct ConnectionLists
  {
    list_t d_actives;
    list_t d_idles;
  };

public:
  void addIdle(const std::shared_ptr<T>& conn)
  {
    d_downstreamConnections[conn->getBackend()].d_idles.push_front(conn);
  }

  void cleanupClosedConnections(time_t idleCutOff)
  {
    for (auto dsIt = d_downstreamConnections.begin(); dsIt != d_downstreamConnections.end();) {
      cleanUpList(dsIt->second.d_idles, idleCutOff);
      cleanUpList(dsIt->second.d_actives, idleCutOff);
      if (dsIt->second.d_idles.empty() && dsIt->second.d_actives.empty()) {
        dsIt = d_downstreamConnections.erase(dsIt);
      }
      else {
        ++dsIt;
      }
    }
  }

  bool removeDownstreamConnection(const std::shared_ptr<T>& conn)
  {
    auto backendIt = d_downstreamConnections.find(conn->getBackend());
    if (backendIt == d_downstreamConnections.end()) {
      return false;
    }
    {
      auto& idles = backendIt->second.d_idles;
      auto it = std::find(idles.begin(), idles.end(), conn);
      if (it != idles.end()) {
        idles.erase(it);
        return true;
      }
    }
    {
      auto& actives = backendIt->second.d_actives;
      auto it = std::find(actives.begin(), actives.end(), conn);
      if (it != actives.end()) {
        actives.erase(it);
        return true;
      }
    }
    return false;
  }

  size_t count() const { return d_downstreamConnections.size(); }

private:
  void cleanUpList(list_t& list, time_t idleCutOff)
  {
    for (auto connIt = list.begin(); connIt != list.end();) {
      auto& entry = *connIt;
      if (entry->isIdle() && entry->getLastDataReceivedTime() < idleCutOff) {
#ifdef FIXED
        (*connIt)->release(false);
#else
        (*connIt)->release(); // finding: mutate-while-iterating
#endif
        connIt = list.erase(connIt);
        continue;
      }
      ++connIt;
    }
  }

  std::map<std::string, ConnectionLists> d_downstreamConnections;
};
