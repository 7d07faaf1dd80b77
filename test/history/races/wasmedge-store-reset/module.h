//===- module.h - an instance of a module -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace WasmEdge {
namespace Runtime {

class StoreManager;

namespace Instance {

class ModuleInstance {
public:
  explicit ModuleInstance(std::string_view Name) : ModName(Name) {}
  ~ModuleInstance() noexcept;

  std::string_view getModuleName() const noexcept { return ModName; }

private:
  friend class Runtime::StoreManager;
  using LinkedStoreKey = std::pair<StoreManager *, std::string>;
  using BeforeModuleDestroyCallback = void(const LinkedStoreKey &Key,
                                           const ModuleInstance *Mod);

  void linkStore(StoreManager *Store, std::string_view Name,
                 BeforeModuleDestroyCallback Callback);
  void unlinkStore(StoreManager *Store, std::string_view Name);

  std::mutex Mutex;
  const std::string ModName;
  // Who is told that the module goes.
  std::map<LinkedStoreKey, BeforeModuleDestroyCallback *> LinkedStore;
};

} // namespace Instance
} // namespace Runtime
} // namespace WasmEdge
