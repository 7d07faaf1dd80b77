//===- Digest.h - what bytes are known by -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_CACHE_DIGEST_H
#define HOLDFAST_TOOL_CACHE_DIGEST_H

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/HashBuilder.h"

namespace holdfast::tool {

/// Two things with the same digest are the same thing: caches are shared, so it is a cryptographic
/// one.
using Digest = llvm::BLAKE3Result<20>;

/// Text is added with its length, so where one ends and the next begins counts, too.
using Hasher = llvm::HashBuilder<llvm::TruncatedBLAKE3<20>, llvm::endianness::little>;

inline Digest digestOf(llvm::StringRef Bytes) {
  llvm::TruncatedBLAKE3<20> H;
  H.update(Bytes);
  return H.final();
}

/// As bytes of a string.
inline llvm::StringRef bytesOf(const Digest &D) {
  return {reinterpret_cast<const char *>(D.data()), D.size()};
}

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_CACHE_DIGEST_H
