//===- wasm-traversal.h - walks and visits expressions ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef wasm_wasm_traversal_h
#define wasm_wasm_traversal_h

#include "wasm.h"

namespace wasm {

template<typename SubType> struct Visitor {
  // Expression visitors
  void visitGetGlobal(Expression*) {}
  void visitSetGlobal(Expression*) {}
  void visitCall(Expression*) {}
  // Module-level visitors
  void visitFunction(Function*) {}
  void visitModule(Module*) {}
};

template<typename SubType> struct Walker : public Visitor<SubType> {
  Expression* replaceCurrent(Expression* expression) { return *replacep = expression; }

  Module* getModule() { return currModule; }

  void walkFunction(Function* func) {
    walk(func->body);
    static_cast<SubType*>(this)->visitFunction(func);
  }

  void walkModule(Module* module) {
    currModule = module;
    static_cast<SubType*>(this)->doWalkModule(module);
    static_cast<SubType*>(this)->visitModule(module);
    currModule = nullptr;
  }

  void doWalkModule(Module* module) {
    // Dispatch statically through the SubType.
    SubType* self = static_cast<SubType*>(this);
#ifdef FIXED
    for (auto& curr : module->functions) {
      if (curr->imported()) {
        self->visitFunction(curr.get());
      } else {
        self->walkFunction(curr.get());
      }
    }
#else
    for (auto& curr : module->functions) {
      if (curr->imported()) {
        self->visitFunction(curr.get());
      } else {
        self->walkFunction(curr.get()); // known-miss: mutate-while-iterating issue "The whole program"
      }
    }
#endif
  }

  // Tasks receive the this pointer and a pointer to the pointer to operate on
  typedef void (*TaskFunc)(SubType*, Expression**);

  struct Task {
    TaskFunc func;
    Expression** currp;
    Task(TaskFunc func, Expression** currp) : func(func), currp(currp) {}
  };

  void pushTask(TaskFunc func, Expression** currp) { stack.emplace_back(func, currp); }
  void maybePushTask(TaskFunc func, Expression** currp) {
    if (*currp) {
      stack.emplace_back(func, currp);
    }
  }
  Task popTask() {
    auto ret = stack.back();
    stack.pop_back();
    return ret;
  }

  void walk(Expression*& root) {
    pushTask(SubType::scan, &root);
    while (stack.size() > 0) {
      auto task = popTask();
      replacep = task.currp;
      task.func(static_cast<SubType*>(this), task.currp);
    }
  }

  // task hooks to call visitors
  static void doVisitGetGlobal(SubType* self, Expression** currp) { self->visitGetGlobal(*currp); }
  static void doVisitSetGlobal(SubType* self, Expression** currp) { self->visitSetGlobal(*currp); }
  static void doVisitCall(SubType* self, Expression** currp) { self->visitCall(*currp); }

private:
  Expression** replacep = nullptr;
  std::vector<Task> stack;
  Module* currModule = nullptr;
};

// Walks in post-order, i.e., children first.
template<typename SubType> struct PostWalker : public Walker<SubType> {
  static void scan(SubType* self, Expression** currp) {
    Expression* curr = *currp;
    switch (curr->_id) {
      case Expression::GetGlobalId:
        self->pushTask(SubType::doVisitGetGlobal, currp);
        break;
      case Expression::SetGlobalId:
        self->pushTask(SubType::doVisitSetGlobal, currp);
        self->maybePushTask(SubType::scan, &curr->value);
        break;
      case Expression::CallId:
        self->pushTask(SubType::doVisitCall, currp);
        self->maybePushTask(SubType::scan, &curr->value);
        break;
    }
  }
};

} // namespace wasm

#endif
