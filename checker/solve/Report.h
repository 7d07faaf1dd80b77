//===- Report.h - uses of dangling handles become violations ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_REPORT_H
#define HOLDFAST_SOLVE_REPORT_H

#include "solve/Context.h"

namespace holdfast::solve {

/// A use of a dangling handle, as the transfer functions see it.
struct Misuse {
  Value Handle;                      ///< Dangling; says the cause.
  PlaceId Holder = NoPlace;          ///< Where the handle is stored.
  std::string Name;                  ///< How the source calls it, or "".
  std::optional<ir::VarId> Variable; ///< That holds it or refers to it, when one does.
  bool ByAlgorithm = false;          ///< The library operation at At itself goes on using it.
  UseKind Use = UseKind::Dereference;
  Site At = 0;
  ir::BlockId Block = 0; ///< Of At; its terminator's, when At is 0.
};

/// Collects the violations of one function.
class Reporter {
public:
  explicit Reporter(Context &C) : C(C) {}

  void add(const State &S, const Misuse &U);
  std::vector<Violation> take();

private:
  void describeLoop(Violation &V, const State &S, const Misuse &U, const Cause &Why) const;
  bool isAhead(const Misuse &U, const Cause &Why) const;
  bool isOfFormerCall(const Misuse &U, const Cause &Why, uint32_t Callee) const;
  bool isOfFormerRound(const Misuse &U, const Cause &Why) const;
  bool isErasedByItself(const Misuse &U, const Cause &Why) const;
  Confidence confidence(const State &S, const Misuse &U, const Cause &Why) const;

  Context &C;
  struct Entry {
    Violation V;
    bool Surely = false; ///< The handle dangles for sure on the path, not by presumption.
  };
  static bool isSaidBy(const Entry &E, const Entry &By);
  bool isCallerOf(uint32_t Caller, uint32_t Frame) const;
  uint32_t commonFrame(llvm::ArrayRef<uint32_t> Frames) const;
  uint32_t calleeOf(llvm::SmallVector<uint32_t, 8> Frames) const;
  std::vector<ChainStep> chain(uint32_t From, uint32_t To) const;
  ir::Location seenFrom(uint32_t From, ir::BlockId B, const ir::Location &Loc) const;

  /// By cause, use, kind of handle and container: the surest wins.
  std::map<std::tuple<CauseId, Site, ir::BlockId, HandleKind, std::string>, Entry> Found;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_REPORT_H
