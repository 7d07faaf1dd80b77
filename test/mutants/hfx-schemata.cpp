//===- hfx-schemata.cpp - source files with all their mutants in them -----===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   hfx-schemata -p BUILD --out DIR FILE...
//
// Writes DIR/<directory and name of FILE> for each FILE, with its mutants (see Active.h), and
// DIR/names.txt: the name of mutant N on line N, "solve/Invalidate.cpp dangle: delete H.Cause = Why
// #1". Names tell what is changed and where, but no line, so that they survive other changes of the
// file. The mutants:
//
//   negate   the condition of an if or of ?:, a bool that is returned or stored
//   never    an if that declares a variable: its branch is not taken
//   drop     one side of && or ||
//   delete   a statement that is an expression, break, continue or return without a value
//   case     a switch treats one label as the next
//   other    a bool or enumerator that is returned or passed is another one
//
// Not changed: loop conditions (their mutants do not end), declarations, constant expressions,
// debug printing (SKIPPED).
//
//===----------------------------------------------------------------------===//
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/Lexer.h"
#include "clang/Tooling/CommonOptionsParser.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <map>

using namespace clang;

static llvm::cl::OptionCategory Category("hfx-schemata");
static llvm::cl::opt<std::string> OutDir("out", llvm::cl::desc("directory to write to"),
                                         llvm::cl::Required, llvm::cl::cat(Category));

namespace {

/// The mutants of all files, in order.
class Names {
public:
  unsigned add(const std::string &Name) {
    Lines.push_back(Name + " #" + std::to_string(++Count[Name]));
    return Lines.size();
  }
  /// False: it has been done. Other programs may compile it, too.
  bool startFile(llvm::StringRef Name) { return Files.insert(Name).second; }
  void write(llvm::raw_ostream &OS) const {
    for (const std::string &Line : Lines)
      OS << Line << '\n';
  }

private:
  std::vector<std::string> Lines;
  llvm::StringMap<unsigned> Count;
  llvm::StringSet<> Files;
};

/// Text to put into a file. What opens further out stands first, what closes further out last.
class Insertions {
public:
  void around(unsigned Begin, unsigned End, const std::string &Open, const std::string &Close) {
    ++Depth;
    Texts[{Begin, Depth}] = Open;
    Texts[{End, -Depth}] = Close;
  }
  std::string apply(llvm::StringRef Source) const {
    std::string Result;
    unsigned Done = 0;
    for (const auto &[At, Text] : Texts) {
      Result += Source.slice(Done, At.first);
      Result += Text;
      Done = At.first;
    }
    return Result + Source.drop_front(Done).str();
  }

private:
  std::map<std::pair<unsigned, int>, std::string> Texts; ///< By offset; closing ones first.
  int Depth = 0;
};

/// "solve/Report.cpp".
std::string roomAndName(const SourceManager &Sources) {
  llvm::StringRef Path = Sources.getFileEntryRefForID(Sources.getMainFileID())->getName();
  llvm::StringRef Room = llvm::sys::path::filename(llvm::sys::path::parent_path(Path));
  return (Room + "/" + llvm::sys::path::filename(Path)).str();
}

class Schemata : public RecursiveASTVisitor<Schemata> {
public:
  Schemata(ASTContext &Context, Names &All)
      : Context(Context), Sources(Context.getSourceManager()), All(All),
        File(roomAndName(Sources)) {}

  std::string text() const {
    llvm::StringRef Source = Sources.getBufferData(Sources.getMainFileID());
    return "#include \"test/mutants/Active.h\"\n" + Edits.apply(Source);
  }

  bool TraverseDecl(Decl *D) {
    if (!D || (!llvm::isa<TranslationUnitDecl>(D) && !Sources.isInMainFile(D->getLocation())))
      return true;
    auto *F = llvm::dyn_cast<FunctionDecl>(D);
    if (!F)
      return RecursiveASTVisitor::TraverseDecl(D);
    if (F->isConstexpr() || F->isDefaulted() || isSkipped(*F))
      return true;
    const FunctionDecl *Outer = std::exchange(Function, F);
    bool Result = RecursiveASTVisitor::TraverseDecl(D);
    Function = Outer;
    return Result;
  }

  bool VisitIfStmt(IfStmt *If) {
    if (If->isConstexpr())
      return true;
    if (const VarDecl *V = If->getConditionVariable()) {
      unsigned Id = mutant("never", V->getSourceRange());
      if (Id)
        Edits.around(offset(V->getBeginLoc()), endOf(V->getSourceRange()), "",
                     "; !" + active(Id) + " && static_cast<bool>(" + V->getNameAsString() + ")");
    } else {
      negate(If->getCond());
    }
    return true;
  }

  bool VisitConditionalOperator(ConditionalOperator *C) { return negate(C->getCond()); }

