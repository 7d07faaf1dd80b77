//===- SharedPrefix.cpp - what units have in common, parsed once ----------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/prefix/SharedPrefix.h"
#include "tool/Invocation.h"
#include "tool/ReadingConsumer.h"
#include "tool/cache/RecordingFileSystem.h"
#include "tool/prefix/Candidates.h"
#include "tool/prefix/Headroom.h"
#include "tool/prefix/Sight.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/LexDiagnostic.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Parse/Parser.h"
#include "clang/Sema/EnterExpressionEvaluationContext.h"
#include "clang/Sema/Sema.h"
#include "llvm/Support/FileSystem.h"
#include <unistd.h>

using namespace clang;

namespace holdfast::tool {
namespace {

/// Stands at the end of the prefix.
constexpr llvm::StringLiteral EndOfPrefix = "holdfast_end_of_prefix";

/// How often to try with fewer headers.
constexpr unsigned MostTries = 4;

/// The parser is told where the prefix ends when it peeks at the next token.
class EndHandler : public PragmaHandler {
public:
  explicit EndHandler(bool &Reached) : PragmaHandler(EndOfPrefix), Reached(Reached) {}
  void HandlePragma(Preprocessor &PP, PragmaIntroducer, Token &) override {
    Reached = true;
    PP.DiscardUntilEndOfDirective();
  }

private:
  bool &Reached;
};

} // namespace

/// Parses the prefix, and in a child the unit.
class SharedPrefix::Action : public ASTFrontendAction {
public:
  Action(const ParseOptions &Options, const ErrorCollector &Said, RecordingFileSystem *Files,
         User Use)
      : Options(Options), Said(Said), Files(Files), Use(Use) {}

  std::optional<Read> read(const Unit &U, const ParseOptions &Asked, Reader Visit);
  const Unfit &unfit() const { return Without; }
  llvm::StringRef doubt() const { return Book->doubt(); }

protected:
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &, llvm::StringRef) override {
    return std::make_unique<ReadingConsumer>(Options, [](ASTContext &) {});
  }
  void ExecuteAction() override;

private:
  void enterPrefix();
  bool parsePrefix();
  bool parseUnit(const Unit &U);
  void limitScope(ASTContext &Context) const;
  void keepInputs(RecordingFileSystem &To) const;

  const ParseOptions &Options;
  const ErrorCollector &Said;
  RecordingFileSystem *Files; ///< Null: nobody wants to know.
  User Use;

  std::unique_ptr<Parser> P;
  Sema::ModuleImportState Imports = Sema::ModuleImportState::NotACXX20Module;
  Ledger *Book = nullptr;
  Unfit Without;
  bool AtEnd = false;         ///< Of the prefix.
  Decl *LastBefore = nullptr; ///< The last declaration of the prefix.
  std::vector<Decl *> Own;    ///< Of the prefix: of a file that the command includes.
};

void SharedPrefix::Action::enterPrefix() {
  Preprocessor &PP = getCompilerInstance().getPreprocessor();
  PP.AddPragmaHandler(new EndHandler(AtEnd));
  auto Listener = std::make_unique<Ledger>(PP);
  Book = Listener.get();
  PP.addPPCallbacks(std::move(Listener));
  PP.EnterMainSourceFile();
}

