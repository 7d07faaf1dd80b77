//===- Wording.h - phrases that the rules share -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Messages are put together from the columns of small tables, so that the same
// change is called the same in every rule. A message quotes names as the source
// spells them; `this->` is dropped, as most sources do.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_RULES_WORDING_H
#define HOLDFAST_RULES_WORDING_H

#include "rules/Rule.h"

namespace holdfast::rules {

/// "'m'".
std::string quoted(llvm::StringRef Name);

/// The container as a sentence calls it: "'sessions'", "'p->items'", "the temporary".
std::string container(const solve::Violation &V);

/// The container as code calls it: "sessions", "*p"; "c" when it has no name.
std::string containerCode(const solve::Violation &V);

/// The handle as code calls it: "it", "position"; "it" when it has no name.
std::string handleCode(const solve::Violation &V);

/// "erasing from 'm'", "clearing 'm'".
std::string changing(const solve::Violation &V);

/// The same, or "calling 'A::f' erases from 'm'" when calls lead there.
std::string changingThrough(const solve::Violation &V);

/// Where the function that holds the handle makes the change: there, or in a call.
const ir::Location &changeIn(const solve::Violation &V);

/// "erases from 'm'", "clears 'm'".
std::string changes(const solve::Violation &V);

/// "erasing from 'jobs'", "reading 'jobs'".
std::string accessing(const threads::Access &A, llvm::StringRef ContainerName);

/// "iterator", "reference", "pointer", "view".
llvm::StringRef handleNoun(const solve::Violation &V);

/// "iterator 'it'", or "iterator into 'm'" when the handle has no name.
std::string handle(const solve::Violation &V);

/// "the range-for at line 12"; "the loop at line 12 of list.h" when Seen is in another file.
std::string loopAt(const solve::Violation &V, const ir::Location &Seen, const ir::Module &M);

/// "is advanced", "is compared".
llvm::StringRef isUsed(solve::UseKind Use);

/// A finding at Loc with the fields every rule copies.
Finding finding(llvm::StringRef Rule, const solve::Violation &V, ir::Location Loc,
                std::string Message);

/// Where the container at P, as the function with this USR names it, is declared.
ir::Location declared(const solve::AccessPath &P, ir::Symbol FunctionUsr, const Context &C);

/// Appends the note unless it has no place to be shown at.
void addNote(Finding &F, const ir::Location &Loc, std::string Message,
             NoteRole Role = NoteRole::Before);

/// Notes for the calls between the first and the last callee of the chain.
void addCallNotes(Finding &F, const solve::Violation &V, NoteRole Role = NoteRole::Before);

/// The way there, a note per call: "'A::f' calls 'B::g' here", "'B::g' erases from 'm' here".
/// Nothing when the change is in the function that holds the handle. Role: of the calls, which come
/// before the warning when that is at a use.
void addChainNotes(Finding &F, const solve::Violation &V, NoteRole Role);

} // namespace holdfast::rules

#endif // HOLDFAST_RULES_WORDING_H
