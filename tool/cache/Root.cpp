//===- Root.cpp - paths without the place of a checkout -------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/cache/Root.h"
#include "tool/Paths.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace holdfast::tool {
namespace path = llvm::sys::path;

std::string Root::portable(llvm::StringRef Path) const {
  if (Directory.empty() || !isWithin(Path, Directory))
    return Path.str();
  if (Path == Directory)
    return ".";
  return Path.drop_front(Directory.size()).ltrim('/').str();
}

std::string Root::absolute(llvm::StringRef Portable) const {
  if (Directory.empty() || Portable.empty() || path::is_absolute(Portable))
    return Portable.str();
  return Portable == "." ? Directory : Directory + "/" + Portable.str();
}

std::string Root::withoutRoot(llvm::StringRef Text) const {
  std::string Result;
  while (!Directory.empty()) {
    auto [Before, After] = Text.split(Directory);
    if (Before.size() == Text.size())
      break;
    // "/home/me/project" is not in "/home/me/project-2".
    bool Ends = After.empty() || !(llvm::isAlnum(After[0]) || llvm::is_contained("._-+", After[0]));
    Result += Before;
    Result += Ends ? "\1" : Directory;
    Text = After;
  }
  return Result + Text.str();
}

const Root &Roots::of(llvm::StringRef File) { return ofDirectory(path::parent_path(File)); }

const Root &Roots::ofDirectory(llvm::StringRef Directory) {
  auto [It, New] = Known.try_emplace(Directory);
  if (!New)
    return It->second;
  Root Found;
  if (Directory.size() > 1 && llvm::sys::fs::exists(Directory + "/.git"))
    Found = {Directory.str()};
  else if (path::has_parent_path(Directory) && path::parent_path(Directory) != Directory)
    Found = ofDirectory(path::parent_path(Directory));
  return Known[Directory] = std::move(Found);
}

} // namespace holdfast::tool
