//===- ConfigurationNotifier.hpp - who hears of changes ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "ConcurrencyUtil.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

namespace cppmicroservices {
namespace scrimpl {

using ListenerTokenId = std::uint64_t;

enum class ConfigurationEventType
{
  CM_UPDATED,
  CM_DELETED,
};

struct ConfigChangeNotification
{
  std::string pid;
  ConfigurationEventType event;
};

class Listener
{
public:
  explicit Listener(std::function<void(const ConfigChangeNotification&)> notify)
    : notify(std::move(notify))
  {}

  std::function<void(const ConfigChangeNotification&)> notify;
};

class ConfigurationNotifier final
{
public:
  ListenerTokenId RegisterListener(
    const std::string& pid,
    std::function<void(const ConfigChangeNotification&)> notify);

  void UnregisterListener(const std::string& pid,
                          const ListenerTokenId token) noexcept;

  bool AnyListenersForPid(const std::string& pid) noexcept;

  void NotifyAllListeners(const std::string& pid, ConfigurationEventType type);

private:
  using TokenMap = std::unordered_map<ListenerTokenId, Listener>;

  Guarded<std::unordered_map<std::string, std::shared_ptr<TokenMap>>>
    listenersMap;

  std::atomic<ListenerTokenId> tokenCounter{ 0 };
};

}
}
