//===- main.cpp - functions made while functions are filled -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: WebAssembly/binaryen
// Fix: 08326e201fb5 "Fix an iterator invalidation error in the fuzzer (#3764)" (2021)
// Class: recursion
// The fuzzer walks the functions of the module and makes new contents for each. Deep in the recursive making of
// expressions a reference to a function may be wanted, and a new function is added when no other has the right type.

#include "fuzzing.h"

int main() {
  wasm::Module wasm;
  for (int i = 0; i < 4; ++i) {
    auto* func = wasm.addFunction(std::make_unique<wasm::Function>("f" + std::to_string(i), 10 + i));
    func->module = i == 2 ? "" : "env";
  }
  wasm::TranslateToFuzzReader reader(wasm, {0, 3, 9, 1, 12, 0, 0, 7, 11, 0, 15, 14, 0});
  reader.build();
  return wasm.functions.size() > 4 ? 0 : 1;
}
