//===- Table.cpp - what becomes what, and what fits -----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "migrate/Table.h"
#include "models/Model.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::migrate {
namespace {

constexpr Target Targets[] = {
#define TARGET(Name, Header, How) {Name, Header, Form::How},
#include "migrate/Classes.def"
};

constexpr Source Sources[] = {
#define SOURCE(Name, To, Order) {Name, To, Ordering::Order},
#include "migrate/Classes.def"
};

constexpr llvm::StringLiteral Holders[] = {
#define HOLDER(Name) Name,
#include "migrate/Classes.def"
};

constexpr CallRow Calls[] = {
#define CALL(To, From, Name, Shape, What, Text, Why, Write)                                        \
  {To, Ordering::From, Name, Shape, CallFit::What, Text, Why, Write},
#include "migrate/Uses.def"
};

constexpr ElementRow Elements[] = {
#define ELEMENT(How, Use, What, Open, Close, End, Why, Write)                                      \
  {Access::How, ElementUse::Use, ElementFit::What, Open, Close, End, Why, Write},
#include "migrate/Uses.def"
};

} // namespace

llvm::ArrayRef<Target> allTargets() { return Targets; }

const Target *findTarget(llvm::StringRef Name) {
  const Target *T = llvm::find_if(Targets, [&](const Target &T) { return T.Name == Name; });
  return T == std::end(Targets) ? nullptr : T;
}

const Source *findSource(llvm::StringRef Name, llvm::StringRef To) {
  const Source *S =
      llvm::find_if(Sources, [&](const Source &S) { return S.Name == Name && S.To == To; });
  return S == std::end(Sources) ? nullptr : S;
}

const CallRow *findCall(llvm::StringRef To, Ordering From, llvm::StringRef Name,
                        llvm::StringRef Shape) {
  const CallRow *Row = llvm::find_if(Calls, [&](const CallRow &R) {
    return R.To == To && (R.From == Ordering::Any || R.From == From) && R.Name == Name &&
           models::matchesShape(R.Shape, Shape);
  });
  return Row == std::end(Calls) ? nullptr : Row;
}

const ElementRow &findElement(Access How, ElementUse Use) {
  return *llvm::find_if(Elements,
                        [&](const ElementRow &R) { return R.How == How && R.Use == Use; });
}

bool isHolder(llvm::StringRef Class) { return llvm::is_contained(Holders, Class); }

} // namespace holdfast::migrate
