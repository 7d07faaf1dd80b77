//===- RecordingFileSystem.cpp - what a parse looks at --------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/cache/RecordingFileSystem.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

namespace holdfast::tool {
namespace vfs = llvm::vfs;

class RecordingFileSystem::RecordedFile : public vfs::File {
public:
  RecordedFile(std::unique_ptr<vfs::File> Inner, std::string Path, RecordingFileSystem &To)
      : Inner(std::move(Inner)), Path(std::move(Path)), To(To) {}

  llvm::ErrorOr<vfs::Status> status() override { return Inner->status(); }
  llvm::ErrorOr<std::string> getName() override { return Inner->getName(); }
  std::error_code close() override { return Inner->close(); }

  /// Read, not mapped, whatever the caller asks for: a mapped file changes under an edit, and its
  /// digest would be of something else than clang saw.
  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> getBuffer(const llvm::Twine &Name,
                                                               int64_t FileSize,
                                                               bool RequiresNullTerminator,
                                                               bool /*IsVolatile*/) override {
    auto Buffer = Inner->getBuffer(Name, FileSize, RequiresNullTerminator, /*IsVolatile=*/true);
    auto Status = Inner->status();
    if (!Buffer || !Status || !Status->isRegularFile()) {
      To.Complete = false;
      return Buffer;
    }
    FileState S = FileState::file((*Buffer)->getBuffer(), Status->getUniqueID());
    To.Paths[Path] = true;
    To.Complete &= To.Seen.note(Path, S);
    return Buffer;
  }

protected:
  void setPath(const llvm::Twine &NewPath) override {
    Inner = std::move(*File::getWithPath(std::move(Inner), NewPath));
  }

private:
  std::unique_ptr<vfs::File> Inner;
  std::string Path;
  RecordingFileSystem &To;
};

RecordingFileSystem::RecordingFileSystem(llvm::StringRef Directory)
    : ProxyFileSystem(vfs::getRealFileSystem()), Directory(Directory) {}

std::string RecordingFileSystem::absolute(const llvm::Twine &Path) const {
  llvm::SmallString<256> Buffer;
  llvm::StringRef Text = Path.toStringRef(Buffer);
  while (Text.consume_front("./"))
    Text = Text.ltrim('/');
  if (llvm::sys::path::is_absolute(Text))
    return Text.str();
  return Text.empty() || Text == "." ? Directory : Directory + "/" + Text.str();
}

void RecordingFileSystem::note(llvm::StringRef Path, const llvm::ErrorOr<vfs::Status> &S) {
  Paths.try_emplace(Path, false);
  if (S && S->isDirectory())
    Complete &= Seen.note(Path, FileState::directory());
  else if (!S && isAbsence(S.getError()))
    Complete &= Seen.note(Path, FileState::absent());
  else if (!S)
    Complete = false;
  // Of a file that is not read after all, FileStates reads the content later. It may matter: a
  // precompiled module is rebuilt when clang sees that a header is another one.
}

llvm::ErrorOr<vfs::Status> RecordingFileSystem::status(const llvm::Twine &Path) {
  llvm::ErrorOr<vfs::Status> S = ProxyFileSystem::status(Path);
  note(absolute(Path), S);
  return S;
}

llvm::ErrorOr<std::unique_ptr<vfs::File>>
RecordingFileSystem::openFileForRead(const llvm::Twine &Path) {
  llvm::ErrorOr<std::unique_ptr<vfs::File>> F = ProxyFileSystem::openFileForRead(Path);
  std::string Full = absolute(Path);
  if (!F) {
    note(Full, F.getError());
    return F;
  }
  note(Full, (*F)->status());
  return std::make_unique<RecordedFile>(std::move(*F), std::move(Full), *this);
}

vfs::directory_iterator RecordingFileSystem::dir_begin(const llvm::Twine &Directory,
                                                       std::error_code &E) {
  std::string Full = absolute(Directory);
  Listings.insert(Full);
  Seen.listing(Full);
  return ProxyFileSystem::dir_begin(Directory, E);
}

void RecordingFileSystem::adopt(RecordingFileSystem &Other,
                                const std::set<llvm::sys::fs::UniqueID> &Without) {
  Complete &= Other.Complete;
  for (const auto &Path : Other.Paths) {
    std::optional<FileState> S = Other.Seen.of(Path.getKey());
    if (S && S->IsFile && Without.count(S->Id))
      continue;
    Paths[Path.getKey()] |= Path.getValue();
    if (S)
      Complete &= Seen.note(Path.getKey(), *S);
  }
  for (const auto &Path : Other.Listings)
    if (std::optional<FileState> S = Other.Seen.listing(Path.getKey())) {
      Listings.insert(Path.getKey());
      Complete &= Seen.noteListing(Path.getKey(), *S);
    }
}

std::vector<Input> RecordingFileSystem::inputs() const {
  std::vector<Input> Result;
  for (const auto &Path : Paths)
    Result.push_back({Path.getKey().str(), Input::Kind::Path});
  for (const auto &Path : Listings)
    Result.push_back({Path.getKey().str(), Input::Kind::Listing});
  llvm::sort(Result);
  return Result;
}

std::vector<std::string> RecordingFileSystem::filesRead() const {
  std::vector<std::string> Result;
  for (const auto &Path : Paths)
    if (Path.getValue())
      Result.push_back(Path.getKey().str());
  llvm::sort(Result);
  return Result;
}

} // namespace holdfast::tool
