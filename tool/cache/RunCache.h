//===- RunCache.h - what a run finds done already ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_CACHE_RUNCACHE_H
#define HOLDFAST_TOOL_CACHE_RUNCACHE_H

#include "tool/Options.h"
#include "tool/cache/FunctionCache.h"
#include "tool/cache/ProgramCache.h"
#include "tool/cache/UnitCache.h"

namespace holdfast::tool {

/// The cache as a run uses it: lowered units, solved functions and programs, and the
/// directory of all.
class RunCache {
public:
  /// Null: O wants none, or nobody said where and there is no place for one (no home directory).
  /// Fails when O names a directory that cannot be.
  static llvm::Expected<std::unique_ptr<RunCache>> open(const Options &O, Roots &Places,
                                                        const ParseOptions &Parse);

  RunCache(const RunCache &) = delete;
  RunCache &operator=(const RunCache &) = delete;

  UnitCache &units() { return Units; }
  ProgramCache &programs() { return Programs; }
  /// What is known of the program of Units.
  FunctionCache &functions(llvm::ArrayRef<Unit> Units);
  llvm::Error saveFunctions() { return Functions.save(Entries); }

  /// Something could not be kept.
  void failed(llvm::StringRef Why);
  /// Says what went wrong, and prunes.
  void finish(const Options &O);

private:
  RunCache(Store Opened, Roots &Places, const Digest &Environment, const ParseOptions &Parse)
      : Entries(std::move(Opened)), Units(Entries, Places, Environment, Parse),
        Programs(Entries, Places, Environment), Functions(Places, Environment) {}

  Store Entries;
  UnitCache Units;
  ProgramCache Programs;
  FunctionCache Functions;
  size_t Failures = 0;
  std::string FirstFailure;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_CACHE_RUNCACHE_H
