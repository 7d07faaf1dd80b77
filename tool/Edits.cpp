//===- Edits.cpp - changes of many source files, made together ------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Edits.h"
#include "tool/Paths.h"
#include "tool/WholeFile.h"
#include "clang/Format/Format.h"
#include "clang/Tooling/Core/Replacement.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include <unistd.h>

namespace holdfast::tool {
namespace fs = llvm::sys::fs;
namespace {

using fix::Edit;

llvm::Expected<std::string> contentsOf(llvm::StringRef File) {
  auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false, /*IsVolatile=*/true);
  if (!Buffer)
    return llvm::createStringError(Buffer.getError(), "cannot read " + shownPath(File) + ": " +
                                                          Buffer.getError().message());
  return (*Buffer)->getBuffer().str();
}

/// The same, as clang takes it; what is inserted at one place as one. No two overlap.
clang::tooling::Replacements replacementsOf(const std::set<Edit> &Edits, llvm::StringRef Code) {
  clang::tooling::Replacements Result;
  for (auto It = Edits.begin(); It != Edits.end();) {
    const Edit &First = *It;
    std::string Text = fix::withLineEnds(First.Text, Code);
    for (++It; It != Edits.end() && !First.Length && !It->Length && It->Offset == First.Offset;
         ++It)
      Text += fix::withLineEnds(It->Text, Code);
    llvm::cantFail(Result.add({First.File, First.Offset, First.Length, Text}));
  }
  return Result;
}

/// Changes, with the lines around them formatted where a .clang-format says how. Other #includes
/// keep their order: with one that is new they would all be sorted, in blocks that nobody has asked
/// for.
llvm::Expected<clang::tooling::Replacements> formatted(clang::tooling::Replacements Changes,
                                                       llvm::StringRef File, llvm::StringRef Code) {
  llvm::Expected<clang::format::FormatStyle> Style =
      clang::format::getStyle("file", File, /*FallbackStyle=*/"none", Code, /*FS=*/nullptr,
                              /*AllowUnknownOptions=*/true, [](const auto &, void *) {});
  if (!Style)
    return llvm::createStringError("cannot format " + shownPath(File) + ": " +
                                   llvm::toString(Style.takeError()));
  if (Style->DisableFormat)
    return std::move(Changes);
  Style->SortIncludes.Enabled = false;
  return clang::format::formatReplacements(Code, Changes, *Style);
}

llvm::Expected<EditedFile> edit(const std::string &File, const std::set<Edit> &Edits) {
  llvm::Expected<std::string> Code = contentsOf(File);
  if (!Code)
    return Code.takeError();
  const bool IsSame = llvm::all_of(Edits, [&](const Edit &E) {
    return isFor(E, *Code) && size_t(E.Offset) + E.Length <= Code->size();
  });
  if (!IsSame)
    return llvm::createStringError(shownPath(File) + " was changed since it was analyzed; no file "
                                                     "was changed by holdfast: run it again");
  auto Changes = formatted(replacementsOf(Edits, *Code), File, *Code);
  if (!Changes)
    return Changes.takeError();
  llvm::Expected<std::string> After = clang::tooling::applyAllReplacements(*Code, *Changes);
  if (!After)
    return After.takeError();
  return EditedFile{File, std::move(*Code), std::move(*After)};
}

llvm::Error nothingChanged(llvm::StringRef File, const llvm::Twine &Why) {
  return llvm::createStringError("cannot write " + shownPath(File) + ": " + Why +
                                 "; no file was changed");
}

/// A file's new contents, beside the old ones.
struct Staged {
  const EditedFile *F;
  fs::TempFile Temporary;
};

llvm::Error check(const EditedFile &F, fs::file_status &Status) {
  if (std::error_code Why = fs::status(F.File, Status))
    return nothingChanged(F.File, Why.message());
  // Also root should not write what is marked so: some version control systems tell by it what is
  // checked out.
  const auto AnyWrite = fs::owner_write | fs::group_write | fs::others_write;
  if (!(Status.permissions() & AnyWrite) || fs::access(F.File, fs::AccessMode::Write))
    return nothingChanged(F.File, "it is read-only");
  llvm::Expected<std::string> Now = contentsOf(F.File);
  if (!Now)
    return Now.takeError();
  return *Now == F.Before ? llvm::Error::success()
                          : nothingChanged(F.File, "it was changed meanwhile");
}

llvm::Expected<Staged> stage(const EditedFile &F) {
  fs::file_status Status;
  if (llvm::Error E = check(F, Status))
    return std::move(E);
  llvm::Expected<fs::TempFile> Temporary = fs::TempFile::create(F.File + ".%%%%%%");
  if (!Temporary)
    return nothingChanged(F.File, llvm::toString(Temporary.takeError()));
  llvm::raw_fd_ostream OS(Temporary->FD, /*shouldClose=*/false);
  OS << F.After;
  OS.flush();
  std::error_code Why = OS.error();
  OS.clear_error();
  (void)!fchown(Temporary->FD, Status.getUser(), Status.getGroup()); // Only root can.
  if (!Why)
    Why = fs::setPermissions(Temporary->FD, Status.permissions());
  if (!Why)
    return Staged{&F, std::move(*Temporary)};
  llvm::consumeError(Temporary->discard());
  return nothingChanged(F.File, Why.message());
}

/// After a renaming that failed: what was renamed before gets its old contents again.
llvm::Error undo(llvm::ArrayRef<EditedFile> Renamed, llvm::Error Why) {
  for (const EditedFile &F : Renamed)
    if (llvm::Error E = writeWhole(F.File, F.Before))
      Why = llvm::joinErrors(std::move(Why), std::move(E));
  return Why;
}

} // namespace

