//===- Runner.cpp - tasks, several at a time ------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Runner.h"
#include "llvm/ADT/STLExtras.h"
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

/// How often to ask for a slot when nobody tells that there is one.
constexpr int AskAgainMilliseconds = 50;

struct Running {
  size_t Task;
  Child Process;
  llvm::JobSlot Right; ///< Not valid: that of this process, which waits meanwhile.
};

class Pool {
public:
  Pool(Workload &Work, const RunnerOptions &Options) : Work(Work), Options(Options) {}
  bool run();

private:
  std::optional<llvm::JobSlot> right();
  void giveBack(llvm::JobSlot Right);
  void startMore();
  void end(size_t I, Ending E);
  bool wait(int InterruptDescriptor);

  Workload &Work;
  const RunnerOptions &Options;
  std::optional<size_t> Waiting; ///< A task that there is no slot or process for.
  std::vector<Running> All;
};

/// What another child needs. Nothing: it has to wait.
std::optional<llvm::JobSlot> Pool::right() {
  bool IsOwnUsed = llvm::any_of(All, [](const Running &R) { return !R.Right.isValid(); });
  if (!IsOwnUsed)
    return llvm::JobSlot();
  llvm::JobSlot Right = Options.Free->take();
  return Right.isValid() ? std::optional(std::move(Right)) : std::nullopt;
}

void Pool::giveBack(llvm::JobSlot Right) {
  if (Right.isValid())
    Options.Free->giveBack(std::move(Right));
}

void Pool::startMore() {
  while (true) {
    std::optional<size_t> Task = Waiting ? std::exchange(Waiting, std::nullopt) : Work.next();
    if (!Task)
      return;
    std::optional<llvm::JobSlot> Right = right();
    if (!Right) {
      Waiting = Task;
      return;
    }
    Child C = Child::start([&](Send Out) { Work.work(*Task, Out); }, Options.PerChild);
    if (C.isRunning()) {
      All.push_back({*Task, std::move(C), std::move(*Right)});
      continue;
    }
    giveBack(std::move(*Right));
    if (!All.empty()) {
      Waiting = Task;
      return;
    }
    Work.ended(*Task, {"", false, "the system refused another process"});
  }
}

void Pool::end(size_t I, Ending E) {
  size_t Task = All[I].Task;
  giveBack(std::move(All[I].Right));
  All.erase(All.begin() + I);
  Work.ended(Task, std::move(E));
}

/// Waits for news of children, and for a slot if a task waits for one. False after an interrupt.
bool Pool::wait(int InterruptDescriptor) {
  std::vector<pollfd> Fds = {{InterruptDescriptor, POLLIN, 0}};
  int Timeout = -1;
  for (const Running &R : All) {
    Fds.push_back({R.Process.resultPipe(), POLLIN, 0});
    int Left = R.Process.millisecondsLeft();
    if (Left >= 0 && (Timeout < 0 || Left < Timeout))
      Timeout = Left;
  }
  if (Waiting && Options.Free->descriptor() >= 0)
    Fds.push_back({Options.Free->descriptor(), POLLIN, 0});
  else if (Waiting)
    Timeout = Timeout < 0 ? AskAgainMilliseconds : std::min(Timeout, AskAgainMilliseconds);
  if (poll(Fds.data(), Fds.size(), Timeout) < 0)
    return true; // A signal: the next poll sees its byte.
  if (Fds[0].revents)
    return false;
  for (size_t I = All.size(); I-- > 0;) {
    Running &R = All[I];
    std::optional<Ending> E;
    if (Fds[I + 1].revents) {
      bool HasEnded = R.Process.read();
      Work.heard(R.Task, R.Process.received());
      if (HasEnded)
        E = R.Process.finish();
    } else if (R.Process.millisecondsLeft() == 0) {
      E = R.Process.stopIfStuck();
    }
    if (E)
      end(I, std::move(*E));
  }
  return true;
}

bool Pool::run() {
  InterruptScope Interrupts;
  while (true) {
    startMore();
    if (All.empty())
      return true;
    if (wait(Interrupts.descriptor()))
      continue;
    for (Running &R : All) {
      R.Process.kill();
      giveBack(std::move(R.Right));
    }
    return false;
  }
}

} // namespace

RunnerOptions runnerOptions(const Options &O) { return {Slots::of(O.Jobs), O.PerUnit}; }

bool runTasks(Workload &Work, const RunnerOptions &Options) { return Pool(Work, Options).run(); }

} // namespace holdfast::tool
