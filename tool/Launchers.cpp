//===- Launchers.cpp - programs that stand before the compiler ------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Flags.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Path.h"

namespace holdfast::tool {
namespace {

using Words = llvm::ArrayRef<std::string>;

bool isAssignment(llvm::StringRef Word) {
  size_t Equal = Word.find('=');
  return Equal != 0 && Equal != llvm::StringRef::npos && !Word.starts_with("-") &&
         !Word.take_front(Equal).contains('/');
}

/// `env [-i] [-u NAME] [NAME=value]... COMMAND`, from after `env`.
Words afterEnv(Words W) {
  while (!W.empty()) {
    llvm::StringRef Word = W.front();
    if (Word == "--")
      return W.drop_front();
    if (Word == "-u" && W.size() > 1)
      W = W.drop_front(2);
    else if (Word.starts_with("-") || isAssignment(Word))
      W = W.drop_front();
    else
      break;
  }
  return W;
}

/// `cmake -E TOOL …`, from after `-E`: env, time, and what CMake puts before the
/// compiler when it runs clang-tidy and others beside it.
Words afterCMake(Words W) {
  if (W.empty())
    return W;
  llvm::StringRef Tool = W.front();
  if (Tool == "env")
    return afterEnv(W.drop_front());
  if (Tool == "__run_co_compile") {
    const std::string *Dashes = llvm::find(W, "--");
    return Dashes == W.end() ? Words() : W.drop_front(Dashes - W.begin() + 1);
  }
  return W.drop_front();
}

/// Launchers take their own options before the compiler: `rewrapper -labels=x g++`, `ccache a=b
/// g++`.
Words afterOptions(Words W) {
  while (W.size() > 1 && (llvm::StringRef(W.front()).starts_with("-") || isAssignment(W.front())))
    W = W.drop_front();
  return W;
}

/// W without its first launcher, or W itself.
Words afterLauncher(Words W) {
  if (W.size() < 2)
    return W;
  if (isAssignment(W.front()))
    return W.drop_front();
  llvm::StringRef Name = llvm::sys::path::stem(W.front());
  if (Name == "env")
    return afterEnv(W.drop_front());
  if (Name == "cmake" && W[1] == "-E")
    return afterCMake(W.drop_front(2));
  bool IsLauncher = llvm::StringSwitch<bool>(Name)
                        .Cases({"ccache", "sccache", "distcc", "icecc", "buildcache"}, true)
                        .Cases({"gomacc", "rewrapper", "fastbuild", "time"}, true)
                        .Default(false);
  return IsLauncher ? afterOptions(W.drop_front()) : W;
}

} // namespace

bool stripLaunchers(std::vector<std::string> &Arguments) {
  Words Rest = Arguments;
  while (true) {
    Words Next = afterLauncher(Rest);
    if (Next.size() == Rest.size())
      break;
    Rest = Next;
  }
  bool Stripped = Rest.size() != Arguments.size();
  Arguments = std::vector<std::string>(Rest.begin(), Rest.end());
  return Stripped;
}

} // namespace holdfast::tool
