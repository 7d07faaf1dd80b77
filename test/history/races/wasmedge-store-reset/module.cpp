//===- module.cpp - an instance of a module ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "module.h"

namespace WasmEdge {
namespace Runtime {
namespace Instance {

ModuleInstance::~ModuleInstance() noexcept {
  // When destroying this module instance, call the callbacks to unlink to the
  // store managers.
  for (auto &&[Key, Callback] : LinkedStore)
    Callback(Key, this);
}

void ModuleInstance::linkStore(StoreManager *Store, std::string_view Name,
                               BeforeModuleDestroyCallback Callback) {
  // Link to store when registration.
  std::unique_lock Lock(Mutex);
  LinkedStore.insert_or_assign(LinkedStoreKey{Store, std::string(Name)},
                               Callback);
}

void ModuleInstance::unlinkStore(StoreManager *Store, std::string_view Name) {
  // Unlink a specific (Store, Name) entry.
  std::unique_lock Lock(Mutex);
  LinkedStore.erase(LinkedStoreKey{Store, std::string(Name)});
}

} // namespace Instance
} // namespace Runtime
} // namespace WasmEdge
