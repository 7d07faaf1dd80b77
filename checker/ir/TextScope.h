//===- TextScope.h - names known while a function is read -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_IR_TEXTSCOPE_H
#define HOLDFAST_IR_TEXTSCOPE_H

#include "ir/Program.h"
#include "llvm/ADT/StringMap.h"
#include <optional>
#include <set>

namespace holdfast::ir {

/// A function under construction. Successors hold label numbers until resolveLabels turns
/// them into block numbers, because a jump may name a block that comes later.
class TextScope {
public:
  explicit TextScope(Function F) : F(std::move(F)) {}

  /// Spelling is what identifies a variable in the text: name, and number among its namesakes.
  std::optional<VarId> find(llvm::StringRef Spelling) const;
  /// Parameters come first, then captures, then the others: the call convention rests on it.
  bool mayDeclare(Variable::Storage S) const;
  /// False when Spelling is taken.
  bool declare(llvm::StringRef Spelling, Variable V);

  /// A reference to Label in the text at Line:Column.
  BlockId refer(llvm::StringRef Label, unsigned Line, unsigned Column);
  /// Starts the block Label; the one before falls through to it unless it has a terminator.
  /// False when Label is taken.
  bool startBlock(llvm::StringRef Label);
  /// False when the block is already closed by a terminator.
  bool add(Effect E);
  bool terminate(Terminator T);

  void noteClosure(VarId V) { Closures.insert(V); }
  bool isClosure(VarId V) const { return Closures.count(V); }
  const Variable &variable(VarId V) const { return F.Vars[V]; }

  /// A label that no block line defines.
  struct Undefined {
    std::string Label;
    unsigned Line, Column;
  };
  std::optional<Undefined> undefinedLabel() const;
  /// The finished function; undefinedLabel() must be nullopt.
  Function finish();

private:
  struct LabelUse {
    std::string Label;
    unsigned Line, Column;
    std::optional<BlockId> Block;
  };
  BlockId labelNumber(llvm::StringRef Label, unsigned Line, unsigned Column);
  void closeBlock(std::optional<BlockId> NextLabel);

  Function F;
  llvm::StringMap<VarId> Vars;
  llvm::StringMap<BlockId> LabelNumbers;
  std::vector<LabelUse> Labels;
  std::set<VarId> Closures;
  bool Open = false; ///< The last block has no terminator yet.
};

} // namespace holdfast::ir

#endif // HOLDFAST_IR_TEXTSCOPE_H
