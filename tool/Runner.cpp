//===- Runner.cpp - all units, several at a time --------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Runner.h"
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace holdfast::tool {
namespace {

// A signal handler can reach nothing but globals. The byte it writes wakes poll.
int InterruptPipe[2] = {-1, -1};

void onInterrupt(int) {
  int Saved = errno;
  (void)!write(InterruptPipe[1], "", 1);
  errno = Saved;
}

/// Turns SIGINT and SIGTERM into a readable file descriptor while it lives.
class InterruptScope {
public:
  InterruptScope() {
    if (pipe2(InterruptPipe, O_CLOEXEC | O_NONBLOCK))
      return;
    install(SIGINT, OldInt);
    install(SIGTERM, OldTerm);
  }
  ~InterruptScope() {
    if (InterruptPipe[0] < 0)
      return;
    sigaction(SIGINT, &OldInt, nullptr);
    sigaction(SIGTERM, &OldTerm, nullptr);
    close(InterruptPipe[0]);
    close(InterruptPipe[1]);
    InterruptPipe[0] = InterruptPipe[1] = -1;
  }
  int descriptor() const { return InterruptPipe[0]; }

private:
  static void install(int Signal, struct sigaction &Old) {
    sigaction(Signal, nullptr, &Old);
    if (Old.sa_handler == SIG_IGN)
      return; // In the background of a script; the terminal's Ctrl-C is for others.
    struct sigaction New = {};
    New.sa_handler = onInterrupt;
    sigaction(Signal, &New, nullptr);
  }

  struct sigaction OldInt = {}, OldTerm = {};
};

struct Slot {
  size_t Index;
  Child Process;
};

class Pool {
public:
  Pool(llvm::ArrayRef<Unit> Units, const RunnerOptions &Options,
       llvm::function_ref<Outcome(const Unit &)> Analyze, llvm::function_ref<void(size_t)> Progress)
      : Units(Units), Options(Options), Analyze(Analyze), Progress(Progress) {
    Result.Outcomes.resize(Units.size());
  }

  RunResult run();

private:
  void settle(size_t Index, Outcome O) {
    Result.Outcomes[Index] = std::move(O);
    Progress(Index);
  }
  void startMore();
  bool wait(int InterruptDescriptor);
  void interrupt();

  llvm::ArrayRef<Unit> Units;
  const RunnerOptions &Options;
  llvm::function_ref<Outcome(const Unit &)> Analyze;
  llvm::function_ref<void(size_t)> Progress;
  size_t Next = 0;
  std::vector<Slot> Running;
  RunResult Result;
};

/// What needs no child.
std::optional<Outcome> settledBefore(const Unit &U) {
  if (U.Planned == Unit::Fate::Analyze)
    return std::nullopt;
  Outcome O;
  O.S = U.Planned == Unit::Fate::Skip ? Outcome::Status::Skipped : Outcome::Status::Failed;
  O.Reason = U.Excuse;
  return O;
}

void Pool::startMore() {
  while (Next < Units.size() && Running.size() < Options.Jobs) {
    size_t Index = Next++;
    const Unit &U = Units[Index];
    if (std::optional<Outcome> O = settledBefore(U)) {
      settle(Index, std::move(*O));
      continue;
    }
    Child C = Child::start([&] { return Analyze(U); }, Options.PerUnit);
    if (C.isRunning()) {
      Running.push_back({Index, std::move(C)});
    } else if (Running.empty()) {
      Outcome O;
      O.S = Outcome::Status::Failed;
      O.Reason = "the system refused another process";
      settle(Index, std::move(O));
    } else {
      --Next; // Try again when one of those running has ended.
      return;
    }
  }
}

/// Waits for news of children. False after an interrupt.
bool Pool::wait(int InterruptDescriptor) {
  std::vector<pollfd> Fds = {{InterruptDescriptor, POLLIN, 0}};
  int Timeout = -1;
  for (const Slot &S : Running) {
    Fds.push_back({S.Process.resultPipe(), POLLIN, 0});
    int Left = S.Process.millisecondsLeft();
    if (Left >= 0 && (Timeout < 0 || Left < Timeout))
      Timeout = Left;
  }
  if (poll(Fds.data(), Fds.size(), Timeout) < 0)
    return true; // A signal: the next poll sees its byte.
  if (Fds[0].revents)
    return false;
  for (size_t I = Running.size(); I-- > 0;) {
    Slot &S = Running[I];
    std::optional<Outcome> O;
    if (Fds[I + 1].revents) {
      if (S.Process.read())
        O = S.Process.finish();
    } else if (S.Process.millisecondsLeft() == 0) {
      O = S.Process.stopIfStuck();
    }
    if (!O)
      continue;
    size_t Index = S.Index;
    Running.erase(Running.begin() + I);
    settle(Index, std::move(*O));
  }
  return true;
}

void Pool::interrupt() {
  Result.Interrupted = true;
  for (Slot &S : Running)
    S.Process.kill();
  Running.clear();
  for (Outcome &O : Result.Outcomes)
    if (O.S == Outcome::Status::Skipped && O.Reason.empty())
      O.Reason = "interrupted";
}

RunResult Pool::run() {
  InterruptScope Interrupts;
  while (true) {
    startMore();
    if (Running.empty())
      break;
    if (!wait(Interrupts.descriptor())) {
      interrupt();
      break;
    }
  }
  return std::move(Result);
}

} // namespace

RunResult runUnits(llvm::ArrayRef<Unit> Units, const RunnerOptions &Options,
                   llvm::function_ref<Outcome(const Unit &)> Analyze,
                   llvm::function_ref<void(size_t)> Progress) {
  return Pool(Units, Options, Analyze, Progress).run();
}

} // namespace holdfast::tool
