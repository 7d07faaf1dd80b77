//===- Store.h - entries of a cache, in files --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One file an entry, all in one directory: `llvmcache-` and the key, so that llvm::pruneCache()
// keeps house. An entry is written beside its place and renamed, so it is whole or not there,
// whoever is killed when, and several runs may share the directory. What is left of a killed run
// has such a name, too, and is pruned.
//
//   offset  bytes
//   0       4      "HFC\1"
//   4       8, 8   sizes of head and body, little endian
//   20      20     digest of the body
//   40      20     digest of key, all before this, and head
//   60             head, body
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_CACHE_STORE_H
#define HOLDFAST_TOOL_CACHE_STORE_H

#include "tool/cache/Digest.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>
#include <optional>

namespace holdfast::tool {

/// An entry that was found. Valid as long as this object, also when it is pruned.
class Entry {
public:
  llvm::StringRef head() const { return Head; }
  bool hasBody() const { return BodySize; }
  /// What the body is said to be known by.
  llvm::StringRef bodyDigest() const;
  /// Nothing when it is damaged.
  std::optional<llvm::StringRef> body() const;

private:
  friend class Store;
  bool readHead(const Digest &Key);

  std::unique_ptr<llvm::MemoryBuffer> Buffer;
  llvm::StringRef Head;
  uint64_t BodySize = 0;
};

class Store {
public:
  /// Makes the directory. Fails when there is none and none can be made.
  static llvm::Expected<Store> open(llvm::StringRef Directory);

  /// The entry, if there is one and its head is not damaged. Damaged ones are removed.
  std::optional<Entry> find(const Digest &Key);
  /// An entry of two parts, of which the head can be had without reading the body.
  llvm::Error put(const Digest &Key, llvm::StringRef Head, llvm::StringRef Body) const;
  /// An entry that is a file of its own.
  static llvm::Error write(llvm::StringRef File, const Digest &Key, llvm::StringRef Head,
                           llvm::StringRef Body);
  /// Fails when there is none, it has another key, or is damaged.
  static llvm::Expected<Entry> read(llvm::StringRef File, const Digest &Key);
  /// Removes an entry whose body is damaged.
  void drop(const Digest &Key);

  /// Removes what was not used for a month and then, until Megabytes are enough, what was not used
  /// for longest. Not more often than every twenty minutes, whoever does it.
  void prune(unsigned Megabytes) const;

  llvm::StringRef directory() const { return Directory; }
  /// What was damaged.
  std::vector<std::string> takeNotices() { return std::move(Notices); }

private:
  explicit Store(llvm::StringRef Directory) : Directory(Directory) {}
  std::string pathOf(const Digest &Key) const;

  std::string Directory;
  std::vector<std::string> Notices;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_CACHE_STORE_H
