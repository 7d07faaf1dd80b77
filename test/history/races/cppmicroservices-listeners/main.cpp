//===- main.cpp - listeners go while they are notified ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: CppMicroServices/CppMicroServices
// Fix: f7f14ad76e4f "Properly lock access to listenersMap (#715) (#797)" (2023)
// Class: escaping reference
// The listeners are guarded by an object that gives them out with the lock held. What it guards is a table of shared
// tables, one for each name: the inner table is got under the lock and walked after it, while listeners register.

#include "ComponentConfiguration.hpp"
#include "ConfigurationNotifier.hpp"

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

using namespace cppmicroservices::scrimpl;

int main()
{
  ConfigurationNotifier notifier;
  std::atomic<unsigned> notified{ 0 };
  std::vector<std::unique_ptr<ComponentConfiguration>> stay;
  for (int i = 0; i < 50; ++i) {
    stay.push_back(std::make_unique<ComponentConfiguration>(notifier, "pid", notified));
  }
  std::thread admin([&notifier] {
    for (int i = 0; i < 500; ++i) {
      notifier.NotifyAllListeners("pid", ConfigurationEventType::CM_UPDATED);
    }
  });
  for (int i = 0; i < 2000; ++i) {
    ComponentConfiguration comesAndGoes(notifier, "pid", notified);
  }
  admin.join();
  return notified >= 500 * 50 && !notifier.AnyListenersForPid("other") ? 0 : 1;
}
