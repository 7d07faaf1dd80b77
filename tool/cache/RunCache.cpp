//===- RunCache.cpp - what a run finds done already -----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/cache/RunCache.h"
#include "tool/Paths.h"
#include "tool/Run.h"
#include "tool/cache/Environment.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"

namespace holdfast::tool {

/// Where the user wants the cache; empty: nowhere.
static std::string cacheDirectory(const Options &O) {
  if (O.NoCache)
    return "";
  if (O.CacheDir)
    return absolutePath(*O.CacheDir);
  if (std::optional<std::string> Set = llvm::sys::Process::GetEnv("HOLDFAST_CACHE_DIR"))
    return Set->empty() ? "" : absolutePath(*Set);
  llvm::SmallString<128> Directory;
  if (!llvm::sys::path::cache_directory(Directory))
    return "";
  llvm::sys::path::append(Directory, "holdfast");
  return Directory.str().str();
}

llvm::Expected<std::unique_ptr<RunCache>> RunCache::open(const Options &O, Roots &Places,
                                                         const ParseOptions &Parse) {
  std::string Directory = cacheDirectory(O);
  if (Directory.empty())
    return nullptr;
  llvm::Expected<Store> Entries = Store::open(Directory);
  if (Entries)
    return std::unique_ptr<RunCache>(
        new RunCache(std::move(*Entries), Places, digestOfEnvironment(), Parse));
  if (O.CacheDir)
    return Entries.takeError();
  std::string Why = llvm::toString(Entries.takeError());
  if (O.Verbose)
    complain("note", Why);
  return nullptr;
}

FunctionCache &RunCache::functions(llvm::ArrayRef<Unit> Units) {
  Functions.begin(Units);
  Functions.load(Entries);
  return Functions;
}

void RunCache::failed(llvm::StringRef Why) {
  if (!Failures++)
    FirstFailure = Why.str();
}

void RunCache::finish(const Options &O) {
  if (O.Verbose)
    for (const std::string &Notice : Entries.takeNotices())
      complain("note", Notice);
  if (Failures)
    complain("warning", "the cache " + shownPath(Entries.directory()) + " did not take " +
                            counted(Failures, "result") +
                            " (--no-cache uses none): " + FirstFailure);
  Entries.prune(O.CacheSize);
}

} // namespace holdfast::tool
