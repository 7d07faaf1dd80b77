//===- Active.cpp - which mutant of the sources is alive ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Active.h"
#include "llvm/ADT/StringRef.h"
#include <cstdlib>

namespace holdfast::mutants {

static unsigned activeFromEnvironment() {
  const char *Wanted = std::getenv("HOLDFAST_MUTANT");
  llvm::StringRef Name = Wanted ? Wanted : "";
  unsigned Id = 0;
  return Name.consume_front("solver:") && !Name.getAsInteger(10, Id) ? Id : 0;
}

unsigned Active = activeFromEnvironment();
std::vector<bool> Reached;

void reach(unsigned Id) {
  if (Id >= Reached.size())
    Reached.resize(Id + 1);
  Reached[Id] = true;
}

} // namespace holdfast::mutants
