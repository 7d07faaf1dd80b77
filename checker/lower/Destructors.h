//===- Destructors.h - what runs where an object ends -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   struct Server : Base {           function "Server::~Server"
//     std::vector<Job> jobs;           destroy this.logger@Server calls "~Logger"
//     Logger logger;                   op std::vector::{dtor}() recv this.jobs@Server calls "~Job"
//   };                                 destroy this.jobs@Server
//                                      call "~Base" recv this
//
// clang has no body for a destructor that nobody wrote. Whether user code runs in it,
// or a thread is waited for, is decided by the classes alone, not by what the translation unit does
// with them: each one that sees the class says the same.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_LOWER_DESTRUCTORS_H
#define HOLDFAST_LOWER_DESTRUCTORS_H

#include "lower/Names.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <optional>

namespace holdfast::lower {

/// Lives as long as the AST.
class Destructors {
public:
  using Effects = llvm::SmallVector<ir::EffectKind, 2>;

  Destructors(clang::ASTContext &Context, const models::Library &Lib, const TypeModels &Types,
              const Locations &Locs, ir::Module &M)
      : Context(Context), Lib(Lib), Types(Types), Locs(Locs), M(M) {}

  /// The USR of the destructor of T when it is virtual, or user code runs or a thread is waited for
  /// in it, in a base's or in a member's; 0 otherwise, and for modeled classes.
  ir::Symbol of(clang::QualType T);

  /// The same of what an object of the modeled class T owns: elements, keys and values, the object
  /// of a smart pointer, and what those own in turn.
  ir::Symbol ofOwned(clang::QualType T);

  /// What ofOwned() names, when an operation on an object of type T with that row destroys what it
  /// owns, or part of it.
  ir::Symbol runBy(const models::Operation &Row, clang::QualType T);

  static bool isVirtual(clang::QualType T);

  /// The object at P ends, and what it owns with it. IsBeforeThreads: what ends later waits for
  /// threads, so that the end of a container matters, too.
  Effects end(const ir::Path &P, clang::QualType T, bool IsBeforeThreads = false);

  /// What comes after the body of a destructor, `this` being the object it is for.
  Effects endMember(const clang::FieldDecl &Field);
  Effects endBase(const clang::CXXBaseSpecifier &Base);

  /// The destructor of Class, when the compiler writes it and of() names it.
  std::optional<ir::Function> synthesize(const clang::CXXRecordDecl &Class);

private:
  using Classes = llvm::SmallPtrSet<const clang::CXXRecordDecl *, 8>;

  bool counts(const clang::CXXRecordDecl &Class, Classes &Seen) const;
  bool counts(clang::QualType T, Classes &Seen) const;
  bool waits(clang::QualType T, Classes &Seen) const;
  bool endsBeforeThreads(const clang::FieldDecl &Field) const;
  llvm::SmallVector<clang::QualType, 2> owned(clang::QualType T, Classes &Seen) const;
  ir::Symbol of(const clang::CXXRecordDecl &Class);
  ir::Symbol ofOwned(clang::QualType T, Classes &Seen);
  ir::Symbol ofPart(clang::QualType T, Classes &Seen);
  bool isLibrary(const clang::CXXRecordDecl &Class) const;
  ir::Symbol usr(const clang::CXXRecordDecl &Class);

  clang::ASTContext &Context;
  const models::Library &Lib;
  const TypeModels &Types;
  const Locations &Locs;
  ir::Module &M;
  llvm::DenseMap<const clang::CXXRecordDecl *, ir::Symbol> Known;
};

} // namespace holdfast::lower

#endif // HOLDFAST_LOWER_DESTRUCTORS_H