  bool VisitBinaryOperator(BinaryOperator *B) {
    if (B->getOpcode() == BO_LAnd || B->getOpcode() == BO_LOr)
      for (Expr *Side : {B->getLHS(), B->getRHS()})
        if (unsigned Id = mutant("drop", Side->getSourceRange()))
          wrap(
              Side->getSourceRange(),
              (B->getOpcode() == BO_LAnd ? "(" + active(Id) + " || " : "(!" + active(Id) + " && ") +
                  "static_cast<bool>(",
              "))");
    if (B->getOpcode() == BO_Assign && isBool(*B->getRHS()))
      negate(B->getRHS());
    return true;
  }

  bool VisitVarDecl(VarDecl *V) {
    if (V->getInit() && !V->isConstexpr() && !llvm::isa<ParmVarDecl>(V) && isBool(*V->getInit()))
      negate(V->getInit());
    return true;
  }

  bool VisitReturnStmt(ReturnStmt *R) {
    const Expr *Value = R->getRetValue();
    if (Value && !isOther(*Value) && isBool(*Value))
      negate(Value);
    return !Value || other(*Value);
  }

  bool VisitCallExpr(CallExpr *C) {
    for (const Expr *Argument : C->arguments())
      other(*Argument);
    return true;
  }

  bool VisitSwitchStmt(SwitchStmt *S) {
    std::vector<const CaseStmt *> Cases;
    for (const SwitchCase *C = S->getSwitchCaseList(); C; C = C->getNextSwitchCase())
      if (const auto *Case = llvm::dyn_cast<CaseStmt>(C))
        Cases.insert(Cases.begin(), Case);
    swapCases(*S, Cases);
    return true;
  }

  bool VisitCompoundStmt(CompoundStmt *C) {
    for (Stmt *S : C->body())
      remove(*S);
    return true;
  }
  bool VisitSwitchCase(SwitchCase *C) { return remove(*C->getSubStmt()); }
  bool VisitForStmt(ForStmt *F) { return remove(*F->getBody()); }
  bool VisitCXXForRangeStmt(CXXForRangeStmt *F) { return remove(*F->getBody()); }
  bool TraverseIfStmt(IfStmt *If) {
    remove(*If->getThen());
    if (If->getElse())
      remove(*If->getElse());
    return RecursiveASTVisitor::TraverseIfStmt(If);
  }

private:
  /// Debug printing and counters: no test could notice.
  static bool isSkipped(const FunctionDecl &F) {
    static const llvm::StringSet<> Skipped = {"dump", "print", "printTerm", "hash_value"};
    return F.getIdentifier() && Skipped.contains(F.getName());
  }

  static std::string active(unsigned Id) {
    return "::holdfast::mutants::active(" + std::to_string(Id) + ")";
  }
  static bool isBool(const Expr &E) { return E.IgnoreImplicit()->getType()->isBooleanType(); }
  static bool isOther(const Expr &E) {
    const Expr *Plain = E.IgnoreImplicit();
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(Plain);
    return llvm::isa<CXXBoolLiteralExpr>(Plain) ||
           (Ref && llvm::isa<EnumConstantDecl>(Ref->getDecl()));
  }

  unsigned offset(SourceLocation L) const { return Sources.getFileOffset(L); }
  unsigned endOf(SourceRange R) const {
    return offset(Lexer::getLocForEndOfToken(R.getEnd(), 0, Sources, Context.getLangOpts()));
  }
  bool isSpelledHere(SourceRange R) const {
    return R.isValid() && R.getBegin().isFileID() && R.getEnd().isFileID() &&
           Sources.isInMainFile(R.getBegin());
  }

  /// The number of a new mutant of R, or 0 when it cannot be had.
  unsigned mutant(llvm::StringRef What, SourceRange R) {
    if (!Function || !isSpelledHere(R))
      return 0;
    llvm::StringRef Source = Sources.getBufferData(Sources.getMainFileID());
    std::string Text;
    for (char C : Source.slice(offset(R.getBegin()), endOf(R)))
      if (!llvm::isSpace(C))
        Text += C;
      else if (!Text.empty() && Text.back() != ' ')
        Text += ' ';
    if (Text.size() > 70)
      Text = Text.substr(0, 67) + "...";
    return All.add(
        (llvm::Twine(File) + " " + Function->getNameAsString() + ": " + What + " " + Text).str());
  }

  void wrap(SourceRange R, const std::string &Open, const std::string &Close) {
    Edits.around(offset(R.getBegin()), endOf(R), Open, Close);
  }

  bool negate(const Expr *E) {
    if (E && !isOther(*E))
      if (unsigned Id = mutant("negate", E->getSourceRange()))
        wrap(E->getSourceRange(), "(" + active(Id) + " != static_cast<bool>(", "))");
    return true;
  }

