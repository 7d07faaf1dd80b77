//===- Content.h - functions by what they say -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_LINK_CONTENT_H
#define HOLDFAST_LINK_CONTENT_H

#include "ir/Program.h"
#include "llvm/ADT/ArrayRef.h"

namespace holdfast::link {

/// A hash that stands for what was hashed: 128 bits, so that equal ones mean equal contents.
struct Content {
  uint64_t High = 0, Low = 0;

  friend bool operator==(const Content &A, const Content &B) {
    return A.High == B.High && A.Low == B.Low;
  }
  friend bool operator<(const Content &A, const Content &B) {
    return std::tie(A.High, A.Low) < std::tie(B.High, B.Low);
  }
};

struct ContentHash {
  size_t operator()(const Content &C) const { return static_cast<size_t>(C.Low); }
};

Content contentOf(llvm::StringRef Bytes);
Content contentOf(llvm::ArrayRef<Content> Parts);

/// Contents of functions of one module, which may grow: texts and file names count, their
/// numbers do not.
class ContentReader {
public:
  Content contentOf(const ir::Module &M, const ir::Function &F);

private:
  std::vector<uint64_t> Symbols, Files; ///< Hashes of their texts, as far as known.
};

/// The functions, variables and classes that F names, in order, each once.
std::vector<ir::Symbol> namesIn(const ir::Function &F);

} // namespace holdfast::link

#endif // HOLDFAST_LINK_CONTENT_H
