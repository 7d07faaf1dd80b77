//===- Clearest.h - which of the races are told -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_RULES_CLEAREST_H
#define HOLDFAST_RULES_CLEAREST_H

#include "threads/Faults.h"

namespace holdfast::rules {

/// The container of a race by its last name.
using ContainerName = std::pair<ir::Symbol, ir::Path::Root>;
ContainerName nameOf(const threads::Race &R, const ir::Module &M);

/// Of all that races with the accesses of one container in a function, what is clearest is told,
/// and the rest is counted. Several functions may see the same, and of two functions one is enough.
///
/// What counts is who uses the container: not the methods of its own class, nor others that only
/// hand on.
///
///   struct Timers : std::vector<Timer> {
///     void push(Timer t) { push_back(t); sort(); }
///   };
///   void insert(Timers &all, Timer t) { all.push(t); }
///   void Client::connect() { insert(timers, ...); }     // this one
std::vector<threads::Race> clearest(llvm::ArrayRef<threads::Race> Races, const ir::Module &M);

} // namespace holdfast::rules

#endif // HOLDFAST_RULES_CLEAREST_H
