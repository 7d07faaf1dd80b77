//===- Revision.cpp - the sources as they were ----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Revision.h"
#include "tool/Paths.h"
#include "tool/Process.h"
#include "tool/output/Output.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Program.h"

namespace holdfast::tool {
namespace {

namespace fs = llvm::sys::fs;

ProcessResult git(llvm::ArrayRef<llvm::StringRef> Arguments) {
  auto Program = llvm::sys::findProgramByName("git");
  if (!Program)
    return {-1, "", "there is no git in PATH"};
  return runProcess(*Program, Arguments);
}

llvm::Error failure(llvm::StringRef Name, const ProcessResult &R) {
  llvm::StringRef Said = llvm::StringRef(R.Errors).trim().split('\n').first;
  return llvm::createStringError("--new-since=" + Name + ": " + Said);
}

/// Options whose value is a path, joined or as the next argument.
constexpr llvm::StringLiteral PathOptions[] = {"-I",       "-isystem", "-iquote", "-idirafter",
                                               "-include", "-imacros", "-F"};

} // namespace

llvm::Expected<Revision> Revision::checkOut(llvm::StringRef Name) {
  ProcessResult Top = git({"rev-parse", "--show-toplevel"});
  if (Top.ExitCode != 0)
    return failure(Name, Top);
  llvm::SmallString<128> Tree;
  if (std::error_code E = fs::createUniqueDirectory("holdfast-revision", Tree))
    return llvm::createStringError(E, "cannot make a temporary directory: " + E.message());
  Revision R(Name.str(), realPath(llvm::StringRef(Top.Output).rtrim()), realPath(Tree));
  ProcessResult Add = git(
      {"worktree", "add", "--quiet", "--force", "--detach", R.Tree, (Name + "^{commit}").str()});
  if (Add.ExitCode != 0)
    return failure(Name, Add);
  if (llvm::Error E = R.readDifference())
    return std::move(E);
  return R;
}

Revision::Revision(Revision &&Other)
    : Name(std::move(Other.Name)), Root(std::move(Other.Root)), Tree(std::exchange(Other.Tree, "")),
      Changed(std::move(Other.Changed)) {}

Revision::~Revision() {
  if (Tree.empty())
    return;
  git({"worktree", "remove", "--force", Tree});
  fs::remove_directories(Tree);
}

/// "+++ b/src/a.cpp" and "@@ -10,2 +12,3 @@".
llvm::Error Revision::readDifference() {
  ProcessResult R = git({"-C", Root, "diff", "--unified=0", "--no-color", "--no-ext-diff",
                         "--no-renames", "--src-prefix=a/", "--dst-prefix=b/", Name, "--"});
  if (R.ExitCode != 0)
    return failure(Name, R);
  std::vector<Lines> *Current = nullptr;
  for (llvm::StringRef Rest = R.Output; !Rest.empty();) {
    auto [Line, After] = Rest.split('\n');
    Rest = After;
    if (Line.consume_front("+++ b/"))
      Current = &Changed[Root + "/" + Line.rtrim().str()];
    if (!Current || !Line.starts_with("@@ "))
      continue;
    llvm::StringRef New = Line.split('+').second.split(' ').first;
    auto [Begin, Count] = New.split(',');
    unsigned First = 0, Size = 1;
    Begin.getAsInteger(10, First);
    if (!Count.empty())
      Count.getAsInteger(10, Size);
    Current->push_back({First, First + Size}); // Of removed lines, those around them.
  }
  return llvm::Error::success();
}

bool Revision::isIgnored(llvm::StringRef File) const {
  return git({"-C", Root, "check-ignore", "--quiet", File}).ExitCode == 0;
}

/// Path in the revision; nothing when it is not there.
std::optional<std::string> Revision::inTree(llvm::StringRef Path) const {
  std::string Real = realPath(Path);
  if (!isWithin(Real, Root))
    return std::nullopt;
  std::string Old = Tree + Real.substr(Root.size());
  return fs::exists(Old) ? std::optional(Old) : std::nullopt;
}

std::vector<std::string> Revision::mappedArguments(const Unit &U) const {
  std::vector<std::string> Result;
  auto Mapped = [&](llvm::StringRef Path) {
    std::string Full = absolutePath(Path, U.Directory);
    return inTree(Full).value_or(Full);
  };
  bool IsPath = false;
  for (llvm::StringRef A : U.Arguments) {
    const auto *Flag =
        llvm::find_if(PathOptions, [&](llvm::StringRef P) { return A.starts_with(P) && A != P; });
    if (IsPath)
      Result.push_back(Mapped(A));
    else if (Flag != std::end(PathOptions))
      Result.push_back((*Flag + Mapped(A.drop_front(Flag->size()))).str());
    else
      Result.push_back(A.str());
    IsPath = !IsPath && llvm::is_contained(PathOptions, A);
  }
  return Result;
}

std::vector<Unit> Revision::unitsOf(llvm::ArrayRef<Unit> Now, Configuration &Config) const {
  std::vector<Unit> Result;
  for (const Unit &U : Now) {
    if (U.Planned != Unit::Fate::Analyze)
      continue;
    std::optional<std::string> File = inTree(U.File);
    if (!File && isWithin(realPath(U.File), Root) && !isIgnored(U.File))
      continue;
    Unit Old = U;
    Old.File = File.value_or(U.File);
    Old.Arguments = mappedArguments(U);
    Old.Directory = inTree(U.Directory).value_or(U.Directory);
    llvm::Expected<const Settings *> S = Config.settingsFor(Old.File);
    if (!S) {
      llvm::consumeError(S.takeError()); // Told with the other errors of Config.
      continue;
    }
    Old.Config = *S;
    Result.push_back(std::move(Old));
  }
  return Result;
}

bool Revision::isNew(const Place &P) const {
  std::string Real = realPath(P.File);
  if (!isWithin(Real, Root))
    return false;
  if (!fs::exists(Tree + Real.substr(Root.size())))
    return true;
  auto It = Changed.find(Real);
  return It != Changed.end() && llvm::any_of(It->second, [&](const Lines &L) {
           return L.First <= std::max(P.Line, P.EndLine) && P.Line < std::max(L.Last, L.First + 1);
         });
}

void Revision::addCause(Report &R) const {
  // The last one that is new: the change at the end of a chain of calls, rather than the loop.
  std::vector<std::vector<Remark>> Threads = stepsOf(R);
  for (const std::vector<Remark> &Thread : Threads)
    for (const Remark &Step : llvm::reverse(Thread))
      if (isNew(Step.Where)) {
        R.Notes.push_back(
            {Step.Where, "new since " + Name + ": this was edited", rules::NoteRole::Edit});
        return;
      }
  R.Notes.push_back({R.Where,
                     "new since " + Name +
                         ": none of its steps was edited, but something they "
                         "depend on",
                     rules::NoteRole::Edit});
}

} // namespace holdfast::tool
