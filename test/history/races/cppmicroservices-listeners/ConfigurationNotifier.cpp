//===- ConfigurationNotifier.cpp - who hears of changes ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ConfigurationNotifier.hpp"

namespace cppmicroservices {
namespace scrimpl {

ListenerTokenId ConfigurationNotifier::RegisterListener(
  const std::string& pid,
  std::function<void(const ConfigChangeNotification&)> notify)
{
  ListenerTokenId retToken = ++tokenCounter;

  {
    auto listener = Listener(std::move(notify));

    auto listenersMapHandle = listenersMap.lock();
    auto iter = listenersMapHandle->find(pid);
    if (iter != listenersMapHandle->end()) {
      (*(iter->second)).emplace(retToken, listener);
    } else {
      auto tokenMapPtr = std::make_shared<TokenMap>();
      tokenMapPtr->emplace(retToken, listener);
      listenersMapHandle->emplace(pid, tokenMapPtr);
    }
  }

  return retToken;
}

void ConfigurationNotifier::UnregisterListener(
  const std::string& pid,
  const ListenerTokenId token) noexcept
{
  auto listenersMapHandle = listenersMap.lock();
  if (listenersMapHandle->empty() || pid.empty()) {
    return;
  }

  auto iter = listenersMapHandle->find(pid);
  if (iter == listenersMapHandle->end()) {
    return;
  }

  auto tokenMapPtr = iter->second;
  tokenMapPtr->erase(token);
  if (tokenMapPtr->empty()) {
    listenersMapHandle->erase(iter);
  }
}

bool ConfigurationNotifier::AnyListenersForPid(const std::string& pid) noexcept
{
  auto listenersMapHandle = listenersMap.lock();
  return listenersMapHandle->find(pid) != listenersMapHandle->end();
}

void ConfigurationNotifier::NotifyAllListeners(const std::string& pid,
                                               ConfigurationEventType type)
{
  ConfigChangeNotification notification{ pid, type };

#ifdef FIXED
  auto listenersMapHandle = listenersMap.lock();
  auto iter = listenersMapHandle->find(pid);
  if (iter != listenersMapHandle->end()) {
    for (const auto& configListenerPtr : *(iter->second)) {
      configListenerPtr.second.notify(notification);
    }
  } else {
    return;
  }
#else
  std::shared_ptr<TokenMap> listenersMapCopy;
  {
    auto listenersMapHandle = listenersMap.lock();
    auto iter = listenersMapHandle->find(pid);
    if (iter != listenersMapHandle->end()) {
      listenersMapCopy = iter->second;
    } else {
      return;
    }
  }
  for (const auto& configListenerPtr : *listenersMapCopy) { // known-miss: escaping-guarded-reference issue "What elements point at"
    configListenerPtr.second.notify(notification);
  }
#endif
}

}
}
