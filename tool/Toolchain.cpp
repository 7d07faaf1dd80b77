//===- Toolchain.cpp - where clang's own headers and the named compiler are -===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Toolchain.h"
#include "tool/Flags.h"
#include "tool/Paths.h"
#include "tool/Process.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"

namespace holdfast::tool {
namespace {

bool hasHeaders(llvm::StringRef ResourceDir) {
  return !ResourceDir.empty() && llvm::sys::fs::exists(ResourceDir + "/include/stddef.h");
}

std::string findResourceDirectory() {
  std::string Installed = HOLDFAST_LLVM_PREFIX "/lib/clang/" + std::to_string(LLVM_VERSION_MAJOR);
  if (hasHeaders(Installed))
    return Installed;
  std::string Versioned = "clang-" + std::to_string(LLVM_VERSION_MAJOR);
  auto Clang = llvm::sys::findProgramByName(Versioned);
  if (!Clang)
    return "";
  ProcessResult R = runProcess(*Clang, {"-print-resource-dir"});
  llvm::StringRef Said = llvm::StringRef(R.Output).trim();
  return R.ExitCode == 0 && hasHeaders(Said) ? Said.str() : "";
}

} // namespace

const std::string &resourceDirectory() {
  static const std::string Directory = findResourceDirectory();
  return Directory;
}

std::string defaultCompiler() { return HOLDFAST_LLVM_PREFIX "/bin/clang"; }

std::string resolveCompiler(llvm::StringRef Compiler, llvm::StringRef Directory) {
  std::string Path;
  if (llvm::sys::path::has_parent_path(Compiler))
    Path = absolutePath(Compiler, Directory);
  else if (auto Found = llvm::sys::findProgramByName(Compiler))
    Path = *Found;
  llvm::SmallString<256> Real;
  if (Path.empty() || llvm::sys::fs::real_path(Path, Real))
    return Compiler.str();
  std::vector<std::string> Probe = {Real.str().str(), "compiler"};
  return stripLaunchers(Probe) ? Path : Real.str().str();
}

} // namespace holdfast::tool
