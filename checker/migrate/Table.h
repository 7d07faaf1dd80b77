//===- Table.h - what becomes what, and what fits ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_MIGRATE_TABLE_H
#define HOLDFAST_MIGRATE_TABLE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace holdfast::migrate {

/// Whether the new name stands for the old one, or the old type becomes an argument.
enum class Form : uint8_t { Replaced, Wrapped };
enum class Ordering : uint8_t { Any, Hashed, Sorted };

/// A type to migrate to.
struct Target {
  llvm::StringRef Name;   ///< "holdfast::map".
  llvm::StringRef Header; ///< "holdfast/map.hpp".
  Form How = Form::Replaced;
};

/// A class that can become one.
struct Source {
  llvm::StringRef Name;
  llvm::StringRef To;
  Ordering Order = Ordering::Hashed;
};

enum class CallFit : uint8_t { Keep, Refuse, Rename, DropHint, Unqualify, InOrder };

struct CallRow {
  llvm::StringRef To;
  Ordering From;
  llvm::StringRef Name, Shape;
  CallFit What = CallFit::Keep;
  llvm::StringRef Text, Why, Write;
};

/// How a value is reached.
enum class Access : uint8_t { Subscript, At, Entry, Passing };

/// What is done to a value that is reached.
enum class ElementUse : uint8_t {
  Converted,      ///< Its value is read where its type is known: `int n = m[k]`.
  Deduced,        ///< Its value is read where a type is deduced from it: `auto n = m[k]`.
  Inside,         ///< Something of it is read: `m[k].size()`.
  Discarded,      ///< Nothing: `m[k];`.
  Iterated,       ///< By a range-for that changes nothing.
  Assigned,       ///< `m[k] = v`.
  Stepped,        ///< `m[k] += v`, `++m[k]`.
  Changed,        ///< In place, by a statement: `m[k].push_back(v);`.
  ChangedAndUsed, ///< The same, by an expression whose result is used.
  Kept,           ///< A reference, pointer or view that may change it stays: `auto &r = m[k]`.
  KeptConst,      ///< One that does not: `const auto &r = m[k]`.
  Escaped,        ///< One goes to somebody else: `f(m[k])`, `return &m[k]`.
  Moved,          ///< `std::move(m[k])`.
};

enum class ElementFit : uint8_t { Keep, Rewrite, Refuse };

struct ElementRow {
  Access How;
  ElementUse Use;
  ElementFit What = ElementFit::Keep;
  llvm::StringRef Open, Close, End, Why, Write;
};

llvm::ArrayRef<Target> allTargets();
/// Null: no such target.
const Target *findTarget(llvm::StringRef Name);

/// Null: the class called Name cannot become To. (What a wrapper takes is asked of the models.)
const Source *findSource(llvm::StringRef Name, llvm::StringRef To);

/// The row of a call, or null: it means the same if it compiles.
const CallRow *findCall(llvm::StringRef To, Ordering From, llvm::StringRef Name,
                        llvm::StringRef Shape);

const ElementRow &findElement(Access How, ElementUse Use);

/// Whether a class is a pointer whose target is not in the object.
bool isHolder(llvm::StringRef Class);

} // namespace holdfast::migrate

#endif // HOLDFAST_MIGRATE_TABLE_H
