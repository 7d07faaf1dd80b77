//===- Isolation.cpp - work in a process of its own -----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Isolation.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/FileSystem.h"
#include <csignal>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace holdfast::tool {
namespace {

/// How often to look whether a child is stuck, in terms of its processor time.
constexpr int PatienceFactor = 4;

/// How long a child has to end when it is told to.
constexpr int GraceMilliseconds = 500;

void limit(int Resource, rlim_t Soft) {
  rlimit L;
  if (getrlimit(Resource, &L))
    return;
  L.rlim_cur = L.rlim_max == RLIM_INFINITY ? Soft : std::min(Soft, L.rlim_max);
  setrlimit(Resource, &L); // A limit that cannot be set is one protection less, no reason to stop.
}

void applyLimits(const Limits &L) {
  if (L.CpuSeconds)
    limit(RLIMIT_CPU, L.CpuSeconds);
  if (L.MemoryBytes)
    limit(RLIMIT_AS, L.MemoryBytes);
  limit(RLIMIT_CORE, 0);
  // clang moves to a thread when 8 MB run out; the recursions of others (CFG, lowering) have this.
  // The kernel leaves 128 MB below the stack of a new process, so more would not help.
  limit(RLIMIT_STACK, 100u << 20);
}

bool writeAll(int Fd, llvm::StringRef Bytes) {
  while (!Bytes.empty()) {
    ssize_t N = write(Fd, Bytes.data(), Bytes.size());
    if (N < 0 && errno != EINTR)
      return false;
    if (N > 0)
      Bytes = Bytes.drop_front(N);
  }
  return true;
}

/// stdin, stdout and stderr of the child: nothing to read, nothing to disturb the output with.
void redirect(int ErrorFile) {
  int Null = open("/dev/null", O_RDWR);
  dup2(Null, 0);
  dup2(Null, 1);
  dup2(ErrorFile >= 0 ? ErrorFile : Null, 2);
}

[[noreturn]] void runChild(Child::Work W, const Limits &L, int Pipe, int ErrorFile) {
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  signal(SIGINT, SIG_IGN); // The parent decides.
  signal(SIGTERM, SIG_DFL);
  redirect(ErrorFile);
  applyLimits(L);
  W([&](llvm::StringRef Bytes) {
    if (!writeAll(Pipe, Bytes))
      _exit(1);
  });
  _exit(0);
}

int makeErrorFile() {
  llvm::SmallString<128> Name;
  int Fd;
  if (llvm::sys::fs::createTemporaryFile("holdfast", "stderr", Fd, Name))
    return -1;
  llvm::sys::fs::remove(Name);
  return Fd;
}

/// The last words in a file, one line at most.
std::string lastLine(int Fd) {
  char Buffer[512];
  off_t Size = lseek(Fd, 0, SEEK_END);
  off_t From = std::max<off_t>(0, Size - static_cast<off_t>(sizeof(Buffer)));
  ssize_t N = Fd < 0 || Size < 0 ? 0 : pread(Fd, Buffer, sizeof(Buffer), From);
  llvm::StringRef Text = N <= 0 ? "" : llvm::StringRef(Buffer, N).trim();
  return Text.substr(Text.rfind('\n') + 1).str();
}

} // namespace

void renewTime(const Limits &L) {
  rusage Used;
  if (L.CpuSeconds && !getrusage(RUSAGE_SELF, &Used))
    limit(RLIMIT_CPU, Used.ru_utime.tv_sec + Used.ru_stime.tv_sec + 1 + L.CpuSeconds);
}

Child Child::start(Work W, const Limits &L) {
  Child C;
  C.Allowed = L;
  int Ends[2];
  if (pipe2(Ends, O_CLOEXEC))
    return C;
  C.ErrorFile = makeErrorFile();
  C.Pid = fork();
  if (C.Pid == 0)
    runChild(W, L, Ends[1], C.ErrorFile);
  close(Ends[1]);
  C.Pipe = Ends[0];
  C.LastLook = std::chrono::steady_clock::now();
  if (C.Pid < 0) {
    close(C.Pipe);
    close(C.ErrorFile);
  }
  return C;
}

