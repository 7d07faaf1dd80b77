//===- UnitCache.h - units that were lowered before --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two steps, as compiler caches do it:
//
//   command of the unit, this program, the user's rows   ─▶ questions: files that were read, names
//                                                            that were looked for
//   the same and the answers that files give now          ─▶ what lowering says, and the program
//
// So a header that appears earlier in the include path is an answer that changed, and an edit that
// is taken back finds what was there before it. A command may have several lists of questions: what
// a file includes depends on other files. Preprocessing is what this saves, so no text is looked at
// for macros: `__DATE__` and the like are fixed when lowering (Parse.cpp).
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_CACHE_UNITCACHE_H
#define HOLDFAST_TOOL_CACHE_UNITCACHE_H

#include "tool/Parse.h"
#include "tool/cache/Inputs.h"
#include "tool/cache/Store.h"

namespace holdfast::tool {

class RecordingFileSystem;

class UnitCache {
public:
  UnitCache(Store &Entries, Roots &Places, const Digest &Environment, const ParseOptions &Options)
      : Entries(Entries), Places(Places), Options(Options), Environment(Environment) {}

  /// What became of U when it was lowered with the files as they are, without its Program.
  std::optional<Outcome> recall(const Unit &U);
  /// Takes the Program of what was recalled. False: it is damaged or was pruned meanwhile.
  bool complete(Outcome &Recalled);

  /// Lowers U and keeps the outcome, unless it may be another one next time. In a child.
  Outcome lower(const Unit &U);

private:
  Digest commandOf(const Unit &U);
  llvm::Error keep(const Unit &U, RecordingFileSystem &Files, Outcome &O);
  std::vector<std::string> questionsOf(const Digest &Command);

  Store &Entries;
  Roots &Places;
  ParseOptions Options;
  Digest Environment;
  FileStates Now; ///< Read once for all units.
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_CACHE_UNITCACHE_H