/// As clang::ParseAST, up to the end of the prefix. False: it is not sound.
bool SharedPrefix::Action::parsePrefix() {
  Sema &S = getCompilerInstance().getSema();
  P = std::make_unique<Parser>(S.getPreprocessor(), S, Options.SystemHeaders == false);
  P->Initialize();
  Parser::DeclGroupPtrTy Group;
  bool AtEOF = P->ParseFirstTopLevelDecl(Group, Imports);
  while (!AtEOF && !AtEnd && Said.errors().empty())
    AtEOF = P->ParseTopLevelDecl(Group, Imports);
  if (!Said.errors().empty()) {
    // Whatever leads to that file would not do better: what it lacks is a macro of the user's, say.
    // If that is to name a header, others of the same library will want it, too.
    const ParseError &First = Said.errors().front();
    Without.Headers.insert(Book->lastLine());
    if (!First.Places.empty())
      Without.Files.insert(First.Places.front().File);
    Without.Computed = First.Id == diag::err_pp_expects_filename;
  } else {
    Without.Headers = Book->leadingToUsers();
  }
  if (AtEOF || !Without.Headers.empty() || P->getCurToken().isNot(tok::semi))
    return false;
  for (Decl *D : S.getASTContext().getTranslationUnitDecl()->decls()) {
    LastBefore = D;
    const SourceManager &SM = S.getSourceManager();
    if (D->getLocation().isValid() && !SM.isInSystemHeader(SM.getExpansionLoc(D->getLocation())))
      Own.push_back(D);
  }
  // Else each unit would do it. That is as good a point of instantiation as the end of the unit:
  // [temp.point] wants the same of both. Templates of users may be specialized later.
  if (Own.empty())
    S.PerformPendingInstantiations();
  return Said.errors().empty();
}

void SharedPrefix::Action::ExecuteAction() {
  CompilerInstance &CI = getCompilerInstance();
  CI.createSema(getTranslationUnitKind(), nullptr);
  enterPrefix();
  EnterExpressionEvaluationContext Evaluated(
      CI.getSema(), Sema::ExpressionEvaluationContext::PotentiallyEvaluated);
  if (!parsePrefix())
    return;
  Book->close();
  makeHeadroom(CI.getASTContext());
  SharedPrefix Shared(*this);
  Use(Shared);
  _exit(0);
}

/// False: the unit cannot be read.
bool SharedPrefix::Action::parseUnit(const Unit &U) {
  Sema &S = getCompilerInstance().getSema();
  Preprocessor &PP = S.getPreprocessor();
  SourceManager &SM = S.getSourceManager();
  OptionalFileEntryRef File = PP.getFileManager().getOptionalFileRef(U.File);
  if (!File)
    return false;
  // As Preprocessor::EnterMainSourceFile does it.
  PP.markIncluded(*File);
  FileID Main = SM.createFileID(*File, P->getCurToken().getLocation(), SrcMgr::C_User);
  SM.setMainFileID(Main);
  Book->begin(SM.getLocForStartOfFile(Main));
  if (PP.EnterSourceFile(Main, nullptr, SourceLocation()))
    return false;
  Parser::DeclGroupPtrTy Group;
  while (!P->ParseTopLevelDecl(Group, Imports))
    ;
  Book->finish();
  return true;
}

/// What is walked over later: the unit's own declarations. The others are those of system headers,
/// which are not lowered, and too many to look at.
void SharedPrefix::Action::limitScope(ASTContext &Context) const {
  std::vector<Decl *> Scope = Own;
  Decl *D = LastBefore ? LastBefore->getNextDeclInContext() : nullptr;
  for (; D; D = D->getNextDeclInContext())
    Scope.push_back(D);
  Context.setTraversalScope(Scope);
}

/// What the unit depends on: of files of the prefix those that it sees; of names that were looked
/// for in vain all.
void SharedPrefix::Action::keepInputs(RecordingFileSystem &To) const {
  std::set<llvm::sys::fs::UniqueID> Others;
  for (FileEntryRef File : Book->files())
    if (!Book->isVisible(File))
      Others.insert(File.getUniqueID());
  To.adopt(*Files, Others);
}

std::optional<Read> SharedPrefix::Action::read(const Unit &U, const ParseOptions &Asked,
                                               Reader Visit) {
  CompilerInstance &CI = getCompilerInstance();
  ErrorCollector Collector(U.Directory);
  CI.getDiagnostics().setClient(&Collector, /*ShouldOwnClient=*/false);
  if (!parseUnit(U))
    return std::nullopt;
  if (!Collector.errors().empty())
    Book->doubt("it has errors");
  ASTContext &Context = CI.getASTContext();
  limitScope(Context);
  if (Book->doubt().empty())
    checkSight(Context, *Book);
  if (!Book->doubt().empty())
    return std::nullopt;
  Visit(Context);
  if (Asked.Record)
    keepInputs(*Asked.Record);
  Read Result;
  Result.Sharing = "parsed behind headers that others include, too";
  return Result;
}

