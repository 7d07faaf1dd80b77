//===- Names.h - how rows spell their values --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Words of .holdfast.yaml for the enumerators of Model.h, lower case with
// hyphens: Scope::FromPosition is "from-position".
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_MODELS_NAMES_H
#define HOLDFAST_MODELS_NAMES_H

#include "models/Model.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace holdfast::models {

/// An enumerator and its word.
template <typename E> struct Word {
  E Value;
  llvm::StringLiteral Text;
};

/// All enumerators of E, in declaration order.
template <typename E> llvm::ArrayRef<Word<E>> wordsOf();
template <> llvm::ArrayRef<Word<Change>> wordsOf();
template <> llvm::ArrayRef<Word<Scope>> wordsOf();
template <> llvm::ArrayRef<Word<Condition>> wordsOf();
template <> llvm::ArrayRef<Word<Place>> wordsOf();
template <> llvm::ArrayRef<Word<Result>> wordsOf();
template <> llvm::ArrayRef<Word<ClassKind>> wordsOf();
template <> llvm::ArrayRef<Word<Sync>> wordsOf();
template <> llvm::ArrayRef<Word<Touch>> wordsOf();

template <typename E> llvm::StringRef wordFor(E Value) {
  return wordsOf<E>()[static_cast<size_t>(Value)].Text;
}

template <typename E> std::optional<E> valueOf(llvm::StringRef Text) {
  for (const Word<E> &W : wordsOf<E>())
    if (W.Text == Text)
      return W.Value;
  return std::nullopt;
}

template <typename E> llvm::SmallVector<llvm::StringRef, 32> allWords() {
  llvm::SmallVector<llvm::StringRef, 32> Result;
  for (const Word<E> &W : wordsOf<E>())
    Result.push_back(W.Text);
  return Result;
}

/// The letters a pattern may have, and those a row's roles may have.
inline constexpr llvm::StringLiteral PatternLetters = "IFCMNV";
inline constexpr llvm::StringLiteral RoleLetters = "pbekhvsxyzinfcogaqwmrtldu.";

/// "; did you mean 'erase'?" when Text is close to one of Allowed, else "".
std::string suggestion(llvm::StringRef Text, llvm::ArrayRef<llvm::StringRef> Allowed);

} // namespace holdfast::models

#endif // HOLDFAST_MODELS_NAMES_H
