//===- FileStates.cpp - what files are at the moment ----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/cache/FileStates.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace holdfast::tool {
namespace fs = llvm::sys::fs;

FileState FileState::absent() { return {digestOf("absent"), {}, false}; }
FileState FileState::directory() { return {digestOf("directory"), {}, false}; }
FileState FileState::file(llvm::StringRef Content, fs::UniqueID Id) {
  return {digestOf(Content), Id, true};
}

bool isAbsence(std::error_code E) {
  return E == std::errc::no_such_file_or_directory || E == std::errc::not_a_directory;
}

std::optional<FileState> FileStates::look(const llvm::Twine &Path) {
  fs::file_status Status;
  if (std::error_code E = fs::status(Path, Status))
    return isAbsence(E) ? std::optional(FileState::absent()) : std::nullopt;
  if (fs::is_directory(Status))
    return FileState::directory();
  if (!fs::is_regular_file(Status))
    return std::nullopt;
  if (auto It = Files.find(Status.getUniqueID()); It != Files.end())
    return It->second;
  auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false, /*IsVolatile=*/true);
  if (!Buffer)
    return std::nullopt;
  FileState S = FileState::file((*Buffer)->getBuffer(), Status.getUniqueID());
  Files.insert({S.Id, S});
  return S;
}

std::optional<FileState> FileStates::of(llvm::StringRef Path) {
  auto [It, New] = Known.try_emplace(Path);
  if (New)
    It->second = look(Path);
  return It->second;
}

std::optional<FileState> FileStates::listing(llvm::StringRef Directory) {
  auto [It, New] = Listings.try_emplace(Directory);
  if (!New)
    return It->second;
  std::vector<std::string> Names;
  std::error_code E;
  for (fs::directory_iterator I(Directory, E), End; !E && I != End; I.increment(E))
    Names.push_back(llvm::sys::path::filename(I->path()).str());
  if (E && !isAbsence(E))
    return std::nullopt;
  llvm::sort(Names);
  Hasher H;
  H.add(llvm::StringRef(E ? "absent" : "names")).addRange(Names);
  It->second = FileState{H.final(), {}, false};
  return It->second;
}

bool FileStates::noteListing(llvm::StringRef Directory, const FileState &S) {
  auto [It, New] = Listings.try_emplace(Directory, S);
  return New || It->second == S;
}

bool FileStates::note(llvm::StringRef Path, const FileState &S) {
  auto [It, New] = Known.try_emplace(Path, S);
  return New || It->second == S;
}

} // namespace holdfast::tool