bool Child::read() {
  char Buffer[1 << 16];
  ssize_t N = ::read(Pipe, Buffer, sizeof(Buffer));
  if (N < 0)
    return errno != EINTR && errno != EAGAIN;
  Received.append(Buffer, N);
  LastLook = std::chrono::steady_clock::now(); // One that has children itself uses little time.
  return N == 0;
}

std::string Child::death(int Status) const {
  std::string Words = lastLine(ErrorFile);
  if (!WIFSIGNALED(Status))
    return "crashed: the analysis ended early" + (Words.empty() ? "" : " (" + Words + ")");
  int Signal = WTERMSIG(Status);
  if (Signal == SIGXCPU)
    return "took more than " + std::to_string(Allowed.CpuSeconds) +
           " s of processor time (--timeout)";
  if (llvm::StringRef(Words).contains("out of memory") ||
      llvm::StringRef(Words).contains("bad_alloc"))
    return "needed more than " + std::to_string(Allowed.MemoryBytes >> 20) +
           " MB of memory (--memory-limit)";
  if (Signal == SIGKILL)
    return "crashed: killed from outside; the system may have run out of memory";
  std::string Text = "crashed: " + std::string(strsignal(Signal));
  return Words.empty() ? Text : Text + " (" + Words + ")";
}

Ending Child::finish() {
  int Status = 0;
  while (waitpid(Pid, &Status, 0) < 0 && errno == EINTR)
    ;
  Pid = -1;
  close(Pipe);
  Ending Result;
  Result.Sent = std::move(Received);
  Result.IsOrderly = WIFEXITED(Status) && WEXITSTATUS(Status) == 0;
  Result.Death = death(Status);
  close(ErrorFile);
  return Result;
}

void Child::kill() {
  // One that has children itself ends them and gives back their slots.
  ::kill(Pid, SIGTERM);
  // One that was only just forked may have taken it for its parent's and does not end.
  siginfo_t Ended = {};
  for (int Left = GraceMilliseconds; Left > 0 && !Ended.si_pid; --Left)
    if (!waitid(P_PID, Pid, &Ended, WEXITED | WNOHANG | WNOWAIT) && !Ended.si_pid)
      usleep(1000);
  if (!Ended.si_pid)
    ::kill(Pid, SIGKILL);
  finish();
}

int Child::millisecondsLeft() const {
  if (!Allowed.CpuSeconds)
    return -1;
  using namespace std::chrono;
  auto Left = LastLook + seconds(Allowed.CpuSeconds) * PatienceFactor - steady_clock::now();
  return std::clamp<int64_t>(duration_cast<milliseconds>(Left).count(), 0, 1 << 30);
}

int64_t Child::cpuMilliseconds() const {
  clockid_t Clock;
  timespec Used;
  if (clock_getcpuclockid(Pid, &Clock) || clock_gettime(Clock, &Used))
    return 0;
  return Used.tv_sec * int64_t(1000) + Used.tv_nsec / 1000000;
}

std::optional<Ending> Child::stopIfStuck() {
  LastLook = std::chrono::steady_clock::now();
  int64_t Cpu = cpuMilliseconds();
  bool IsWorking = Cpu - CpuAtLastLook > Allowed.CpuSeconds * 10;
  CpuAtLastLook = Cpu;
  if (IsWorking)
    return std::nullopt;
  ::kill(Pid, SIGKILL);
  Ending Result = finish();
  Result.Death = "was stuck: waited for something for " +
                 std::to_string(Allowed.CpuSeconds * PatienceFactor) + " s (--timeout)";
  return Result;
}

} // namespace holdfast::tool
