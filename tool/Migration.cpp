//===- Migration.cpp - a container's type, changed everywhere -------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Migration.h"
#include "migrate/Surveyor.h"
#include "migrate/Trial.h"
#include "tool/Parse.h"
#include "tool/Paths.h"
#include "tool/Settings.h"
#include "tool/UnitWork.h"
#include "tool/WireFormat.h"
#include "clang/Format/Format.h"
#include "clang/Tooling/Inclusions/HeaderIncludes.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

namespace holdfast::migrate {

template <class V> static void fieldsOf(V &Visit, tool::FieldRef<V, Place> P) {
  Visit(P.File, P.Line, P.Column);
}

template <class V> static void fieldsOf(V &Visit, tool::FieldRef<V, Written> W) {
  Visit(W.Where, W.What);
}

template <class V> static void fieldsOf(V &Visit, tool::FieldRef<V, Gift> G) { Visit(G.To, G.As); }

template <class V> static void fieldsOf(V &Visit, tool::FieldRef<V, Misfit> M) {
  Visit(M.Where, M.What, M.Why, M.Write, M.Unless, M.Given);
}

template <class V> static void fieldsOf(V &Visit, tool::FieldRef<V, TemplateUse> T) {
  Visit(T.Where, T.What, T.IsInstantiated);
}

template <class V> static void fieldsOf(V &Visit, tool::FieldRef<V, Entity> E) {
  Visit(E.Id, E.Name, E.Noun, E.Class, E.Type, E.Declared, E.Links, E.Edits, E.Misfits,
        E.TemplateUses, E.Gifts, E.IsMeant, E.IsSpelled, E.IsShared);
}

template <class V> static void fieldsOf(V &Visit, tool::FieldRef<V, Survey> S) {
  Visit(S.Entities, S.Files);
}

} // namespace holdfast::migrate

namespace holdfast::tool {

static Outcome survey(const Unit &U, const migrate::Request &R) {
  Outcome Out;
  migrate::Survey Result;
  bool HasTree = false;
  Read Tree = readUnit(withRuntime(U), ParseOptions(), [&](clang::ASTContext &Context) {
    HasTree = true;
    Result = migrate::surveyUnit(Context, *U.Config->Models, R);
  });
  if (!HasTree && Tree.Errors.empty())
    Tree.Errors.push_back({0, "clang found nothing to compile in its command", "", true});
  Out.S = Tree.Errors.empty() ? Outcome::Status::Analyzed : Outcome::Status::Failed;
  Out.Notices = std::move(Tree.Notices);
  for (const ParseError &E : Tree.Errors)
    Out.Reason += (Out.Reason.empty() ? "" : "\n") + E.text();
  Writer W;
  W(Result);
  Out.Program = W.take();
  return Out;
}

SurveyResult surveyUnits(llvm::ArrayRef<Unit> Units, const Options &O, const migrate::Request &R) {
  SurveyResult Result;
  UnitResults All = runUnits(Units, O, nullptr, [&](const Unit &U) { return survey(U, R); });
  Result.Interrupted = All.Interrupted;
  for (Outcome &Out : All.Outcomes) {
    migrate::Survey S;
    Reader Bytes(Out.Program);
    Bytes(S);
    bool IsWhole = Bytes.isDone();
    Result.Errors.push_back(Out.S == Outcome::Status::Failed ? Out.Reason : "");
    Result.Files.push_back(IsWhole ? S.Files : std::vector<std::string>());
    if (IsWhole)
      Result.Program.add(std::move(S));
  }
  return Result;
}

/// A line that E inserts before another, inserted behind the one before: so the other one does not
/// count as changed, to be formatted.
static fix::Edit asEndOfLine(fix::Edit E, llvm::StringRef Code) {
  llvm::StringRef Head = Code.take_front(E.Offset), Line = E.Text;
  if (E.Length || !Head.consume_back("\n") || !Line.consume_back("\n"))
    return E;
  Head.consume_back("\r");
  E.Text = ("\n" + Line).str();
  E.Offset = Head.size();
  return E;
}

llvm::Error addIncludes(std::set<fix::Edit> &Edits, llvm::StringRef Name, llvm::StringRef Header) {
  std::set<std::string> Files;
  for (const fix::Edit &E : Edits)
    if (llvm::StringRef(E.Text).starts_with(Name))
      Files.insert(E.File);
  for (const std::string &File : Files) {
    auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/false,
                                              /*RequiresNullTerminator=*/true, /*IsVolatile=*/true);
    if (!Buffer)
      return llvm::createStringError("cannot read " + shownPath(File) + ": " +
                                     Buffer.getError().message());
    llvm::StringRef Code = (*Buffer)->getBuffer();
    auto Style = clang::format::getStyle("file", File, "LLVM", Code, /*FS=*/nullptr,
                                         /*AllowUnknownOptions=*/true, [](const auto &, void *) {});
    if (!Style) // EditSet says so.
      llvm::consumeError(Style.takeError());
    clang::tooling::HeaderIncludes Includes(
        File, Code, Style ? Style->IncludeStyle : clang::format::getLLVMStyle().IncludeStyle);
    if (auto New =
            Includes.insert(Header, /*IsAngled=*/true, clang::tooling::IncludeDirective::Include)) {
      Edits.insert(asEndOfLine({File, New->getOffset(), New->getLength(),
                                New->getReplacementText().str(), fix::digestOf(Code)},
                               Code));
    }
  }
  return llvm::Error::success();
}

migrate::Place placeIn(llvm::StringRef File, unsigned Offset) {
  migrate::Place P{File.str(), 1, Offset + 1};
  if (auto Buffer = llvm::MemoryBuffer::getFile(File)) {
    llvm::StringRef Head = (*Buffer)->getBuffer().take_front(Offset);
    P.Line = Head.count('\n') + 1;
    P.Column = Head.size() - (Head.rfind('\n') + 1) + 1;
  }
  return P;
}

bool finds(const Unit &U, llvm::StringRef Header) {
  std::vector<llvm::StringRef> Directories = {"/usr/include", "/usr/local/include"};
  bool IsNext = false;
  for (llvm::StringRef A : U.Arguments) {
    if (IsNext)
      Directories.push_back(A);
    IsNext = false;
    for (llvm::StringRef Flag : {"-I", "-isystem", "-iquote", "-idirafter"})
      if (A.consume_front(Flag)) {
        IsNext = A.empty();
        Directories.push_back(A);
        break;
      }
  }
  return llvm::any_of(Directories, [&](llvm::StringRef D) {
    return !D.empty() && llvm::sys::fs::exists(absolutePath((D + "/" + Header).str(), U.Directory));
  });
}

Unit withRuntime(Unit U) {
  U.Arguments.push_back("-idirafter");
  U.Arguments.push_back(migrate::TrialSettings().Headers);
  return U;
}

} // namespace holdfast::tool
