//===- FunctionCache.h - functions that were solved before ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All functions of a program are one entry of the store: 100,000 small files would cost more than
// what is in them. It is written anew when something is to be added, and what the last runs had no
// use for is left out then. Of runs at the same time, the last one counts. A file that a part of a
// program was solved into (`holdfast solve --shard`) is such an entry, too.
//
//   bytes
//   8              number of records
//   33 for each    key 20, age 1, offset 8 and size 4 of the value; sorted by key
//                  values
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_CACHE_FUNCTIONCACHE_H
#define HOLDFAST_TOOL_CACHE_FUNCTIONCACHE_H

#include "tool/Unit.h"
#include "tool/cache/Root.h"
#include "tool/cache/Store.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/BitVector.h"
#include <map>

namespace holdfast::tool {

class FunctionCache {
public:
  FunctionCache(Roots &Places, const Digest &Environment)
      : Places(Places), Environment(Environment) {}

  /// Knows nothing of the program of Units. To be called before all that follows.
  void begin(llvm::ArrayRef<Unit> Units);
  /// Takes what is known of that program.
  void load(Store &Entries);
  /// Takes what was written to File, about whatever program. Fails when that is no such file.
  llvm::Error load(llvm::StringRef File);

  /// Part of each key: what holds for all functions that are solved with Rows.
  Digest beginKey(llvm::StringRef Rows) const;
  std::optional<llvm::StringRef> find(llvm::StringRef Key) const;
  void markUsed(llvm::StringRef Key);
  void add(std::string Key, std::string Value);

  /// Writes what was added, if anything was, with what there was in Entries.
  llvm::Error save(Store &Entries);
  /// Writes what was added to File.
  llvm::Error write(llvm::StringRef File) const;

private:
  struct Record {
    llvm::StringRef Key, Value;
    unsigned Age;
  };
  /// Records as they were written.
  class Part {
  public:
    /// None: they are damaged.
    static std::optional<Part> of(Entry E);
    size_t size() const { return Count; }
    Record operator[](size_t Index) const;
    std::optional<size_t> indexOf(llvm::StringRef Key) const;
    llvm::BitVector Used; ///< By record.

  private:
    explicit Part(Entry E) : Whole(std::move(E)) {}
    Entry Whole;
    llvm::StringRef Body; ///< Of Whole.
    size_t Count = 0;
  };
  std::string encode() const;
  Digest keyOfFiles() const;

  Roots &Places;
  Digest Environment;
  Digest Name = {};
  std::vector<Part> Parts;
  std::map<std::string, std::string> Added;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_CACHE_FUNCTIONCACHE_H
