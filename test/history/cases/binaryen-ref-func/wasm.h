//===- wasm.h - a module of functions ---------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef wasm_wasm_h
#define wasm_wasm_h

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace wasm {

typedef std::string Name;
typedef size_t Index;
typedef int Type;

struct Expression {
  Type type = 0;
  Name func;
  std::vector<std::unique_ptr<Expression>> operands;
};

struct Function {
  Function(Name name, Type sig) : name(name), sig(sig) {}

  Name name, module, base;
  Type sig;
  std::unique_ptr<Expression> body;

  bool imported() const { return !module.empty(); }
};

class Module {
public:
  std::vector<std::unique_ptr<Function>> functions;

  Function* addFunction(std::unique_ptr<Function>&& curr);
  Function* getFunctionOrNull(Name name);

private:
  std::map<Name, Function*> functionsMap;
};

} // namespace wasm

#endif
