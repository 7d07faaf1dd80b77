//===- fuzzing.h - makes a module out of random bytes -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef wasm_tools_fuzzing_h
#define wasm_tools_fuzzing_h

#include "wasm.h"

namespace wasm {

class TranslateToFuzzReader {
public:
  TranslateToFuzzReader(Module& wasm, std::vector<char> input) : wasm(wasm), bytes(std::move(input)) {}

  void build() { modifyInitialFunctions(); }

private:
  static const int NESTING_LIMIT = 5;

  Module& wasm;
  std::vector<char> bytes;
  Index pos = 0;
  int nesting = 0;

  int upTo(int x) { return pos < bytes.size() ? bytes[pos++] % x : 0; }

  void modifyInitialFunctions() {
    if (wasm.functions.empty()) {
      return;
    }
#ifdef FIXED
    for (Index i = 0; i < wasm.functions.size(); i++) {
      auto* func = wasm.functions[i].get();
      if (func->imported()) {
        // We can't allow extra imports, as the fuzzing infrastructure wouldn't know what to provide.
        func->module = func->base = Name();
        func->body = make(func->sig);
      }
    }
#else
    for (auto& ref : wasm.functions) {
      auto* func = ref.get();
      if (func->imported()) {
        // We can't allow extra imports, as the fuzzing infrastructure wouldn't know what to provide.
        func->module = func->base = Name();
        func->body = make(func->sig); // finding: mutate-while-iterating
      }
    }
#endif
  }

  // Makes an expression of the type.
  std::unique_ptr<Expression> make(Type type) {
    if (nesting >= NESTING_LIMIT) {
      return makeConst(type);
    }
    nesting++;
    auto ret = makeConcrete(type);
    nesting--;
    return ret;
  }

  std::unique_ptr<Expression> makeConcrete(Type type) {
    if (upTo(3) == 0) {
      return makeBlock(type);
    }
    return makeConst(type);
  }

  std::unique_ptr<Expression> makeBlock(Type type) {
    auto ret = std::make_unique<Expression>();
    ret->type = type;
    ret->operands.push_back(make(upTo(20)));
    ret->operands.push_back(make(type));
    return ret;
  }

  std::unique_ptr<Expression> makeConst(Type type) {
    auto ret = std::make_unique<Expression>();
    ret->type = type;
    if (type < 10) {
      return ret;
    }
    // A reference to a function of that type.
    for (auto& func : wasm.functions) {
      if (type == func->sig) {
        ret->func = func->name;
        return ret;
      }
    }
    // Last resort: create a function.
    Name name = "ref_func_target" + std::to_string(wasm.functions.size());
    auto* func = wasm.addFunction(std::make_unique<Function>(name, type));
    ret->func = func->name;
    return ret;
  }
};

} // namespace wasm

#endif