  /// Another enumerator, or the other truth.
  bool other(const Expr &E) {
    if (!isOther(E))
      return true;
    const Expr *Plain = E.IgnoreImplicit();
    std::string Other;
    if (const auto *Bool = llvm::dyn_cast<CXXBoolLiteralExpr>(Plain)) {
      Other = Bool->getValue() ? "false" : "true";
    } else {
      const auto *Is = llvm::cast<EnumConstantDecl>(llvm::cast<DeclRefExpr>(Plain)->getDecl());
      const auto *Enum = llvm::cast<EnumDecl>(Is->getDeclContext());
      auto Next = std::next(llvm::find(Enum->enumerators(), Is));
      if (Next == Enum->enumerator_end())
        Next = Enum->enumerator_begin();
      Other = (*Next)->getQualifiedNameAsString();
    }
    if (unsigned Id = mutant("other", Plain->getSourceRange()))
      wrap(Plain->getSourceRange(), "(" + active(Id) + " ? " + Other + " : ", ")");
    return true;
  }

  /// Each label is treated as the first one of the next group of labels.
  void swapCases(const SwitchStmt &S, llvm::ArrayRef<const CaseStmt *> Cases) {
    if (Cases.empty() || !isSpelledHere(S.getCond()->getSourceRange()))
      return;
    auto Text = [&](const CaseStmt &C) {
      SourceRange R = C.getLHS()->getSourceRange();
      return Sources.getBufferData(Sources.getMainFileID())
          .slice(offset(R.getBegin()), endOf(R))
          .str();
    };
    std::string Labels;
    unsigned First = 0;
    for (size_t I = 0; I < Cases.size(); ++I) {
      size_t Next = I;
      while (llvm::isa<CaseStmt>(Cases[Next]->getSubStmt()))
        Next = (Next + 1) % Cases.size();
      Next = (Next + 1) % Cases.size();
      unsigned Id = mutant("case", Cases[I]->getLHS()->getSourceRange());
      First = First ? First : Id;
      Labels += (I ? ", {" : "{") + Text(*Cases[I]) + ", " + Text(*Cases[Next]) + "}";
    }
    wrap(S.getCond()->getSourceRange(),
         "::holdfast::mutants::swapped(" + std::to_string(First) + ", ", ", {" + Labels + "})");
  }

  /// Leaves out S, if it is a statement without a value that is needed.
  bool remove(Stmt &S) {
    auto *Returned = llvm::dyn_cast<ReturnStmt>(&S);
    bool ReturnsVoid =
        Returned && Returned->getRetValue() && Returned->getRetValue()->getType()->isVoidType();
    bool Removable = llvm::isa<Expr>(S) || llvm::isa<BreakStmt>(S) || llvm::isa<ContinueStmt>(S) ||
                     (Returned && !Returned->getRetValue()) || ReturnsVoid;
    if (!Removable)
      return true;
    // `return f();` without the call.
    if (unsigned Id = mutant("delete", S.getSourceRange())) {
      unsigned End = offset(Lexer::findLocationAfterToken(S.getEndLoc(), tok::semi, Sources,
                                                          Context.getLangOpts(), false));
      std::string Guard =
          ReturnsVoid ? "if (" + active(Id) + ") return; " : "if (!" + active(Id) + ") ";
      Edits.around(offset(S.getBeginLoc()), End, "{ " + Guard, " }");
    }
    return true;
  }

  ASTContext &Context;
  SourceManager &Sources;
  Names &All;
  std::string File;
  Insertions Edits;
  const FunctionDecl *Function = nullptr;
};

class Writer : public ASTConsumer {
public:
  explicit Writer(Names &All) : All(All) {}

  void HandleTranslationUnit(ASTContext &Context) override {
    if (!All.startFile(roomAndName(Context.getSourceManager())))
      return;
    Schemata S(Context, All);
    S.TraverseDecl(Context.getTranslationUnitDecl());
    SourceManager &Sources = Context.getSourceManager();
    std::string Path = OutDir + "/" + roomAndName(Sources);
    llvm::sys::fs::create_directories(llvm::sys::path::parent_path(Path));
    std::error_code Error;
    llvm::raw_fd_ostream(Path, Error) << S.text();
    if (Error)
      llvm::report_fatal_error(llvm::Twine("cannot write ") + Path, false);
  }

private:
  Names &All;
};

class Action : public ASTFrontendAction {
public:
  explicit Action(Names &All) : All(All) {}
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &, llvm::StringRef) override {
    return std::make_unique<Writer>(All);
  }

private:
  Names &All;
};

class Factory : public tooling::FrontendActionFactory {
public:
  Names All;
  std::unique_ptr<FrontendAction> create() override { return std::make_unique<Action>(All); }
};

} // namespace

int main(int Argc, const char **Argv) {
  auto Options = tooling::CommonOptionsParser::create(Argc, Argv, Category);
  if (!Options) {
    llvm::errs() << llvm::toString(Options.takeError());
    return 2;
  }
  llvm::sys::fs::create_directories(OutDir);
  tooling::ClangTool Tool(Options->getCompilations(), Options->getSourcePathList());
  Factory Make;
  if (Tool.run(&Make))
    return 2;
  std::error_code Error;
  llvm::raw_fd_ostream Out(OutDir + "/names.txt", Error);
  Make.All.write(Out);
  return Error ? 2 : 0;
}
