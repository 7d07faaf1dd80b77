//===- storemgr.h - modules by their names ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "module.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <string_view>

namespace WasmEdge {
namespace Runtime {

class StoreManager {
public:
  StoreManager() = default;
  ~StoreManager() {
    // When destroying this store manager, unlink all the registered module
    // instances.
    reset();
  }

  /// Get the length of the list of registered modules.
  uint32_t getModuleListSize() const noexcept {
    std::shared_lock Lock(Mutex);
    return static_cast<uint32_t>(NamedMod.size());
  }

  /// Find module by name.
  const Instance::ModuleInstance *findModule(std::string_view Name) const {
    std::shared_lock Lock(Mutex);
    if (auto Iter = NamedMod.find(Name); Iter != NamedMod.cend())
      return Iter->second;
    return nullptr;
  }

  /// Reset this store manager and unlink all the registered module instances.
  void reset() noexcept {
#ifdef FIXED
    std::unique_lock Lock(Mutex);
#else
    std::shared_lock Lock(Mutex);
#endif
    for (auto &&[Name, ModInst] : NamedMod)
      (const_cast<Instance::ModuleInstance *>(ModInst))
          ->unlinkStore(this, Name);
#ifdef FIXED
    NamedMod.clear();
#else
    NamedMod.clear(); // finding: unsynchronized-mutation
#endif
  }

  /// Register named module into this store.
  bool registerModule(const Instance::ModuleInstance *ModInst) {
    std::unique_lock Lock(Mutex);
    const std::string_view Name = ModInst->getModuleName();
    if (NamedMod.find(Name) != NamedMod.cend())
      return false;
    NamedMod.emplace(std::string(Name), ModInst);
    // Link the module instance to this store manager.
    (const_cast<Instance::ModuleInstance *>(ModInst))
        ->linkStore(this, Name,
                    [](const Instance::ModuleInstance::LinkedStoreKey &Key,
                       const Instance::ModuleInstance *) {
                      // The unlink callback: erase the name from the store.
                      std::unique_lock CallbackLock(Key.first->Mutex);
                      (Key.first->NamedMod).erase(Key.second);
                    });
    return true;
  }

private:
  /// \name Mutex for thread-safe.
  mutable std::shared_mutex Mutex;

  /// \name Module name mapping.
  std::map<std::string, const Instance::ModuleInstance *, std::less<>> NamedMod;
};

} // namespace Runtime
} // namespace WasmEdge
