//===- Invocation.h - a unit's command as clang takes it -------- -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_INVOCATION_H
#define HOLDFAST_TOOL_INVOCATION_H

#include "tool/Parse.h"
#include "clang/Frontend/CompilerInvocation.h"
#include <memory>

namespace holdfast::tool {

using InvocationPtr = std::shared_ptr<clang::CompilerInvocation>;
using FileSystemPtr = llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>;

/// What the driver makes of Arguments for File, with the flags repaired that it refuses; what it
/// says of others goes to Collector. Null: it cannot even start. It is asked again after each
/// repair, as it may stop at its first error; that costs little, for nothing is parsed.
InvocationPtr acceptedInvocation(std::vector<std::string> &Arguments, const std::string &File,
                                 const FileSystemPtr &FS, ErrorCollector &Collector,
                                 std::vector<std::string> &Notices);

/// Sets what no flag of the user may change: we read, write nothing and report no warnings of
/// clang.
void adjust(clang::CompilerInvocation &Invocation, const ParseOptions &Options);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_INVOCATION_H
