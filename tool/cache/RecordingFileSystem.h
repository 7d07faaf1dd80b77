//===- RecordingFileSystem.h - what a parse looks at ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_CACHE_RECORDINGFILESYSTEM_H
#define HOLDFAST_TOOL_CACHE_RECORDINGFILESYSTEM_H

#include "tool/cache/Inputs.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <set>

namespace holdfast::tool {

/// The real file system; keeps what clang has asked of it and been told: files with the content
/// that it was given, which is the one that counts when they are edited meanwhile; what it looked
/// for in vain; what it only saw to be there.
class RecordingFileSystem : public llvm::vfs::ProxyFileSystem {
public:
  /// Directory: the current one, as the unit's command spells it.
  explicit RecordingFileSystem(llvm::StringRef Directory);

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override;
  bool exists(const llvm::Twine &Path) override { return bool(status(Path)); }
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>> openFileForRead(const llvm::Twine &Path) override;
  llvm::vfs::directory_iterator dir_begin(const llvm::Twine &Directory,
                                          std::error_code &E) override;

  /// All that was asked, by path.
  std::vector<Input> inputs() const;
  /// Files that were read, by path: what a depfile lists.
  std::vector<std::string> filesRead() const;
  /// What was seen there.
  FileStates &states() { return Seen; }
  /// What Other was asked, but nothing about the files in Without.
  void adopt(RecordingFileSystem &Other, const std::set<llvm::sys::fs::UniqueID> &Without);
  /// Whether inputs() and states() tell all: nothing changed meanwhile, nothing was forbidden.
  bool isComplete() const { return Complete; }

private:
  class RecordedFile;
  std::string absolute(const llvm::Twine &Path) const;
  void note(llvm::StringRef Path, const llvm::ErrorOr<llvm::vfs::Status> &S);

  std::string Directory;
  llvm::StringMap<bool> Paths; ///< True: was read.
  llvm::StringSet<> Listings;
  FileStates Seen;
  bool Complete = true;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_CACHE_RECORDINGFILESYSTEM_H
