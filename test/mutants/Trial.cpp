//===- Trial.cpp - something that may crash or not end --------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Trial.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/raw_ostream.h"
#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace holdfast::mutants;

/// Seconds and bytes. The whole corpus takes less than a second.
static constexpr rlim_t TimeLimit = 3, MemoryLimit = rlim_t(2) << 30;

static void runChild(const Trial &What, int Pipe) {
  rlimit Time = {TimeLimit, TimeLimit}, Memory = {MemoryLimit, MemoryLimit}, Core = {0, 0};
  setrlimit(RLIMIT_CPU, &Time);
  setrlimit(RLIMIT_AS, &Memory);
  setrlimit(RLIMIT_CORE, &Core);
  bool Killed = What([&](llvm::StringRef Name) {
    std::string Line = Name.str() + "\n";
    if (write(Pipe, Line.data(), Line.size()) < 0)
      _exit(2);
  });
  _exit(Killed);
}

Outcome holdfast::mutants::inChild(const Trial &What) {
  int Pipe[2];
  llvm::outs().flush();
  pid_t Child = pipe(Pipe) == 0 ? fork() : -1;
  if (Child < 0) {
    llvm::errs() << "hfx-mutants: cannot start another process\n";
    std::exit(2);
  }
  if (Child == 0)
    runChild(What, Pipe[1]);
  close(Pipe[1]);
  std::string Text;
  char Buffer[4096];
  for (ssize_t N; (N = read(Pipe[0], Buffer, sizeof(Buffer))) > 0;)
    Text.append(Buffer, N);
  close(Pipe[0]);
  int Status = 0;
  waitpid(Child, &Status, 0);

  Outcome Result;
  llvm::SmallVector<llvm::StringRef, 4> Lines;
  llvm::StringRef(Text).split(Lines, '\n', -1, false);
  for (llvm::StringRef Line : Lines)
    Result.Said.push_back(Line.str());
  if (WIFSIGNALED(Status))
    Result.Said.push_back(WTERMSIG(Status) == SIGXCPU ? "time" : "crash");
  Result.Killed = !WIFEXITED(Status) || WEXITSTATUS(Status) != 0;
  return Result;
}
