//===- wasm-emscripten.cpp - glue for emscripten ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "wasm-emscripten.h"
#include "wasm-traversal.h"

namespace wasm {

static const char* STACK_SAVE = "stackSave";
static const char* STACK_RESTORE = "stackRestore";

static Function* ensureFunctionImport(Module* module, Name name) {
  // See if its already imported
  if (Function* f = module->getFunctionOrNull(name)) {
    return f;
  }
  // Failing that create a new function import.
  auto import = new Function{name, "env", nullptr};
  module->addFunction(import);
  return import;
}

struct RemoveStackPointer : public PostWalker<RemoveStackPointer> {
  RemoveStackPointer(Name stackPointer) : stackPointer(stackPointer) {}

  void visitGetGlobal(Expression* curr) {
    if (curr->name == stackPointer) {
#ifdef FIXED
      needStackSave = true;
#else
      ensureFunctionImport(getModule(), STACK_SAVE);
#endif
      replaceCurrent(getModule()->alloc(Expression::CallId, STACK_SAVE));
    }
  }

  void visitSetGlobal(Expression* curr) {
    if (curr->name == stackPointer) {
#ifdef FIXED
      needStackRestore = true;
#else
      ensureFunctionImport(getModule(), STACK_RESTORE);
#endif
      auto* call = getModule()->alloc(Expression::CallId, STACK_RESTORE);
      call->value = curr->value;
      replaceCurrent(call);
    }
  }

#ifdef FIXED
  bool needStackSave = false;
  bool needStackRestore = false;
#endif

private:
  Name stackPointer;
};

void EmscriptenGlueGenerator::replaceStackPointerGlobal(Name stackPointer) {
  // Replace all uses of stack pointer global
  RemoveStackPointer walker(stackPointer);
  walker.walkModule(&wasm);
#ifdef FIXED
  if (walker.needStackSave) {
    ensureFunctionImport(&wasm, STACK_SAVE);
  }
  if (walker.needStackRestore) {
    ensureFunctionImport(&wasm, STACK_RESTORE);
  }
#endif
}

} // namespace wasm
