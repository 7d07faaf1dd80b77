//===- Stepping.cpp - a loop steps only where nothing was erased ----------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "fix/Stepping.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace holdfast::fix {
namespace {

bool isJump(const Stmt *S) {
  if (const auto *Full = llvm::dyn_cast_or_null<ExprWithCleanups>(S))
    S = Full->getSubExpr();
  return S && llvm::isa<ReturnStmt, BreakStmt, ContinueStmt, GotoStmt, CXXThrowExpr>(S);
}

class StepMover {
public:
  StepMover(const EraseLoop &L, const std::string &Step, const std::string &Unit,
            const SourceText &Text, Draft &D)
      : L(L), Step(Step), Unit(Unit), Text(Text), D(D) {}

  void run();

private:
  bool hasErasure(const Stmt &S) const;
  bool look(const Stmt &S);
  void addBeside(const Stmt &S, const IfStmt *Of);
  bool isAfterErasureFine(const CompoundStmt &Block, const Stmt *Inner);
  void removeOldStep();
  void addElse(const IfStmt &If);
  void addAtEnd(const Stmt &Branch, const IfStmt *Of);
  void addToBlock(const CompoundStmt &Block);
  void addToContinues();
  void addBefore(const ContinueStmt &Jump, const Path &Above);
  void wrap(const IfStmt &Of, const Stmt &Branch, const std::string &Before,
            const std::string &After);
  SourceLocation endOfBranch(const Stmt &Branch);
  std::string line(SourceLocation Indented, llvm::StringRef More, llvm::StringRef What) const {
    return "\n" + (Text.indentation(Indented) + More + What).str();
  }

