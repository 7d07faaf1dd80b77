//===- Closure.h - what has to change together ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_MIGRATE_CLOSURE_H
#define HOLDFAST_MIGRATE_CLOSURE_H

#include "migrate/Survey.h"
#include "llvm/ADT/ArrayRef.h"
#include <map>
#include <set>

namespace holdfast::migrate {

/// What changes when an entity changes its type.
struct Plan {
  std::vector<Entity> Entities; ///< That have a declaration, by place.
  std::set<fix::Edit> Edits;
  std::set<Misfit> Misfits;
};

/// The surveys of all units as one.
class Closure {
public:
  void add(Survey S);

  /// Entities that the user may mean, by name and place.
  std::vector<const Entity *> meant() const;
  /// Names of all that is a container.
  std::vector<std::string> names() const;

  /// The container whose declaration is written from Begin to End; null: there is none.
  const Entity *declaredWithin(const Place &Begin, const Place &End) const;

  /// All that must have the same type as From. Accepted: misfits that do not count.
  Plan planFor(llvm::ArrayRef<const Entity *> From, llvm::ArrayRef<std::string> Accepted) const;

private:
  std::map<std::string, Entity> All; ///< By id.
};

} // namespace holdfast::migrate

#endif // HOLDFAST_MIGRATE_CLOSURE_H
