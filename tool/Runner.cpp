//===- Runner.cpp - tasks, several at a time ------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Runner.h"
#include "llvm/Support/Threading.h"
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
  size_t Task;
  Child Process;
};

class Pool {
public:
  Pool(Workload &Work, const RunnerOptions &Options) : Work(Work), Options(Options) {}
  bool run();

private:
  void startMore();
  bool wait(int InterruptDescriptor);

  Workload &Work;
  const RunnerOptions &Options;
  std::optional<size_t> Refused; ///< A task to try again when a child has ended.
  std::vector<Slot> Running;
};

void Pool::startMore() {
  while (Running.size() < Options.Jobs) {
    std::optional<size_t> Task = Refused ? std::exchange(Refused, std::nullopt) : Work.next();
    if (!Task)
      return;
    Child C = Child::start([&](Send Out) { Work.work(*Task, Out); }, Options.PerChild);
    if (C.isRunning()) {
      Running.push_back({*Task, std::move(C)});
    } else if (Running.empty()) {
      Work.ended(*Task, {"", false, "the system refused another process"});
    } else {
      Refused = Task;
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
    std::optional<Ending> E;
    if (Fds[I + 1].revents) {
      if (S.Process.read())
        E = S.Process.finish();
    } else if (S.Process.millisecondsLeft() == 0) {
      E = S.Process.stopIfStuck();
    }
    if (!E)
      continue;
    size_t Task = S.Task;
    Running.erase(Running.begin() + I);
    Work.ended(Task, std::move(*E));
  }
  return true;
}

bool Pool::run() {
  InterruptScope Interrupts;
  while (true) {
    startMore();
    if (Running.empty())
      return true;
    if (wait(Interrupts.descriptor()))
      continue;
    for (Slot &S : Running)
      S.Process.kill();
    return false;
  }
}

} // namespace

RunnerOptions runnerOptions(const Options &O) {
  return {O.Jobs ? O.Jobs : llvm::hardware_concurrency().compute_thread_count(), O.PerUnit};
}

bool runTasks(Workload &Work, const RunnerOptions &Options) { return Pool(Work, Options).run(); }

} // namespace holdfast::tool
