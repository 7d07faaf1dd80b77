//===- Repairs.cpp - flags that clang refuses -----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Repairs.h"
#include "tool/Paths.h"
#include "clang/Basic/DiagnosticDriver.h"
#include "clang/Basic/DiagnosticFrontend.h"
#include "clang/Basic/DiagnosticIDs.h"
#include "clang/Basic/DiagnosticLex.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringRef.h"

namespace holdfast::tool {
namespace {

using Strings = std::vector<std::string>;

/// What stands in single quotes in a message, in order.
std::vector<llvm::StringRef> quoted(llvm::StringRef Message) {
  std::vector<llvm::StringRef> Result;
  while (true) {
    size_t First = Message.find('\'');
    size_t Last = Message.find('\'', First + 1);
    if (First == llvm::StringRef::npos || Last == llvm::StringRef::npos)
      return Result;
    Result.push_back(Message.slice(First + 1, Last));
    Message = Message.drop_front(Last + 1);
  }
}

/// Removes Arguments[I], and the `-Xclang` (or `-Xpreprocessor` …) it is the value of.
void removeAt(Strings &Arguments, size_t I) {
  Arguments.erase(Arguments.begin() + I);
  if (I > 1 && llvm::StringRef(Arguments[I - 1]).starts_with("-X"))
    Arguments.erase(Arguments.begin() + I - 1);
}

class Repair {
public:
  Repair(Strings &Arguments, Strings &Notices) : Arguments(Arguments), Notices(Notices) {}

  bool run(const ParseError &E) {
    if (E.Id == clang::diag::err_target_unknown_cpu)
      return unknownCpu(E);
    if (E.Id == clang::diag::err_pp_file_not_found)
      return fileNotFound(E);
    if (clang::DiagnosticIDs::getCategoryNumberForDiag(E.Id) != 0 || !E.Position.empty())
      return false;
    return unknownFlag(E);
  }

private:
  bool drop(llvm::function_ref<bool(llvm::StringRef)> Wanted) {
    bool Dropped = false;
    for (size_t I = Arguments.size(); I-- > 1;) {
      if (!Wanted(Arguments[I]))
        continue;
      Notices.push_back("dropped " + Arguments[I] + ": clang does not take it");
      removeAt(Arguments, I);
      Dropped = true;
    }
    return Dropped;
  }

  bool unknownFlag(const ParseError &E) {
    std::vector<llvm::StringRef> Names = quoted(E.Message);
    for (llvm::StringRef Flag : Names) {
      if (!Flag.starts_with("-"))
        continue;
      if (Flag.starts_with("-std="))
        return newestStandard(Flag);
      if (drop([&](llvm::StringRef A) { return A == Flag; }))
        return true;
      // The driver may name only the option, `-mfoo=` or `-mfoo`, of `-mfoo=x`.
      llvm::StringRef Name = Flag.split('=').first;
      if (drop([&](llvm::StringRef A) { return A.split('=').first == Name; }))
        return true;
    }
    // Or only the value: "no such file or directory: 'x'" of `-fsanitize-ignorelist=x`.
    return drop([&](llvm::StringRef A) {
      llvm::StringRef Value = A.split('=').second;
      return A.starts_with("-") && !Value.empty() && llvm::is_contained(Names, Value);
    });
  }

  /// A standard newer than clang: its newest is nearer than its default.
  bool newestStandard(llvm::StringRef Flag) {
    llvm::StringRef Value = Flag.drop_front(5);
    bool Gnu = Value.consume_front("gnu");
    bool Cxx = Value.contains("++");
    std::string Newest = std::string("-std=") + (Gnu ? "gnu" : "c") + (Cxx ? "++2c" : "2y");
    bool Replaced = false;
    for (std::string &A : Arguments)
      if (A == Flag && A != Newest) {
        Notices.push_back("took " + Newest + " for " + A);
        A = Newest;
        Replaced = true;
      }
    return Replaced;
  }

  bool unknownCpu(const ParseError &E) {
    std::vector<llvm::StringRef> Names = quoted(E.Message);
    return drop([&](llvm::StringRef A) {
      return (A.consume_front("-march=") || A.consume_front("-mcpu=") ||
              A.consume_front("-mtune=")) &&
             llvm::is_contained(Names, A);
    });
  }

  bool fileNotFound(const ParseError &E) {
    std::vector<llvm::StringRef> Names = quoted(E.Message);
    if (Names.empty())
      return false;
    for (size_t I = 1; I + 1 < Arguments.size(); ++I)
      if (Arguments[I] == "-include" && Arguments[I + 1] == Names.front()) {
        Notices.push_back("dropped -include " + Names.front().str() + ": there is no such file");
        Arguments.erase(Arguments.begin() + I, Arguments.begin() + I + 2);
        return true;
      }
    return drop([](llvm::StringRef A) { return A == "-nostdinc++"; });
  }

  Strings &Arguments;
  Strings &Notices;
};

} // namespace

std::string ParseError::text() const {
  if (!Id)
    return Message;
  std::string Severity = Fatal ? "fatal error: " : "error: ";
  return (Position.empty() ? "" : Position + ": ") + Severity + Message;
}

std::optional<Place> ErrorCollector::placeOf(const clang::Diagnostic &Info) const {
  if (!Info.hasSourceManager() || Info.getLocation().isInvalid())
    return std::nullopt;
  const clang::SourceManager &SM = Info.getSourceManager();
  clang::PresumedLoc Loc = SM.getPresumedLoc(SM.getExpansionLoc(Info.getLocation()));
  if (Loc.isInvalid() || llvm::StringRef(Loc.getFilename()).starts_with("<"))
    return std::nullopt;
  return Place{absolutePath(Loc.getFilename(), Directory), Loc.getLine(), Loc.getColumn(),
               Loc.getLine(), Loc.getColumn()};
}

void ErrorCollector::HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                                      const clang::Diagnostic &Info) {
  DiagnosticConsumer::HandleDiagnostic(Level, Info);
  std::optional<Place> At = placeOf(Info);
  if (Level == clang::DiagnosticsEngine::Note) {
    if (IsKept && At)
      Errors.back().Places.push_back(*At);
    return;
  }
  bool IsAboutFlags = Info.getLocation().isInvalid();
  bool Counts = Level >= clang::DiagnosticsEngine::Error || (Level >= Least && !IsAboutFlags);
  IsKept = Counts && (Errors.size() < Kept || IsAboutFlags);
  if (!IsKept)
    return;
  ParseError E;
  E.Id = Info.getID();
  E.Fatal = Level == clang::DiagnosticsEngine::Fatal;
  llvm::SmallString<128> Text;
  Info.FormatDiagnostic(Text);
  E.Message = Text.str().str();
  if (At) {
    E.Position =
        shownPath(At->File) + ":" + std::to_string(At->Line) + ":" + std::to_string(At->Column);
    E.Places.push_back(*At);
  }
  Errors.push_back(std::move(E));
}

void ErrorCollector::reset() {
  clear();
  Errors.clear();
  IsKept = false;
}

bool repairFlags(std::vector<std::string> &Arguments, llvm::ArrayRef<ParseError> Errors,
                 std::vector<std::string> &Notices) {
  bool Edited = false;
  for (const ParseError &E : Errors)
    Edited |= Repair(Arguments, Notices).run(E);
  return Edited;
}

} // namespace holdfast::tool
