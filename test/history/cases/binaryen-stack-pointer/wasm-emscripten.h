//===- wasm-emscripten.h - glue for emscripten ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef wasm_wasm_emscripten_h
#define wasm_wasm_emscripten_h

#include "wasm.h"

namespace wasm {

class EmscriptenGlueGenerator {
public:
  EmscriptenGlueGenerator(Module& wasm) : wasm(wasm) {}
  void replaceStackPointerGlobal(Name stackPointer);

private:
  Module& wasm;
};

} // namespace wasm

#endif
