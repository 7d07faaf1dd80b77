//===- Isolation.h - work in a process of its own ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_ISOLATION_H
#define HOLDFAST_TOOL_ISOLATION_H

#include "tool/Options.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <chrono>
#include <optional>

namespace holdfast::tool {

/// What a child calls to hand bytes to its parent.
using Send = llvm::function_ref<void(llvm::StringRef)>;

/// How a child ended.
struct Ending {
  std::string Sent;       ///< All that it has handed over.
  bool IsOrderly = false; ///< It came to its end.
  std::string Death;      ///< What to tell the user if something is missing in Sent.
};

/// Starts the processor time of this child's limits anew: for the next piece of its work.
void renewTime(const Limits &L);

/// A forked child that sends what it finds through a pipe.
///
/// For lowering, a child takes one unit and no more. A fork of this process costs about a
/// millisecond against the hundreds a parse takes, and it buys: nothing a unit
/// does reaches another one (crash, leak, stack overflow, memory), limits hold per
/// unit, and the child ends without freeing its syntax tree.
///
/// The parent must be single threaded.
class Child {
public:
  using Work = llvm::function_ref<void(Send)>;

  /// Forks. Not running when the system refuses another process.
  static Child start(Work W, const Limits &L);

  Child(Child &&) = default;
  Child &operator=(Child &&) = default;

  bool isRunning() const { return Pid > 0; }
  int resultPipe() const { return Pipe; }

  /// Reads what has come. True when the child has closed its end: call finish().
  bool read();

  /// What was read and not taken yet.
  std::string &received() { return Received; }

  /// Waits for the child's end.
  Ending finish();

  /// Ends the child now, whatever it does. Nothing else may be called afterwards.
  void kill();

  /// Milliseconds until somebody should look whether the child is stuck; -1: never.
  int millisecondsLeft() const;

  /// To be asked when millisecondsLeft() is 0. A child that has used processor time since the last
  /// look only shares the machine with others and gets more time; one that waits for something (a
  /// source that is a pipe, a dead network drive) is killed, and that is its end.
  std::optional<Ending> stopIfStuck();

private:
  Child() = default;
  std::string death(int Status) const;
  int64_t cpuMilliseconds() const;

  int Pid = -1;
  int Pipe = -1;
  int ErrorFile = -1; ///< The child's stderr, an unlinked file: LLVM's last words.
  Limits Allowed;
  std::chrono::steady_clock::time_point LastLook;
  int64_t CpuAtLastLook = 0; ///< Milliseconds.
  std::string Received;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_ISOLATION_H
