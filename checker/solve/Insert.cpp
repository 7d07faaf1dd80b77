//===- Insert.cpp - writing through insert iterators ----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `std::copy(a.begin(), a.end(), std::back_inserter(v))`: what is written through
// the iterator is inserted into v by a row of v's class. When the algorithm reads
// from v at the same time, its own iterators are what dangles.
//
//===----------------------------------------------------------------------===//
#include "solve/Transfer.h"

namespace holdfast::solve {

using models::Change;

/// The row by which an inserter of Class inserts: at a position, else at the back, else at the front.
static const models::Operation *insertRow(const models::ClassModel &Class, bool AtPosition) {
  const models::Operation *Best = nullptr;
  auto Look = [&](const std::vector<models::Operation> &Rows) {
    for (const models::Operation &Row : Rows) {
      if (Row.What != Change::Insert || Row.Pattern != (AtPosition ? "IV" : "V"))
        continue;
      bool Better = !Best || (Best->Where == models::Place::First &&
                              Row.Where == models::Place::Last);
      if (Better && (AtPosition || Row.Where != models::Place::Unstated))
        Best = &Row;
    }
  };
  Look(Class.Own);
  for (const auto *Family : Class.Families)
    Look(*Family);
  return Best;
}

void Transfer::insertThrough(const Value &Inserter, const Frame *Algorithm) {
  const models::ClassModel *Class = C.inserterClass(Inserter.Origin);
  const models::Operation *Row = Class ? insertRow(*Class, Inserter.Stepped) : nullptr;
  if (!Row)
    return;
  ir::ModelOp NoOp;
  Frame F;
  F.Op = &NoOp;
  F.Row = Row;
  F.Class = Class;
  F.Container = F.Range = Inserter.Target;
  llvm::SmallVector<Value, 2> Read;
  if (Algorithm)
    for (const Argument &A : Algorithm->Arguments)
      if (llvm::StringRef("beg").contains(A.Role) && A.V.isIterator() &&
          Places.elementOf(F.Container, A.V.Target) != NoPlace)
        Read.push_back(A.V);
  // The algorithm's own copies of its iterators dangle like any other handle.
  llvm::SmallVector<PlaceId, 2> Copies;
  for (const Value &V : Read) {
    PlaceId Copy = Places.pointee(S.fresh());
    Value Valid = V;
    Valid.State = Value::Validity::Valid;
    S.set(Copy, Valid);
    Copies.push_back(Copy);
  }
  change(F, true);
  for (PlaceId Copy : Copies) {
    const Value *V = S.find(Copy);
    if (!V || !V->isDangling())
      continue;
    Misuse U = misuseOf(Copy, *V, UseKind::Advance, {});
    U.ByAlgorithm = true;
    Report.add(S, U);
  }
  S.removeIf([&](const Entry &E) { return llvm::is_contained(Copies, E.P); });
}

} // namespace holdfast::solve