/// The command that all of Units could be compiled with. Null: they have flags that are to be
/// repaired, which the user is told unit by unit.
static InvocationPtr commandOf(const Unit &U, const ParseOptions &Options,
                               const FileSystemPtr &FS) {
  std::vector<std::string> Arguments = U.Arguments, Notices;
  ErrorCollector Said(U.Directory);
  InvocationPtr Command = acceptedInvocation(Arguments, U.File, FS, Said, Notices);
  if (!Command || !Said.errors().empty() || !Notices.empty() ||
      Command->getFrontendOpts().Inputs.size() != 1)
    return nullptr;
  adjust(*Command, Options);
  return Command;
}

void SharedPrefix::parse(llvm::ArrayRef<const Unit *> Units, const ParseOptions &Options,
                         bool Records, User Use) {
  const Unit &First = *Units.front();
  if (llvm::sys::fs::set_current_path(First.Directory))
    return;
  Unfit Without;
  for (unsigned Try = 0; Try < MostTries; ++Try) {
    llvm::IntrusiveRefCntPtr<RecordingFileSystem> Files;
    if (Records)
      Files = llvm::makeIntrusiveRefCnt<RecordingFileSystem>(First.Directory);
    FileSystemPtr FS = Files ? FileSystemPtr(Files) : llvm::vfs::getRealFileSystem();
    FS->setCurrentWorkingDirectory(First.Directory);
    InvocationPtr Command = commandOf(First, Options, FS);
    std::string Text = Command ? commonIncludes(Units, *Command, Without) : "";
    if (Text.empty())
      return;
    // The semicolon is what the parser peeks at; it is the unit's first, empty declaration.
    Text += ("#pragma " + EndOfPrefix + "\n;\n").str();
    // A file, though there is none: what the command includes (-include) is looked for beside it.
    std::string Name = First.Directory + "/<prefix>";
    FrontendOptions &Frontend = Command->getFrontendOpts();
    Frontend.Inputs = {FrontendInputFile(Name, Frontend.Inputs.front().getKind())};
    Command->getPreprocessorOpts().addRemappedFile(
        Name, llvm::MemoryBuffer::getMemBufferCopy(Text, Name).release());
    ErrorCollector Said(First.Directory);
    CompilerInstance Compiler(std::move(Command));
    Compiler.createVirtualFileSystem(FS, &Said);
    Compiler.createDiagnostics(&Said, /*ShouldOwnClient=*/false);
    Compiler.setVerboseOutputStream(std::make_unique<llvm::raw_null_ostream>());
    Action Parsing(Options, Said, Files.get(), Use);
    Compiler.ExecuteAction(Parsing);
    if (Parsing.unfit().Headers.empty())
      return;
    for (const auto &Name : Parsing.unfit().Headers)
      if (!Without.Headers.insert(Name.getKey()).second)
        return; // It stands somewhere else, too.
    for (const auto &File : Parsing.unfit().Files)
      Without.Files.insert(File.getKey());
    Without.Computed |= Parsing.unfit().Computed;
  }
}

llvm::StringRef SharedPrefix::doubt() const { return Parsing.doubt(); }

std::optional<Read> SharedPrefix::read(const Unit &U, const ParseOptions &Options,
                                       llvm::function_ref<void(ASTContext &)> Visit) {
  if (WasUsed)
    return std::nullopt;
  WasUsed = true;
  std::optional<Read> Result = Parsing.read(U, Options, Visit);
  WasProven = Result.has_value();
  return Result;
}

} // namespace holdfast::tool
