//===- Members.h - which classes members lead to ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The program form says no types of members; how they are used does. `this.server_@Client.*`
// as the object of a method of Server, or `this.server_@Client.*.list@Server`: `server_` leads to
// a Server. Classes are named as paths name them, without template arguments.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_MEMBERS_H
#define HOLDFAST_SOLVE_MEMBERS_H

#include "solve/Stores.h"
#include <map>
#include <set>

namespace holdfast::solve {

/// Members and globals of a program: which objects they hold or point at. Built once, in time
/// linear in the program; then only read, from any thread.
class Members {
public:
  Members(const ir::Module &M, const CallGraph &Calls, const Hierarchy &Classes, const Stores &Kept,
          Rows &Table);

  using ClassNames = std::set<ir::Symbol>; ///< Never empty but for "none".

  /// The classes of the objects that the pointer or reference Member leads to and does not own,
  /// when it is the only one of its class that leads to such; none otherwise.
  const ClassNames &onlyWayTo(const ir::Projection &Member) const;
  /// The same of a global pointer, among all of them.
  const ClassNames &onlyWayTo(ir::Symbol Global) const;
  /// The member of Owner, or of a base, that is the only way to an object of Class.
  std::optional<ir::Projection> wayFrom(ir::Symbol Owner, ir::Symbol Class) const;
  /// The one member of Owner, or of a base, that holds an object of Class, if there is one.
  std::optional<ir::Projection> homeIn(ir::Symbol Owner, ir::Symbol Class) const;
  /// The class whose objects own one of class Part each, and nobody else does; 0: there is none. An
  /// object's private data, for one.
  ir::Symbol wholeOf(ir::Symbol Part) const;
  /// Member leads from an object to its Part.
  bool isWayToPart(const ir::Projection &Member, ir::Symbol Part) const;
  /// Member, of a part, leads to its whole.
  bool isWayToWhole(const ir::Projection &Member) const;
  /// All objects of Class that the program names are Home: a member of that class or a global.
  bool isOnlyHome(const ir::Projection &Home, ir::Symbol Class) const;
  bool isOnlyHome(ir::Symbol Global, ir::Symbol Class) const;

private:
  friend class Footprints;
  /// A member by name and owner, or a global: its USR and 0.
  using Name = std::pair<ir::Symbol, ir::Symbol>;
  struct Reader;

  const ClassNames &onlyWayTo(Name Which) const;
  void findParts();
  void dropSmartPointers(const ir::Module &M);
  void keepOnlyWays();

  const Hierarchy &Classes;
  const Stores &Kept;
  /// By the class that declares the members, 0 for globals: what each leads to. In the end, those
  /// that are the only ones.
  std::map<ir::Symbol, std::map<Name, ClassNames>> Pointers;
  std::map<Name, bool> Owners; ///< What owns what it leads to; true: it is a container.
  std::map<ir::Symbol, std::set<Name>> Parts; ///< By class: the pointers that own objects of it.
  /// By class: where its objects are. {0, 0}: in some variable.
  std::map<ir::Symbol, std::set<Name>> Homes;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_MEMBERS_H
