//===- wasm.cpp - a module of functions -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "wasm.h"

namespace wasm {

Expression* Module::alloc(Expression::Id id, Name name) {
  allocator.push_back(std::unique_ptr<Expression>(new Expression{id, name, nullptr}));
  return allocator.back().get();
}

void Module::addFunction(Function* curr) {
  functions.push_back(std::unique_ptr<Function>(curr));
}

Function* Module::getFunctionOrNull(Name name) {
  for (auto& func : functions) {
    if (func->name == name) {
      return func.get();
    }
  }
  return nullptr;
}

} // namespace wasm
