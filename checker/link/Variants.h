//===- Variants.h - which definitions of a name are the same ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two definitions of a name are one if they say the same, and if the functions they
// call in their units are the same, too. That is a bisimulation; it is computed as
// colors (Paige and Tarjan, SIAM J. Comput. 1987, in its simplest form): first
// the content, then, Depth times, the content and the colors of what is called.
// Only callers of names that have several contents get a new color, which
// is nothing in a program without such names.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_LINK_VARIANTS_H
#define HOLDFAST_LINK_VARIANTS_H

#include "link/Content.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"

namespace holdfast::link {

/// How far from a call a different callee makes a difference. The solver looks no deeper.
inline constexpr unsigned Depth = 8;

/// What a module is to the program.
enum class Rank : uint8_t {
  Own,     ///< Part of it.
  Summary, ///< Known of the code around it: a function that an Own module has, too, is left out.
};

/// What a distinct function of the store says, and whom it names.
struct Body {
  Content Says;
  std::vector<ir::Symbol> Names;
};

/// A module that was added: which functions it has.
struct Unit {
  std::vector<uint32_t> Bodies;
  Rank R = Rank::Own;
  Content Says; ///< All of it.
};

/// A function of the program: a body, as one unit understands it.
struct Variant {
  ir::Symbol Name = 0; ///< The full name it was found by.
  ir::Symbol Usr = 0;  ///< What it is called in the program.
  Content Color;
  uint32_t Unit = 0; ///< Whose calls it makes; of all units that have it the one that says least.
  uint32_t Body = 0;
  uint32_t NumUnits = 0; ///< Have it.
};

/// The functions of the program and what they are called. Store gets new symbols for names.
class Variants {
public:
  Variants(ir::Module &Store, llvm::ArrayRef<Body> Bodies, llvm::ArrayRef<Unit> Units);

  llvm::ArrayRef<Variant> all() const { return All; }
  size_t numNames() const { return ByName.size(); }
  bool isOwn(const Variant &V) const { return Units[V.Unit].R == Rank::Own; }

  /// What a unit means by the full names it uses.
  class Binding {
  public:
    ir::Symbol usrFor(ir::Symbol Name) const;

  private:
    friend class Variants;
    Binding(const Variants &Of, uint32_t Unit) : Of(Of), Unit(Unit) {}
    const Variants &Of;
    uint32_t Unit;
    llvm::DenseMap<ir::Symbol, uint32_t> Places;
    llvm::DenseSet<uint32_t> Files; ///< Where it has definitions.
  };
  Binding bindingOf(uint32_t Unit) const;
  /// What somebody means who has no definitions of his own.
  Binding bindingOfOthers() const { return Binding(*this, 0); }

private:
  using Places = llvm::DenseMap<ir::Symbol, uint32_t>;

  ir::Symbol nameOf(uint32_t Body) const { return Store.Functions[Body].Usr; }
  bool isKept(const Unit &U, uint32_t Body) const;
  Places placesOf(const Unit &U) const;
  void findOwnNames();
  void findAmbiguous();
  void color(uint32_t Unit);
  Content colorAt(uint32_t Unit, uint32_t Place) const;
  void collect(uint32_t Unit);
  void nameFiles();
  void nameVariants();
  bool isBefore(const Variant &A, const Variant &B) const;

  ir::Module &Store;
  llvm::ArrayRef<Body> Bodies;
  llvm::ArrayRef<Unit> Units;
  llvm::DenseSet<ir::Symbol> OwnNames;                   ///< Only when there are summaries.
  llvm::DenseSet<ir::Symbol> Ambiguous;                  ///< Names that have several contents.
  std::vector<llvm::DenseMap<uint32_t, Content>> Colors; ///< By unit and place; else the content.
  std::vector<Variant> All;
  llvm::DenseMap<ir::Symbol, llvm::SmallVector<uint32_t, 1>> ByName; ///< First variant first.
  llvm::DenseMap<ir::Symbol, ir::Symbol> Plain; ///< Internal names to those of the program.
};

} // namespace holdfast::link

#endif // HOLDFAST_LINK_VARIANTS_H
