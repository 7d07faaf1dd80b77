//===- Compat.h - what differs between LLVM majors --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The only file that may ask for LLVM_VERSION_MAJOR.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_PLUGIN_COMPAT_H
#define HOLDFAST_PLUGIN_COMPAT_H

#include "llvm/Config/llvm-config.h"

// ClangTidyModuleRegistry.h: needed up to 19, a deprecated shell in 22, gone in 24.
#include "clang-tidy/ClangTidyModule.h"
#if LLVM_VERSION_MAJOR < 22
#include "clang-tidy/ClangTidyModuleRegistry.h"
#endif

#include "clang/Frontend/CompilerInstance.h"

namespace holdfast::plugin {

/// A compiler for what Invocation says. Whoever gets it must let it end before Said.
inline std::unique_ptr<clang::CompilerInstance>
makeCompiler(std::shared_ptr<clang::CompilerInvocation> Invocation,
             llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files,
             clang::DiagnosticConsumer &Said) {
#if LLVM_VERSION_MAJOR < 22
  auto Result = std::make_unique<clang::CompilerInstance>();
  Result->setInvocation(std::move(Invocation));
  Result->createDiagnostics(&Said, /*ShouldOwnClient=*/false);
  Result->createFileManager(std::move(Files));
#else
  auto Result = std::make_unique<clang::CompilerInstance>(std::move(Invocation));
  Result->setVirtualFileSystem(std::move(Files));
  Result->createDiagnostics(&Said, /*ShouldOwnClient=*/false);
#endif
  return Result;
}

} // namespace holdfast::plugin

#endif // HOLDFAST_PLUGIN_COMPAT_H
