//===- Alternatives.cpp - operations that a container has instead ---------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "rules/Alternatives.h"

using namespace holdfast;
using models::Change;
using models::ClassModel;
using models::Operation;
using models::Result;

bool rules::isFree(const Operation &Row) { return llvm::StringRef(Row.Name).contains("::"); }

const Operation *rules::findRow(const ClassModel *Class,
                                llvm::function_ref<bool(const Operation &)> Matches) {
  if (!Class)
    return nullptr;
  for (const Operation &Row : Class->Own)
    if (Matches(Row))
      return &Row;
  for (const std::vector<Operation> *Family : Class->Families)
    for (const Operation &Row : *Family)
      if (Matches(Row))
        return &Row;
  return nullptr;
}

const Operation *rules::eraseAtPosition(const ClassModel *Class) {
  return findRow(Class, [](const Operation &Row) {
    return !isFree(Row) && Row.What == Change::Erase && Row.Roles == "p" &&
           Row.Returns == Result::Iterator;
  });
}

const Operation *rules::eraseRange(const ClassModel *Class) {
  return findRow(Class, [](const Operation &Row) {
    return !isFree(Row) && Row.What == Change::Erase && Row.Roles == "be";
  });
}

const Operation *rules::eraseByKey(const ClassModel *Class) {
  return findRow(Class, [](const Operation &Row) {
    return !isFree(Row) && Row.What == Change::Erase && Row.Roles == "k";
  });
}

bool rules::hasUniqueKeys(const ClassModel *Class) {
  // A class of equal keys may have an operator[] that inserts missing ones only.
  auto Inserts = [](const Operation &R) {
    return !isFree(R) && R.What == Change::Insert && R.Name.front() != '{' &&
           (R.Roles == "v" || R.Roles == "k" || R.Roles == "kv");
  };
  return findRow(Class, Inserts) && !findRow(Class, [&](const Operation &R) {
           return Inserts(R) && R.When != models::Condition::IfMissing;
         });
}

const Operation *rules::plainly(const ClassModel *Class, Result Returns) {
  return findRow(Class, [&](const Operation &Row) {
    return !isFree(Row) && Row.Pattern.empty() && Row.Returns == Returns && !Row.mutates();
  });
}

const Operation *rules::eraseByPredicate(const ClassModel *Class) {
  return findRow(Class, [](const Operation &Row) {
    return Row.What == Change::Erase && (isFree(Row) ? Row.Roles == "cf" : Row.Roles == "f");
  });
}

const Operation *rules::reserve(const ClassModel *Class) {
  return findRow(Class, [](const Operation &Row) {
    return Row.What == Change::Reserve && !isFree(Row) && Row.Name.front() != '{';
  });
}

const Operation *rules::lookUp(const ClassModel *Class) {
  return findRow(Class, [](const Operation &Row) {
    return !isFree(Row) && !Row.mutates() && Row.Returns == Result::Find;
  });
}
