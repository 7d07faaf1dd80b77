//===- Remedy.cpp - what to write instead ---------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A remedy names operations that the container really has: they are looked up
// in the rows of its model, so containers of other libraries and of the user's
// .holdfast.yaml get remedies of their own.
//
//===----------------------------------------------------------------------===//

#include "rules/Remedy.h"
#include "rules/Alternatives.h"
#include "rules/Wording.h"

using namespace holdfast;
using namespace holdfast::rules;
using models::Change;
using models::ClassModel;
using models::Operation;
using solve::Violation;

namespace {

/// Whether the violation's operation reads like a look-up but inserts: `m[k]`.
bool insertsByLookingUp(const Violation &V, const ClassModel *Class) {
  return V.Change == Change::Insert && findRow(Class, [&](const Operation &Row) {
           return Row.Name == V.Operation && Row.When == models::Condition::IfMissing &&
                  Row.Returns == models::Result::ElementAtKey;
         });
}

/// `m.erase(arguments)`, `p->erase(arguments)`, `std::erase_if(m, arguments)`.
std::string call(const Operation &Row, llvm::StringRef Container, llvm::StringRef Arguments) {
  if (isFree(Row))
    return (Row.Name + "(" + Container + ", " + Arguments + ")").str();
  llvm::StringRef Arrow = Container.consume_front("*") ? "->" : ".";
  return (Container + Arrow + Row.Name + "(" + Arguments + ")").str();
}

/// `'std::erase_if(m, ...)' (C++20)`: of what runs once over all.
std::string once(const Operation &ByPredicate, llvm::StringRef Container) {
  // Units of several standards are one program.
  const bool IsNew = llvm::StringRef(ByPredicate.Name).starts_with("std::");
  return "'" + call(ByPredicate, Container, "...") + "'" + (IsNew ? " (C++20)" : "");
}

std::string remedyForEraseLoop(const Violation &V, const ClassModel *Class) {
  std::string Container = containerCode(V);
  const Operation *AtPosition = eraseAtPosition(Class);
  const Operation *ByPredicate = eraseByPredicate(Class);
  std::string Step =
      AtPosition ? "'" + handleCode(V) + " = " + call(*AtPosition, Container, handleCode(V)) + "'"
                 : std::string();
  std::string Whole = ByPredicate ? once(*ByPredicate, Container) : std::string();

  if (!V.IsRangeFor && !V.InCallback && AtPosition)
    return "erase with " + Step + ", and increment only when nothing was erased";
  if (ByPredicate && AtPosition)
    return "use " + Whole + ", or a loop over iterators that continues with " + Step;
  if (ByPredicate)
    return "use " + Whole + ", or collect what to erase and erase it after the loop";
  if (AtPosition)
    return "use a loop over iterators that continues with " + Step +
           ", or collect what to erase and erase it after the loop";
  return "collect what to erase and erase it after the loop";
}

} // namespace

std::string rules::remedyForLoop(const Violation &V, const Context &C) {
  const ClassModel *Class = C.Library.findClass(V.ContainerType);
  std::string Container = containerCode(V);
  if (V.Cause == solve::CauseKind::Skip) {
    std::string Text = "increment the index only when nothing was erased, or go from the back";
    if (const Operation *ByPredicate = eraseByPredicate(Class))
      Text += ", or use " + once(*ByPredicate, Container);
    return Text;
  }
  if (!V.Chain.empty())
    return "iterate a copy of " + container(V) + ", or put the change off until the loop has ended";
  switch (V.Change) {
  case Change::Erase:
    return remedyForEraseLoop(V, Class);
  case Change::Insert:
    if (insertsByLookingUp(V, Class))
      if (const Operation *Find = lookUp(Class))
        return "'" + V.Operation + "' inserts a missing key; read with '" +
               call(*Find, Container, "...") +
               "', or collect the new elements and insert them after the loop";
    return "collect the new elements and insert them after the loop, or iterate a copy of " +
           container(V);
  case Change::Clear:
    return "leave the loop right after it, or clear " + container(V) + " after the loop";
  default:
    return "iterate a copy of " + container(V) + ", or change it after the loop";
  }
}

std::string rules::remedyForHandle(const Violation &V, const Context &C) {
  const ClassModel *Class = C.Library.findClass(V.ContainerType);
  std::string Container = containerCode(V);
  bool IsIterator = V.Handle == solve::HandleKind::Iterator;
  if (V.Cause == solve::CauseKind::Destroy)
    return "keep the owner in a variable that lives as long as the " + handleNoun(V).str();

  // On node-based containers an erasure invalidates iterators to what it erased only, so the handle
  // was the position. Elsewhere it may have been another one.
  if (IsIterator && V.Change == Change::Erase && Class && Class->StableReferences)
    if (const Operation *AtPosition = eraseAtPosition(Class))
      return "use what is needed before the change, or go on with what it returns: '" +
             handleCode(V) + " = " + call(*AtPosition, Container, handleCode(V)) + "'";
  std::string Text = IsIterator && V.Change == Change::Erase
                         ? "use what is needed before the change, or obtain the iterator again "
                           "after it"
                     : IsIterator ? "obtain the iterator again after the change"
                     : V.Handle == solve::HandleKind::View
                         ? "make the view again after the change"
                         : "look the element up again after the change, or copy what is needed "
                           "before it";
  if (V.MayReallocate)
    if (const Operation *Reserve = reserve(Class))
      Text += ", or reserve enough with '" + call(*Reserve, Container, "...") + "' beforehand";
  return Text;
}

std::string rules::remedyByMigration(llvm::StringRef Class, llvm::StringRef Container,
                                     const Context &C) {
  const ClassModel *Model = C.Library.findClass(Class);
  // Neither a vector nor a multimap: each key once.
  bool HasKeys = Model && Model->Kind == models::ClassKind::Container &&
                 (Model->isMap() || Model->KeyField.empty()) &&
                 findRow(Model, [](const Operation &Row) {
                   return Row.Name == "insert" && Row.Returns == models::Result::IteratorBool;
                 });
  if (!HasKeys)
    return "";
  std::string To = Model->isMap() ? "holdfast::map" : "holdfast::set";
  llvm::StringRef Name = Container.substr(Container.find_last_of(".>*& ") + 1);
  if (Name.empty())
    return "or use a " + To;
  return "or use a " + To + ": 'holdfast migrate --to=" + To + " " + Name.str() + "'";
}
