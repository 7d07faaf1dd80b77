//===- Paths.cpp - one spelling per file ----------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Paths.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace holdfast::tool {
namespace path = llvm::sys::path;
namespace fs = llvm::sys::fs;

namespace {

llvm::StringRef currentDirectory() {
  // Taken before any child changes to the directory of a compile command.
  static const std::string Directory = [] {
    llvm::SmallString<256> D;
    fs::current_path(D);
    return D.str().str();
  }();
  return Directory;
}

} // namespace

std::string absolutePath(llvm::StringRef Path, llvm::StringRef Directory) {
  llvm::SmallString<256> Full(Path);
  path::make_absolute(Directory, Full);
  if (Full.str().contains("..")) {
    llvm::SmallString<256> Lexical(Full);
    path::remove_dots(Lexical, /*remove_dot_dot=*/true);
    if (llvm::SmallString<256> Real;
        fs::exists(Full) && !fs::equivalent(Full, Lexical) && !fs::real_path(Full, Real))
      return Real.str().str();
    Full = Lexical;
  } else {
    path::remove_dots(Full);
  }
  while (Full.size() > 1 && path::is_separator(Full.back()))
    Full.pop_back();
  return Full.str().str();
}

std::string absolutePath(llvm::StringRef Path) { return absolutePath(Path, currentDirectory()); }

std::string realPath(llvm::StringRef Path) {
  llvm::SmallString<256> Real;
  return fs::real_path(Path, Real) ? Path.str() : Real.str().str();
}

std::string shownPath(llvm::StringRef Path) {
  static const std::string Real = realPath(currentDirectory());
  for (llvm::StringRef Here : {currentDirectory(), llvm::StringRef(Real)})
    if (Path != Here && isWithin(Path, Here))
      return Path.drop_front(Here == "/" ? 1 : Here.size() + 1).str();
  return Path.str();
}

std::string uriOf(llvm::StringRef Path) {
  std::string Result;
  for (unsigned char C : Path) {
    if (llvm::isAlnum(C) || llvm::StringRef("/-._~!$&'()*+,;=@").contains(C))
      Result += C;
    else
      Result += {'%', llvm::hexdigit(C >> 4), llvm::hexdigit(C & 15)};
  }
  return Result;
}

bool isWithin(llvm::StringRef Path, llvm::StringRef Directory) {
  if (!Path.consume_front(Directory))
    return false;
  return Path.empty() || Directory.ends_with("/") || Path.starts_with("/");
}

} // namespace holdfast::tool
