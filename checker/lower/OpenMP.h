//===- OpenMP.h - the directives of a function body -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// clang's CFG has the statements of a structured block where they are written, as if one thread ran
// them, and the directive itself behind them. Which statements are of which directive is found
// here; LowerOpenMP.cpp says what that means.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_LOWER_OPENMP_H
#define HOLDFAST_LOWER_OPENMP_H

#include "clang/AST/StmtOpenMP.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace holdfast::lower {

using Directive = clang::OMPExecutableDirective;

/// A structured block that a statement is in.
struct OpenMPStep {
  const Directive *D = nullptr;
  bool IsFirstSection = false; ///< The section of a `sections` that has no pragma of its own.

  friend bool operator==(const OpenMPStep &A, const OpenMPStep &B) {
    return A.D == B.D && A.IsFirstSection == B.IsFirstSection;
  }
};
using OpenMPSteps = llvm::SmallVector<OpenMPStep, 4>;

/// Whose copy of a variable a construct uses.
enum class Sharing : uint8_t {
  Shared,
  Private,
  Linear,       ///< A copy that counts on with the iterations.
  FirstPrivate, ///< A copy of the original.
  LastPrivate,  ///< Written to the original at the end.
  Reduction,    ///< Added to the original at the end.
};

/// Built once in time linear in the body; then only read.
class Directives {
public:
  /// Region: Body is that of this directive, which is no block around anything.
  explicit Directives(const clang::Stmt &Body, const Directive *Region);

  bool empty() const { return Parents.empty(); }
  /// The structured blocks that S is in, outermost first.
  OpenMPSteps around(const clang::Stmt *S) const;

private:
  void walk(const clang::Stmt &S, OpenMPStep In);
  void walkSections(const clang::Stmt &Body, const Directive &D);

  const Directive *Region;

  llvm::DenseMap<const clang::Stmt *, OpenMPStep> Innermost;
  llvm::DenseMap<const Directive *, OpenMPStep> Parents;
};

/// The parts of S; of a directive, its clauses and what they are about.
void forEachPart(const clang::Stmt &S, llvm::function_ref<void(const clang::Stmt &)> Visit);
/// Is holds for S or for a part of it, or a part of that.
bool anyPart(const clang::Stmt &S, llvm::function_ref<bool(const clang::Stmt &)> Is);

/// What a directive is made of, where several are combined in one. A `target` alone is nothing: the
/// device runs it in one thread, which is waited for.
bool startsTeam(const Directive &D); ///< parallel, teams: several threads run it.
bool startsTask(const Directive &D); ///< task; but not with `if(0)`: who meets that, runs it.
bool sharesIterations(
    const Directive &D);                 ///< for, distribute, taskloop: a thread runs some of them.
bool sharesSections(const Directive &D); ///< sections.
/// Its body is a function of its own, for it runs in other threads.
bool isOutlined(const Directive &D);
/// Other threads run what stands there.
inline bool isElsewhere(const OpenMPStep &S) { return isOutlined(*S.D) && !S.IsFirstSection; }
/// The threads of a team wait for each other behind it.
bool endsInBarrier(const Directive &D);

/// How D shares V: by its clauses, or because V counts the iterations that it shares.
Sharing sharingOf(const Directive &D, const clang::VarDecl &V);
/// All that are not shared by a clause of D.
llvm::SmallVector<const clang::VarDecl *, 4> privatesOf(const Directive &D);
/// What counts the iterations of the loops that D is about; of those that it shares among threads.
llvm::SmallVector<const clang::VarDecl *, 2> countersOf(const Directive &D);
llvm::SmallVector<const clang::VarDecl *, 2> sharedCountersOf(const Directive &D);

} // namespace holdfast::lower

#endif // HOLDFAST_LOWER_OPENMP_H
