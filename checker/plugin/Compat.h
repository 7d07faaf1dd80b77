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

#endif // HOLDFAST_PLUGIN_COMPAT_H
