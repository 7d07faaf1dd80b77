//===- main.cpp - a walk that adds imports ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: WebAssembly/binaryen
// Fix: c300e05873da "wasm-emscripten-finalize: Delay function creation until after module walk (#1828)" (2018)
// Class: callback
// A walker goes through all functions of a module and calls, by a stack of function pointers, the visitor of each node;
// this visitor replaces uses of the stack pointer and adds the import that it calls to the functions of the module.

#include "wasm-emscripten.h"

int main() {
  wasm::Module wasm;
  auto* set = wasm.alloc(wasm::Expression::SetGlobalId, "stack_pointer");
  set->value = wasm.alloc(wasm::Expression::GetGlobalId, "stack_pointer");
  wasm.addFunction(new wasm::Function{"a", "", set});
  wasm.addFunction(new wasm::Function{"b", "", wasm.alloc(wasm::Expression::GetGlobalId, "other")});
  wasm::EmscriptenGlueGenerator(wasm).replaceStackPointerGlobal("stack_pointer");
  return wasm.functions.size() == 4 ? 0 : 1;
}
