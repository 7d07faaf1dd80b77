//===- ComponentConfiguration.hpp - a component -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "ConfigurationNotifier.hpp"

#include <atomic>
#include <string>

namespace cppmicroservices {
namespace scrimpl {

// Hears of changes of its configuration, for as long as it lives.
class ComponentConfiguration
{
public:
  ComponentConfiguration(ConfigurationNotifier& notifier,
                         const std::string& pid,
                         std::atomic<unsigned>& notified);
  ~ComponentConfiguration();
  ComponentConfiguration(const ComponentConfiguration&) = delete;
  ComponentConfiguration& operator=(const ComponentConfiguration&) = delete;

private:
  ConfigurationNotifier& notifier;
  const std::string pid;
  ListenerTokenId token;
};

}
}
