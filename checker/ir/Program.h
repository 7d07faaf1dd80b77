//===- Program.h - functions, blocks and modules of effects -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_IR_PROGRAM_H
#define HOLDFAST_IR_PROGRAM_H

#include "ir/Effect.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace holdfast::ir {

/// A variable of a function. Names need not be unique; VarIds are.
struct Variable {
  enum class Storage : uint8_t {
    Local,     ///< A local variable.
    Parameter, ///< Parameters come first in Function::Vars, in order.
    Capture,   ///< A lambda's captured entity; in order right after the parameters. `this` is
               ///< captured as Path::Root::This and has no variable.
    Temporary, ///< Made by lowering; has no name in the source.
  };
  Symbol Name = 0; ///< Source name; for temporaries what a message may call it, or 0.
  Storage S = Storage::Local;
  bool IsReference = false; ///< Declared (or made) as a reference: denotes its referent.
  Symbol Type = 0; ///< Model class when it is one ("std::map"), "iterator" for an iterator of a
                   ///< model class, "pointer", "bool", "int" or 0: what the text form shows and
                   ///< messages may mention. Semantics never depend on it.
  Symbol Class = 0; ///< USR of the polymorphic class that it is of, refers to or points at, as
                    ///< declared; 0: none. Virtual methods of others do not run on it.
  /// The loop a hidden variable belongs to: a range-for's `__range1`, `__begin1`, `__end1`, or the
  /// cursor that inlining makes for an algorithm that calls a lambda back.
  enum class Hidden : uint8_t { No, RangeFor, Algorithm };
  Hidden Walk = Hidden::No;
  Location Loop; ///< Set iff Walk is not No.
  Location Loc;  ///< Declaration.
  bool IsConst = false; ///< A parameter that is a reference to const.
};

/// How control leaves a block.
struct Terminator {
  enum class Kind : uint8_t {
    Goto,        ///< to Successors[0].
    Branch,      ///< Condition true: Successors[0], false: Successors[1].
    Switch,      ///< Condition == Cases[i]: Successors[i]; otherwise the last successor.
    Any,         ///< Any successor: exceptions, indirect gotos.
    Exit,        ///< Leaves the function (normally or by exception). No successors.
    Unreachable, ///< A call that does not return. No successors.
  };
  Kind K = Kind::Exit;
  Operand Condition;
  std::vector<int64_t> Cases;
  std::vector<BlockId> Successors;
  Location Loc;
};

struct Block {
  std::vector<Effect> Effects;
  Terminator Term;
};

/// A function body as a graph of blocks.
struct Function {
  Symbol Usr = 0;  ///< Unique in the program; internal linkage includes the file (clang USRs do).
  Symbol Name = 0; ///< For messages: "Widget::notify", "lambda at a.cpp:12".
  Symbol Class =
      0; ///< USR of the class of `this`; of a lambda: of the `this` it captured. 0: no `this`.
  Location Loc;
  uint32_t NumParams = 0;
  uint32_t NumCaptures = 0;
  bool IsLambda = false;
  bool IsVirtual = false;
  bool IsConstructor = false; ///< Makes `this`.
  bool IsDestructor = false;  ///< Ends `this`.
  bool IsPrivate = false;     ///< A method that not everybody may call: private or protected.
  bool IsCoroutine = false;
  bool ReturnsReference = false;
  std::vector<Symbol> Overrides; ///< USRs of the methods it overrides directly.
  std::vector<Variable> Vars;    ///< Parameters, then captures, then locals and temporaries.
  std::vector<Block> Blocks;     ///< Blocks[0] is the entry.
};

/// A class, as far as the call graph needs it. Named as in Projection::Owner.
struct Record {
  Symbol Usr = 0;
  Symbol Name = 0;
  std::vector<Symbol> Bases; ///< USRs.
};

/// What the declaration of a member or global says that paths name.
struct Declaration {
  Symbol Owner = 0; ///< As in Projection::Owner; 0: a global.
  Symbol Name = 0;  ///< The member's, or the USR of the global.
  Location Loc;     ///< For messages. Nothing rests on it.
  /// The locks one of which must be held to use the object there, or the one that it points at: of
  /// the object that the member is of, or globals. Empty: it does not say. No root is a variable.
  std::vector<Path> Guards;
};

/// One translation unit, or several linked.
class Module {
public:
  Module() { intern(""); }

  std::vector<std::string> Files; ///< Paths as the tool shows them.
  std::vector<Function> Functions;
  std::vector<Record> Records;
  std::vector<Declaration> Declarations; ///< One for each name, by text of owner and name.

  Symbol intern(llvm::StringRef Text);
  llvm::StringRef text(Symbol S) const { return Strings[S]; }
  /// The symbol of Text if it was ever interned, 0 otherwise.
  Symbol lookup(llvm::StringRef Text) const;
  size_t numSymbols() const { return Strings.size(); }

  uint32_t addFile(llvm::StringRef Name);

private:
  std::vector<std::string> Strings;
  llvm::StringMap<Symbol> Index;
  llvm::StringMap<uint32_t> FileIndex;
};

} // namespace holdfast::ir

#endif // HOLDFAST_IR_PROGRAM_H
