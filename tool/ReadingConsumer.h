//===- ReadingConsumer.h - what of a unit is parsed -------------- -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_READINGCONSUMER_H
#define HOLDFAST_TOOL_READINGCONSUMER_H

#include "tool/Parse.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"

namespace holdfast::tool {

/// What is done with a whole translation unit.
using Reader = llvm::function_ref<void(clang::ASTContext &)>;

/// Has it read when it ends, and tells the parser which bodies it need not look at.
class ReadingConsumer : public clang::ASTConsumer {
public:
  ReadingConsumer(const ParseOptions &Options, Reader Read) : Options(Options), Read(Read) {}

  void Initialize(clang::ASTContext &Context) override { Sources = &Context.getSourceManager(); }

  void HandleTranslationUnit(clang::ASTContext &Context) override { Read(Context); }

  /// Bodies of system headers are most of a parse and never lowered. Those of templates are kept:
  /// instantiating them is what instantiates the user's own generic lambdas and functors
  /// (`std::for_each(b, e, [&](auto &x) { … })`), whose bodies we do want to see. Those of
  /// methods without parameters are kept, as lowering looks through accessors. Clang itself keeps
  /// constexpr functions and those whose return type is deduced.
  bool shouldSkipFunctionBody(clang::Decl *D) override {
    if (Options.SystemHeaders || llvm::isa<clang::FunctionTemplateDecl>(D) || D->isTemplated())
      return false;
    if (auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(D); Method && Method->param_empty())
      return false;
    return Sources->isInSystemHeader(D->getLocation());
  }

private:
  const ParseOptions &Options;
  Reader Read;
  const clang::SourceManager *Sources = nullptr;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_READINGCONSUMER_H
