//===- wasm.h - a module of functions ---------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef wasm_wasm_h
#define wasm_wasm_h

#include <memory>
#include <string>
#include <vector>

namespace wasm {

typedef std::string Name;

struct Expression {
  enum Id { GetGlobalId, SetGlobalId, CallId };
  Id _id;
  Name name;
  Expression* value;
};

struct Function {
  Name name;
  Name module;
  Expression* body;

  bool imported() { return !module.empty(); }
};

class Module {
public:
  std::vector<std::unique_ptr<Function>> functions;

  Expression* alloc(Expression::Id id, Name name);
  void addFunction(Function* curr);
  Function* getFunctionOrNull(Name name);

private:
  std::vector<std::unique_ptr<Expression>> allocator;
};

} // namespace wasm

#endif
