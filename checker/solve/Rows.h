//===- Rows.h - rows of the tables, by operation ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_ROWS_H
#define HOLDFAST_SOLVE_ROWS_H

#include "ir/Program.h"
#include "models/Model.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

/// The operation may make a handle dangle, now or (an inserter) later.
inline bool invalidates(const models::Operation &Row) {
  using models::Change;
  using models::Scope;
  return Row.What == Change::Release || Row.What == Change::Splice ||
         Row.Returns == models::Result::Inserter || Row.Iterators != Scope::None ||
         Row.References != Scope::None || Row.End != Scope::None;
}

/// The result refers into a container.
inline bool borrows(const models::Operation &Row) {
  using models::Result;
  return !llvm::is_contained({Result::None, Result::Fresh, Result::Size, Result::IsEmpty,
                              Result::Contains, Result::Removed, Result::Inserted, Result::Taken,
                              Result::Node, Result::Self, Result::Same, Result::Next, Result::Prev},
                             Row.Returns);
}

class Rows;

/// F deallocates something.
bool releasesAnything(const ir::Function &F, Rows &Table);

/// The rows that the operations of one module name.
class Rows {
public:
  Rows(const ir::Module &M, const models::Library &Lib) : M(M), Lib(Lib) {}
  models::Library::Lookup find(const ir::ModelOp &Op);
  const models::Library &library() const { return Lib; }
  /// Name is the member that is the key of a class's elements: nobody changes it in a container.
  bool isKeyMember(ir::Symbol Name) const { return llvm::is_contained(KeyMembers, Name); }
  llvm::ArrayRef<ir::Symbol> keyMembers() const { return KeyMembers; }
  /// Elements may be stored in the object itself (short strings): they do not stay where they are
  /// when the object moves.
  bool isEmbedding(const models::ClassModel &Class);
  /// A view class whose objects hold pointers to the elements (span), not to the container
  /// (filter).
  bool holdsPointers(const models::ClassModel &View);
  /// A smart pointer whose end is surely the end of its pointee: unique_ptr.
  bool ownsAlone(const models::ClassModel &Class);
  /// The model of the class that ir::Variable::Type names, or null.
  const models::ClassModel *classNamed(ir::Symbol Name) const;

private:
  const ir::Module &M;
  const models::Library &Lib;
  llvm::DenseMap<std::pair<ir::Symbol, ir::Symbol>, models::Library::Lookup> Known;
  llvm::SmallVector<ir::Symbol, 2> KeyMembers; ///< Of the classes met so far.
  llvm::DenseMap<const models::ClassModel *, bool> Embedding, Pointers, Owning;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_ROWS_H
