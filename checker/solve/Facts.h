//===- Facts.h - what is known of a whole program ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_FACTS_H
#define HOLDFAST_SOLVE_FACTS_H

#include "ir/Declarations.h"
#include "solve/CallGraph.h"
#include "solve/Counted.h"
#include "solve/Destroyers.h"
#include "solve/Flags.h"
#include "solve/Hierarchy.h"
#include "solve/KeptOwners.h"
#include "solve/Keys.h"
#include "solve/Looks.h"
#include "solve/Members.h"
#include "solve/Stores.h"
#include "solve/Touched.h"
#include "solve/Unlinking.h"

namespace holdfast::solve {

/// What the analysis of one function asks about all others. Table must outlive it.
struct Facts {
  Facts(const ir::Module &M, Rows &Table)
      : Table(Table), Calls(M, Table), Classes(M), Kept(M, Calls, Classes, Table),
        Ways(M, Calls, Classes, Kept, Table), Changed(M, Calls, Table), Looked(M, Calls, Changed),
        Freeing(M, Calls, Table), Named(M, Table), Given(M, Calls),
        Lent(M, Calls, Changed.components(), Table), Shared(M, Table), Leaving(M, Calls),
        Declared(M) {}

  Rows &Table;
  CallGraph Calls;
  Hierarchy Classes;
  Stores Kept;
  Members Ways;
  Touched Changed;
  Looks Looked;
  Destroyers Freeing;
  Keys Named;
  Flags Given;
  KeptOwners Lent;
  Counted Shared;
  Unlinking Leaving;
  ir::Declarations Declared;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_FACTS_H
