//===- wasm.cpp - a module of functions -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "wasm.h"

namespace wasm {

Function* Module::addFunction(std::unique_ptr<Function>&& curr) {
  auto* ret = curr.get();
  functionsMap[curr->name] = ret;
  functions.push_back(std::move(curr));
  return ret;
}

Function* Module::getFunctionOrNull(Name name) {
  auto iter = functionsMap.find(name);
  return iter == functionsMap.end() ? nullptr : iter->second;
}

} // namespace wasm