  const EraseLoop &L;
  const std::string Step, Unit;
  const SourceText &Text;
  Draft &D;
  std::vector<const Stmt *> Later;      ///< What follows an erasure in the same round.
  unsigned Erasing = 0, Continuing = 0; ///< Erasures; those that `continue` follows.
};

/// What follows Inner in its Block, for who has erased.
bool StepMover::isAfterErasureFine(const CompoundStmt &Block, const Stmt *Inner) {
  auto It = std::next(llvm::find(Block.body(), Inner));
  Later.insert(Later.end(), It, Block.body_end());
  for (; It != Block.body_end(); ++It) {
    if (*It == L.LastStep)
      continue;
    if (llvm::isa<ContinueStmt>(*It)) {
      ++Continuing;
      return true;
    }
    bool Jumps = contains(**It, [](const Stmt &S) { return llvm::isa<ContinueStmt>(S); });
    if (mentions(**It, *L.Cursor) || (L.LastStep && Jumps))
      return false;
    // Where the cursor has gone on to is no longer an element then.
    if (L.F != EraseLoop::Form::Index &&
        contains(**It, [&](const Stmt &S) { return llvm::is_contained(L.Unsettling, &S); }))
      return false;
    if (isJump(*It))
      return false; // Leaves the loop: it is not the finding at hand.
  }
  return true;
}

bool StepMover::hasErasure(const Stmt &S) const {
  return contains(S, [&](const Stmt &Node) { return L.isErasure(Node); });
}

/// From the erasures in S out to S; false: what follows one is about the element, or S is no block
/// or if.
bool StepMover::look(const Stmt &S) {
  if (L.isErasure(S))
    return ++Erasing;
  if (const auto *If = llvm::dyn_cast<IfStmt>(&S)) {
    if (If->isConstexpr() || If->isConsteval() || hasErasure(*If->getCond()))
      return false;
    return (!hasErasure(*If->getThen()) || look(*If->getThen())) &&
           (!If->getElse() || !hasErasure(*If->getElse()) || look(*If->getElse()));
  }
  const auto *Block = llvm::dyn_cast<CompoundStmt>(&S);
  if (!Block || llvm::count_if(Block->body(), [&](const Stmt *E) { return hasErasure(*E); }) != 1)
    return false;
  const Stmt *Inner = *llvm::find_if(Block->body(), [&](const Stmt *E) { return hasErasure(*E); });
  const unsigned Before = Continuing, Erased = Erasing;
  if (!look(*Inner))
    return false;
  // Who continues does not come to what follows.
  if (Continuing - Before == Erasing - Erased)
    return true;
  return isAfterErasureFine(*Block, Inner);
}

/// Each way through S that does not erase gets a step.
void StepMover::addBeside(const Stmt &S, const IfStmt *Of) {
  if (L.isErasure(S))
    return;
  if (!hasErasure(S))
    return addAtEnd(S, Of);
  if (const auto *Block = llvm::dyn_cast<CompoundStmt>(&S)) {
    for (const Stmt *Each : Block->body())
      if (hasErasure(*Each))
        addBeside(*Each, nullptr);
    return;
  }
  const auto *If = llvm::cast<IfStmt>(&S);
  addBeside(*If->getThen(), If);
  If->getElse() ? addBeside(*If->getElse(), If) : addElse(*If);
}

void StepMover::removeOldStep() {
  if (L.Step) {
    const ForStmt *For = L.asFor();
    if (!For->getCond())
      return D.spoil();
    SourceLocation Semi =
        Lexer::findLocationAfterToken(For->getCond()->getEndLoc(), tok::semi, Text.sources(),
                                      LangOptions(), /*SkipTrailingWhitespaceAndNewLine=*/false);
    if (!Text.isEditable(Semi) || !Text.isEditable(For->getRParenLoc()))
      return D.spoil();
    auto R = CharSourceRange::getCharRange(Semi, For->getRParenLoc());
    if (!Text.comments(R).empty())
      return D.spoil();
    return D.remove(R);
  }
  if (!L.LastStep)
    return;
  std::optional<CharSourceRange> R = Text.statement(*L.LastStep);
  if (!R)
    return D.spoil();
  // With its line, unless there is more on it.
  SourceLocation End = Text.endOfLine(R->getEnd());
  bool IsAlone = Text.startsLine(R->getBegin()) && Text.isRestOfLineIdle(R->getEnd()) &&
                 Text.comments(CharSourceRange::getCharRange(R->getEnd(), End)).empty();
  if (IsAlone)
    R = CharSourceRange::getCharRange(
        R->getBegin().getLocWithOffset(-static_cast<int>(Text.indentation(R->getBegin()).size())),
        End.getLocWithOffset(
            Text.text(CharSourceRange::getCharRange(End, End.getLocWithOffset(2))) == "\r\n" ? 2
                                                                                             : 1));
  D.remove(R);
}

/// Where something can be added behind Branch: after a comment that follows it.
SourceLocation StepMover::endOfBranch(const Stmt &Branch) {
  std::optional<CharSourceRange> R = Text.statement(Branch);
  if (!R) {
    D.spoil();
    return {};
  }
  return Text.isRestOfLineIdle(R->getEnd()) ? Text.endOfLine(R->getEnd()) : R->getEnd();
}

/// Puts Branch in braces, with lines before and behind it.
void StepMover::wrap(const IfStmt &Of, const Stmt &Branch, const std::string &Before,
                     const std::string &After) {
  SourceLocation Head = &Branch == Of.getThen() ? Of.getRParenLoc() : Of.getElseLoc();
  SourceLocation End = endOfBranch(Branch), Begin = Branch.getBeginLoc();
  if (!Text.isEditable(Head) || !Text.isEditable(Begin) || End.isInvalid())
    return D.spoil();
  std::string Lines = Before.empty() ? "" : line(Of.getBeginLoc(), Unit, Before);
  if (Text.isOnOneLine(Head, Begin)) {
    D.insert(Begin, "{" + Lines + line(Of.getBeginLoc(), Unit, ""));
  } else {
    D.insert(Text.endOfToken(Head), " {" + Lines);
  }
  std::string Rest =
      (After.empty() ? "" : line(Of.getBeginLoc(), Unit, After)) + line(Of.getBeginLoc(), "", "}");
  // `} else` on one line, unless there is a comment in between.
  if (SourceLocation Else = Of.getElseLoc(); Else.isValid() && &Branch == Of.getThen()) {
    auto Between = CharSourceRange::getCharRange(End, Else);
    if (Text.isEditable(Else) && Text.text(Between).trim().empty())
      return D.replace(Between, Rest + " ");
  }
  D.insert(End, Rest);
}

void StepMover::addToBlock(const CompoundStmt &Block) {
  if (!Block.body_empty() && isJump(Block.body_back()))
    return;
  SourceLocation Close = Block.getRBracLoc();
  if (!Text.isEditable(Close))
    return D.spoil();
  if (Text.startsLine(Close))
    D.insert(Close, Unit + Step + ";\n" + Text.indentation(Close).str());
  else
    D.insert(Close, Step + "; ");
}

/// Branch ends with a step, where its end is reached.
void StepMover::addAtEnd(const Stmt &Branch, const IfStmt *Of) {
  if (isJump(&Branch))
    return;
  if (const auto *Block = llvm::dyn_cast<CompoundStmt>(&Branch))
    return addToBlock(*Block);
  if (const auto *If = llvm::dyn_cast<IfStmt>(&Branch); If && Of && Of->getElse() == If) {
    addAtEnd(*If->getThen(), If);
    return If->getElse() ? addAtEnd(*If->getElse(), If) : addElse(*If);
  }
  Of ? wrap(*Of, Branch, "", Step + ";") : D.spoil();
}

void StepMover::addElse(const IfStmt &If) {
  const auto *Block = llvm::dyn_cast<CompoundStmt>(If.getThen());
  SourceLocation Begin = If.getBeginLoc();
  if (!Block) {
    D.insert(endOfBranch(*If.getThen()), line(Begin, "", "else") + line(Begin, Unit, Step + ";"));
    return;
  }
  SourceLocation Open = Block->getLBracLoc(), Close = Block->getRBracLoc();
  if (!Text.isEditable(Open) || !Text.isEditable(Close))
    return D.spoil();
  if (Text.isOnOneLine(Open, Close))
    return D.insert(Text.endOfToken(Close), " else { " + Step + "; }");
  std::string Rest = line(Begin, Unit, Step + ";") + line(Begin, "", "}");
  if (Text.startsLine(Open))
    return D.insert(endOfBranch(*Block), line(Begin, "", "else") + line(Begin, "", "{") + Rest);
  bool HasComment = endOfBranch(*Block) != Text.endOfToken(Close);
  D.insert(endOfBranch(*Block), (HasComment ? line(Begin, "", "else {") : " else {") + Rest);
}

void StepMover::addBefore(const ContinueStmt &Jump, const Path &Above) {
  const Stmt *Parent = Above.empty() ? nullptr : Above.back();
  if (Parent && llvm::isa<CompoundStmt>(Parent)) {
    SourceLocation Begin = Jump.getBeginLoc();
    bool IsFirst = Text.isEditable(Begin) && Text.startsLine(Begin);
    return D.insert(Begin, Step + ";" + (IsFirst ? "\n" + Text.indentation(Begin).str() : " "));
  }
  const auto *If = llvm::dyn_cast_or_null<IfStmt>(Parent);
  If ? wrap(*If, Jump, Step + ";", "") : D.spoil();
}

/// Each `continue` of the loop steps that is reached without an erasure.
void StepMover::addToContinues() {
  forEachNode(*L.Body, [&](const Stmt &S, const Path &Above) {
    if (llvm::isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt, LambdaExpr>(S) ||
        llvm::is_contained(Later, &S))
      return false;
    if (const auto *Jump = llvm::dyn_cast<ContinueStmt>(&S))
      addBefore(*Jump, Above);
    return true;
  });
}

void StepMover::run() {
  std::optional<CharSourceRange> Whole = Text.statement(*L.Loop);
  if (!look(*L.Body) || !Whole || Text.hasDirective(*Whole))
    return D.spoil();
  const bool Continues = Continuing != 0;
  // Some go on to the end of the body, some do not: one step cannot serve both.
  if (Continues && Continuing != Erasing)
    return D.spoil();
  // A step at the end of the body is not reached by who continues, erasure or not.
  if (Continues && L.LastStep)
    return;
  if (Continues)
    addAtEnd(*L.Body, nullptr);
  else
    addBeside(*L.Body, nullptr);
  removeOldStep();
  if (!L.LastStep)
    addToContinues();
}

} // namespace

void moveStep(const EraseLoop &L, const std::string &Step, const std::string &Unit,
              const SourceText &Text, Draft &D) {
  StepMover(L, Step, Unit, Text, D).run();
}

} // namespace holdfast::fix
