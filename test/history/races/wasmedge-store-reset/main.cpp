//===- main.cpp - a store is reset while modules are looked up --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: WasmEdge/WasmEdge
// Fix: 925071e370a1 "fix(runtime): use unique_lock in StoreManager::reset() to prevent data race (#4771)" (2026)
// Class: shared lock
// A store knows modules by their names, and the modules know the stores. All functions that change the store lock its
// mutex for themselves, except for the one that empties it: it shares the lock with those who look modules up.

#include "module.h"
#include "storemgr.h"

#include <memory>
#include <string>
#include <thread>
#include <vector>

using namespace WasmEdge::Runtime;

int main() {
  StoreManager Store;
  std::vector<std::unique_ptr<Instance::ModuleInstance>> Modules;
  for (int I = 0; I < 10; ++I)
    Modules.push_back(std::make_unique<Instance::ModuleInstance>(
        "module" + std::to_string(I)));

  uint32_t Found = 0;
  std::thread Executor([&] {
    for (int Round = 0; Round < 3000; ++Round)
      for (int I = 0; I < 10; ++I)
        Found += Store.findModule("module" + std::to_string(I)) != nullptr;
  });
  for (int Round = 0; Round < 1000; ++Round) {
    for (auto &Module : Modules)
      Store.registerModule(Module.get());
    Store.reset();
  }
  Executor.join();
  for (auto &Module : Modules)
    Store.registerModule(Module.get());
  Modules.clear();
  return Found <= 30000 && Store.getModuleListSize() == 0 ? 0 : 1;
}
