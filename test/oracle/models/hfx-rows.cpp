//===- hfx-rows.cpp - all rows of all tables, as JSON ---------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The oracle judges the tables that the solver asks, not a copy of them. A
// class's rows are printed in the order in which a lookup tries them: its own,
// then those of its families. Values are spelled as in .holdfast.yaml.
//
//===----------------------------------------------------------------------===//
#include "models/Names.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using namespace holdfast::models;

/// Of: the class whose row it is, or null.
static llvm::json::Object asJson(const Operation &Row, const ClassModel *Of) {
  return llvm::json::Object{{"name", Row.Name},
                            {"pattern", Row.Pattern},
                            {"roles", Row.Roles},
                            {"change", wordFor(Row.What)},
                            {"iterators", wordFor(Row.Iterators)},
                            {"references", wordFor(Row.References)},
                            {"end", wordFor(Row.End)},
                            {"when", wordFor(Row.When)},
                            {"returns", wordFor(Row.Returns)},
                            {"place", wordFor(Row.Where)},
                            {"touches", wordFor(touchOf(Row, Of))},
                            {"source", Row.Source}};
}

static llvm::json::Object asJson(const ClassModel &Class) {
  llvm::json::Array Rows;
  for (const Operation &Row : Class.Own)
    Rows.push_back(asJson(Row, &Class));
  for (const std::vector<Operation> *Family : Class.Families)
    for (const Operation &Row : *Family)
      Rows.push_back(asJson(Row, &Class));
  return llvm::json::Object{{"name", Class.Name},
                            {"kind", wordFor(Class.Kind)},
                            {"key", Class.KeyField},
                            {"stable", Class.StableReferences},
                            {"shared", Class.ImplicitlyShared},
                            {"rows", std::move(Rows)}};
}

int main() {
  const Library Lib = Library::builtin();
  llvm::json::Array Classes, Functions;
  for (const auto &Class : Lib.classes())
    Classes.push_back(asJson(*Class));
  for (const Operation &Row : Lib.functions())
    Functions.push_back(asJson(Row, nullptr));
  llvm::outs() << llvm::json::Value(llvm::json::Object{{"classes", std::move(Classes)},
                                                       {"functions", std::move(Functions)}})
               << "\n";
}
