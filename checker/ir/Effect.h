//===- Effect.h - what a statement does to handles and containers -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One small struct per kind of effect, with the C++ that produces it and its
// text form. Evaluating any operand or path that goes through a dereference
// (`.*`) or that is rooted at a variable of reference type *is* a use of that
// pointer, iterator or reference; `Use` exists for reads that do nothing else.
//
// Facts about libraries are not in here: `ModelOp` names a library operation
// and the rows of checker/models say what it does.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_IR_EFFECT_H
#define HOLDFAST_IR_EFFECT_H

#include "ir/Path.h"
#include <optional>
#include <vector>

namespace holdfast::ir {

/// A source range on one or several lines. Line and column are 1-based; a
/// location with Line == 0 is unknown. File indexes Module::Files.
struct Location {
  uint32_t File = 0;
  uint32_t Line = 0;
  uint32_t Column = 0;
  uint32_t EndLine = 0;   ///< Line of the last character.
  uint32_t EndColumn = 0; ///< One past the last character.
  bool InMacro = false;   ///< Spelled by a macro; the location is the expansion.

  bool isValid() const { return Line != 0; }
  friend bool operator==(const Location &A, const Location &B) {
    return std::tie(A.File, A.Line, A.Column, A.EndLine, A.EndColumn, A.InMacro) ==
           std::tie(B.File, B.Line, B.Column, B.EndLine, B.EndColumn, B.InMacro);
  }
  friend bool operator<(const Location &A, const Location &B) {
    return std::tie(A.File, A.Line, A.Column, A.EndLine, A.EndColumn, A.InMacro) <
           std::tie(B.File, B.Line, B.Column, B.EndLine, B.EndColumn, B.InMacro);
  }
};

/// `auto &c = this->items;`, a structured binding, a temporary that names the
/// lvalue a ternary chose: the reference variable Reference denotes Target.
///
///   bind %c = this.items@Widget
struct Bind {
  VarId Reference;
  Path Target;
};

/// `p = &x;` `auto it2 = it;` `found = true;` `n = n->next;` `x = f() /*unmodeled*/;`
/// Destination receives a copy of Source. Copies of containers are ModelOps.
///
///   assign %found = 1
///   assign %n = %n.*.next@Node
///
/// Presumed: only if nothing is known of what Destination holds. The solver says so of members that
/// the rest of the program sets to one thing.
///
///   presume %c.*.server_@Client = &this
struct Assign {
  Path Destination;
  Operand Source;
  bool IsPresumed = false;
};

/// `++i`, `it += 2`, `p + 1`: integers, iterators and pointers alike. `flags & 4`: integers.
/// In place when Left is the value at Destination.
///
///   add %it = %it, 1
///   sub %t = %i, 1
///   and %t = %flags, 4
struct Arithmetic {
  enum class Op : uint8_t { Add, Subtract, And };
  Path Destination;
  Op O;
  Operand Left;
  Operand Right;
};

/// `a == b`: integers, flags, pointers, iterators. The result goes to a
/// temporary that a Branch tests, or that is stored.
///
///   compare %t = ne %it, %end
struct Compare {
  enum class Predicate : uint8_t { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };
  Path Destination;
  Predicate P;
  Operand Left;
  Operand Right;
};

/// `!x`.
///
///   not %t = %found
struct Not {
  Path Destination;
  Operand Source;
};

/// A read that does nothing else the program form describes: `sum += it->second`,
/// `log(r)`, `return *p`. The solver checks the handles on P.
///
///   use %it.*.second@std::pair
struct Use {
  enum class Kind : uint8_t {
    Read, ///< The value at P is read (or written through it): handles that P goes through are used.
    Pass, ///< P itself, an iterator, pointer or view held by value, is handed to code we do not
          ///< see: handles that P goes through and the one stored at P are used.
  };
  Path P;
  Kind K;
};

/// A library operation that checker/models has a row for: methods, free
/// functions, constructors, operators, algorithms.
///
///   %it = op std::map::erase recv %m args %it1
///   op std::vector::push_back recv this.items@Widget args ?
///   op std::vector::clear recv %jobs calls "c:@S@Job@F@~Job#"
///   %r = op std::find_if args %b, %e, %lambda
///
/// Name is the model's qualified name (inline namespaces and template
/// arguments dropped); a method is named after the *model class*, not after
/// the base that happens to declare it. Shape tells overloads apart: one
/// letter per argument, see models::ArgumentClass.
struct ModelOp {
  std::optional<VarId> Result;
  Symbol Name;
  Symbol Shape;                 ///< e.g. "I" for erase(iterator), "V" for erase(key), "II", "".
  std::optional<Path> Receiver; ///< The container, lock … the method is called on.
  std::vector<Operand> Arguments;
  /// Of an operation that destroys elements or what a smart pointer owns: the USR of the destructor
  /// that runs for each of them. 0: none with user code. It may be virtual.
  Symbol Destructor = 0;
};

/// A call of anything else. Result is a variable when the call's value is kept.
///
///   %r = call "c:@F@lookup#" recv %w args &%m, %k
///   call virtual "c:@S@Client@F@poll#" recv %c.* args
///   call indirect %callback args ?
struct Call {
  enum class Kind : uint8_t { Direct, Virtual, Indirect };
  std::optional<VarId> Result;
  Kind K = Kind::Direct;
  /// USR; Direct and Virtual (the statically named method). After inlining, an Indirect call may
  /// stand for what else a call of Callee may enter; no text says so.
  Symbol Callee = 0;
  Symbol Name = 0;                ///< What a message calls it: "Client::poll".
  std::optional<Path> Target;     ///< Indirect: the callable (closure, std::function, pointer).
  std::optional<Path> Receiver;   ///< The object a method is called on.
  std::vector<Operand> Arguments; ///< Address: bound to a reference parameter; Value: copied.
  bool NoReturn = false;
  bool IsConst = false; ///< A method that does not change its Receiver.
};

/// A lambda expression becomes a closure object; its body is the Function with
/// USR Body. The address of a function is a closure that captures nothing. Captures are in the
/// order of Function::Captures: Address = by reference (`this` too), Value = by copy.
///
///   closure %f = "c:a.cpp@12@F@main#@Sa@F@operator()#" captures &%m, %k
struct Closure {
  VarId Result;
  Symbol Body;
  std::vector<Operand> Captures;
};

/// The lifetime of the object at P ends: scope exit of a local, end of the full
/// expression for a temporary. Callee is the destructor's USR when user code runs.
///
///   destroy %tmp
struct Destroy {
  Path P;
  Symbol Destructor = 0;
};

/// `delete p;` (C deallocation functions are ModelOps).
///
///   release %n
///   release %n calls virtual "c:@S@Node@F@~Node#"
struct Release {
  Operand Pointer;
  Symbol Destructor = 0;
  bool IsVirtual =
      false; ///< The destructor of the object's own class runs: Destructor or what overrides it.
};

/// `return x;` — the value leaves the function. The terminator leaves the block.
///
///   return &this.items@Widget
struct Return {
  Operand Value;
};

/// A coroutine suspends (`co_await`, `co_yield`): anything reachable from
/// elsewhere may change.
///
///   suspend
struct Suspend {};

using EffectKind = std::variant<Bind, Assign, Arithmetic, Compare, Not, Use, ModelOp, Call, Closure,
                                Destroy, Release, Return, Suspend>;

struct Effect {
  EffectKind What;
  Location Loc;
};

} // namespace holdfast::ir

#endif // HOLDFAST_IR_EFFECT_H
