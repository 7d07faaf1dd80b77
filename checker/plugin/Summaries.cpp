//===- Summaries.cpp - effect programs of the code around a unit ----------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "plugin/Summaries.h"
#include "ir/Binary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace holdfast;
using namespace holdfast::plugin;
namespace path = llvm::sys::path;

/// Where the relative names in the program at Path start.
static llvm::SmallString<256> baseOf(const ir::Module &M, llvm::StringRef Path,
                                     llvm::vfs::FileSystem &Files) {
  llvm::SmallString<256> Start(Path);
  Files.makeAbsolute(Start);
  path::remove_dots(Start, /*remove_dot_dot=*/true);
  path::remove_filename(Start);
  auto First =
      llvm::find_if(M.Files, [](const std::string &Name) { return !path::is_absolute(Name); });
  if (First == M.Files.end())
    return Start;
  for (llvm::StringRef Base = Start; !Base.empty(); Base = path::parent_path(Base)) {
    llvm::SmallString<256> Candidate(Base);
    path::append(Candidate, *First);
    if (Files.exists(Candidate))
      return llvm::SmallString<256>(Base);
  }
  return Start;
}

llvm::Expected<const ir::Module *> Summaries::get(const std::string &Path,
                                                  llvm::vfs::FileSystem &Files) {
  auto It = Known.find(Path);
  if (It != Known.end())
    return &It->second;
  auto Buffer = Files.getBufferForFile(Path);
  if (!Buffer)
    return llvm::createStringError(Buffer.getError(), "%s: %s", Path.c_str(),
                                   Buffer.getError().message().c_str());
  llvm::Expected<ir::Module> M = ir::readModule((*Buffer)->getBuffer(), Path);
  if (!M)
    return M.takeError();
  llvm::SmallString<256> Base = baseOf(*M, Path, Files);
  for (std::string &Name : M->Files) {
    llvm::SmallString<256> Absolute(path::is_absolute(Name) ? llvm::StringRef() : Base.str());
    path::append(Absolute, Name);
    path::remove_dots(Absolute, /*remove_dot_dot=*/true);
    Name = Absolute.str().str();
  }
  return &Known.emplace(Path, std::move(*M)).first->second;
}