llvm::Error EditSet::add(llvm::ArrayRef<Edit> Edits) {
  std::map<std::string, std::set<Edit>> Grown;
  for (Edit E : Edits) {
    E.File = realPath(absolutePath(E.File));
    auto [Known, New] = Grown.try_emplace(E.File);
    if (auto It = Files.find(E.File); New && It != Files.end())
      Known->second = It->second;
    for (const Edit &Other : Known->second)
      if (!(Other == E) && fix::overlap(Other, E))
        return llvm::createStringError("overlaps another edit of " + shownPath(E.File));
    Known->second.insert(std::move(E));
  }
  for (auto &[File, All] : Grown)
    Files[File] = std::move(All);
  return llvm::Error::success();
}

llvm::Expected<std::vector<EditedFile>> EditSet::apply() const {
  std::vector<EditedFile> Result;
  for (const auto &[File, Edits] : Files) {
    llvm::Expected<EditedFile> F = edit(File, Edits);
    if (!F)
      return F.takeError();
    if (F->Before != F->After)
      Result.push_back(std::move(*F));
  }
  return std::move(Result);
}

llvm::Error writeAll(llvm::ArrayRef<EditedFile> Files) {
  std::vector<Staged> All;
  llvm::Error Failure = llvm::Error::success();
  for (const EditedFile &F : Files) {
    llvm::Expected<Staged> S = stage(F);
    if (!S) {
      Failure = llvm::joinErrors(std::move(Failure), S.takeError());
      break;
    }
    All.push_back(std::move(*S));
  }
  if (Failure) {
    for (Staged &S : All)
      llvm::consumeError(S.Temporary.discard());
    return Failure;
  }
  llvm::consumeError(std::move(Failure));
  for (size_t I = 0; I != All.size(); ++I)
    if (llvm::Error E = All[I].Temporary.keep(All[I].F->File)) {
      for (Staged &Rest : llvm::MutableArrayRef(All).drop_front(I + 1))
        llvm::consumeError(Rest.Temporary.discard());
      return undo(Files.take_front(I),
                  nothingChanged(All[I].F->File, llvm::toString(std::move(E))));
    }
  return llvm::Error::success();
}

} // namespace holdfast::tool
