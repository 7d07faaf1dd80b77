//===- Enclosing.cpp - objects that contain an object of ours -------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Enclosing.h"
#include "ir/Fields.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

namespace {

/// Shows each path of an effect or terminator to Each, which may change it.
struct PathEditor : ir::FieldWalk<ir::FieldEditor> {
  explicit PathEditor(llvm::function_ref<void(ir::Path &)> Each) : Each(Each) {}

  using FieldWalk::choice;
  void choice(ir::Path::Root &R, ir::Path::Root) {
    Root = &R;
    Base = nullptr;
  }
  void variable(ir::VarId &V) { Base = &V; }
  void symbol(ir::Symbol &S) { Base = &S; }
  template <class Container, class Fn> void list(Container &Elements, Fn Visit) {
    if constexpr (std::is_same_v<Container, decltype(ir::Path::Projections)>)
      edit(Elements);
    else
      FieldWalk::list(Elements, Visit);
  }

private:
  void edit(llvm::SmallVector<ir::Projection, 2> &Projections) {
    if (*Root != ir::Path::Root::Variable)
      return;
    ir::Path P{*Root, *Base, Projections};
    Each(P);
    *Root = P.R;
    *Base = P.Base;
    Projections = std::move(P.Projections);
  }

  llvm::function_ref<void(ir::Path &)> Each;
  ir::Path::Root *Root = nullptr;
  uint32_t *Base = nullptr;
};

class Replacement {
public:
  Replacement(llvm::ArrayRef<Enclosing> Objects, const Origins &Names)
      : Objects(Objects), Names(Names) {}

  void operator()(ir::Path &P) const {
    // The variable itself goes on being one; what is bound to it is replaced.
    for (size_t I = 0; I <= P.Projections.size() && !P.isVariable(); ++I)
      if (isOurs({P.R, P.Base, {P.Projections.begin(), P.Projections.begin() + I}})) {
        if (I != P.Projections.size() && P.Projections[I] == ir::Projection::deref())
          ++I;
        P = {ir::Path::Root::This, 0, {P.Projections.begin() + I, P.Projections.end()}};
        return;
      }
  }

private:
  bool isOurs(const ir::Path &P) const {
    AccessPath Place = Names.resolve(P);
    return llvm::any_of(Objects, [&](const Enclosing &Object) {
      return Place.R == ir::Path::Root::Variable && Place.Base == Object.Self &&
             Place.Members == Object.Members;
    });
  }

  llvm::ArrayRef<Enclosing> Objects;
  const Origins &Names;
};

} // namespace

void replaceEnclosed(ir::Function &F, llvm::ArrayRef<Enclosing> Objects, const Origins &Names) {
  if (Objects.empty())
    return;
  Replacement Replace(Objects, Names);
  PathEditor Walk(Replace);
  for (ir::Block &B : F.Blocks) {
    for (ir::Effect &E : B.Effects)
      ir::fields(Walk, E);
    ir::fields(Walk, B.Term);
  }
}

} // namespace holdfast::solve
