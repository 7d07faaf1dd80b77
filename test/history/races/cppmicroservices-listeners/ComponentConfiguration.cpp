//===- ComponentConfiguration.cpp - a component -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ComponentConfiguration.hpp"

namespace cppmicroservices {
namespace scrimpl {

ComponentConfiguration::ComponentConfiguration(ConfigurationNotifier& notifier,
                                               const std::string& pid,
                                               std::atomic<unsigned>& notified)
  : notifier(notifier)
  , pid(pid)
{
  token = notifier.RegisterListener(
    pid, [&notified](const ConfigChangeNotification& notification) {
      if (notification.event == ConfigurationEventType::CM_UPDATED) {
        notified.fetch_add(1, std::memory_order_relaxed);
      }
    });
}

ComponentConfiguration::~ComponentConfiguration()
{
  notifier.UnregisterListener(pid, token);
}

}
}
