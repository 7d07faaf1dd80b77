//===- Uses.cpp - what is done to containers, and does it fit -------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "migrate/Uses.h"
#include "migrate/Repeatable.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace holdfast::migrate {

/// In a template itself: its instantiations are looked at instead.
bool Uses::isDependent(const Expr &E) const {
  const FunctionDecl *F = Walk.functionOf(&E);
  return F && F->isDependentContext();
}

static Ordering orderOf(const Source *S) { return S ? S->Order : Ordering::Hashed; }

static QualType pointee(QualType T) { return T->isPointerType() ? T->getPointeeType() : T; }

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

bool Uses::call(const CallExpr &Call, const FunctionDecl &Callee) {
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call))
    return operatorCall(*Operator);
  const auto *Method = dyn_cast<CXXMethodDecl>(&Callee);
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call); Member && Method)
    return method(*Member, *Method);
  return function(Call, Callee);
}

bool Uses::method(const CXXMemberCallExpr &Call, const CXXMethodDecl &Method) {
  const Expr &Object = *Call.getImplicitObjectArgument();
  Origin O = From.of(&Object);
  if (O.What != Facet::Whole && O.What != Facet::Pointer)
    return false;
  QualType T = pointee(Object.getType());
  if (findTarget(From.classOf(T)) || isDependent(Call))
    return true;
  llvm::ArrayRef<const Expr *> Args(Call.getArgs(), Call.getNumArgs());
  for (const Expr *A : Args)
    if (Origin Other = From.of(A); Other.What == Facet::Whole || Other.What == Facet::Iterator)
      Found.link(O.Id, Other.Id);
  if (const CallRow *Row =
          findCall(To.Name, orderOf(From.sourceOf(T)), Method.getDeclName().getAsString(),
                   From.shapeOf(T, Method, Args)))
    judge(*Row, Call, Args, O, Object);
  if (Origin Result = From.of(&Call); Result.What == Facet::Mapped)
    element(Call, Result);
  return true;
}

bool Uses::operatorCall(const CXXOperatorCallExpr &Call) {
  Origin O = From.of(Call.getArg(0));
  if (isDependent(Call))
    return false;
  if (!O) {
    // An iterator is kept somewhere: `pos_ = m.find(k)`.
    const auto *Member = dyn_cast<MemberExpr>(plain(Call.getArg(0)));
    if (Member && Call.getOperator() == OO_Equal)
      Found.flow(From.idOf(*Member->getMemberDecl()), Call.getArg(1));
    return false;
  }
  bool IsWhole = O.What == Facet::Whole, IsIterator = O.What == Facet::Iterator;
  switch (Call.getOperator()) {
  case OO_Subscript:
    if (IsWhole)
      element(Call, From.of(&Call));
    return IsWhole;
  case OO_Equal:
    if (IsWhole || IsIterator)
      Found.flow(O.Id, Call.getArg(1));
    [[fallthrough]];
  case OO_PlusPlus:
  case OO_MinusMinus:
    if (const auto *For = dyn_cast_or_null<ForStmt>(Walk.parentOf(&Call));
        IsIterator && O.Variable && !(For && For->getInc() == &Call))
      Steps.push_back({O.Id, O.Variable, &Call, Walk.functionOf(&Call)});
    return IsWhole || IsIterator;
  case OO_Star:
    if (IsIterator && !isa_and_nonnull<MemberExpr>(Walk.parentOf(&Call)))
      element(Call, From.of(&Call));
    return IsIterator;
  default:
    break;
  }
  if (!IsWhole)
    return IsIterator;
  Found.flow(O.Id, Call.getNumArgs() > 1 ? Call.getArg(1) : nullptr);
  QualType T = Call.getArg(0)->getType();
  std::string Name = ("operator" + llvm::Twine(getOperatorSpelling(Call.getOperator()))).str();
  if (const CallRow *Row = findCall(To.Name, orderOf(From.sourceOf(T)), Name, ""))
    judge(*Row, Call, {}, O, *Call.getArg(0));
  return true;
}

/// A function that is given a container. What happens to its arguments is the caller's business.
bool Uses::function(const CallExpr &Call, const FunctionDecl &Callee) {
  if (!Call.getNumArgs() || From.sites().isUsers(Callee.getLocation()) || isDependent(Call))
    return false;
  const Expr &First = *Call.getArg(0);
  Origin O = From.of(&First);
  if (O.What != Facet::Whole || findTarget(From.classOf(First.getType())))
    return false;
  llvm::ArrayRef<const Expr *> Args(Call.getArgs(), Call.getNumArgs());
  if (const CallRow *Row =
          findCall(To.Name, orderOf(From.sourceOf(First.getType())), lower::modelName(Callee),
                   From.shapeOf(First.getType(), Callee, Args)))
    judge(*Row, Call, Args, O, First);
  return false;
}

void Uses::judge(const CallRow &Row, const CallExpr &Call, llvm::ArrayRef<const Expr *> Args,
                 const Origin &O, const Expr &Container) {
  Origin Filled = O;
  Filled.Container = &Container;
  const Expr *Name = Call.getCallee()->IgnoreParenImpCasts();
  const auto *Member = dyn_cast<MemberExpr>(Name);
  switch (Row.What) {
  case CallFit::Keep:
    return;
  case CallFit::Refuse:
  case CallFit::InOrder:
    return Found.refuse(O.Id, Call.getSourceRange(), Row.Why, filled(Row.Write, Call, Filled),
                        Row.What == CallFit::InOrder ? "order" : "");
  case CallFit::Rename:
    return Found.edit(
        O.Id, {From.sites().replace(Member ? Member->getMemberLoc() : Name->getEndLoc(), Row.Text)},
        Call.getSourceRange());
  case CallFit::Unqualify: {
    SourceLocation Last = Name->getEndLoc();
    if (const auto *Ref = dyn_cast<DeclRefExpr>(Name))
      Last = Ref->getLocation();
    return Found.edit(O.Id,
                      {From.sites().replace({From.sites().startOfName(Last), Last}, Row.Text)},
                      Call.getSourceRange());
  }
  case CallFit::DropHint:
    return dropHint(Row, Call, Args, O);
  }
}

void Uses::dropHint(const CallRow &Row, const CallExpr &Call, llvm::ArrayRef<const Expr *> Args,
                    const Origin &O) {
  const Sites &W = From.sites();
  std::vector<std::optional<fix::Edit>> Edits;
  std::optional<fix::Edit> Hint = W.replace(Args[0]->getSourceRange(), "");
  std::optional<fix::Edit> Next =
      Args.size() > 1 ? W.insertBefore(Args[1]->getBeginLoc(), "") : Hint;
  if (Hint && Next && Args.size() > 1)
    Hint->Length = Next->Offset - Hint->Offset; // With the comma.
  Edits.push_back(Next ? Hint : std::nullopt);
  const auto *Member = dyn_cast<MemberExpr>(Call.getCallee()->IgnoreParenImpCasts());
  if (Member && !Row.Text.empty())
    Edits.push_back(W.replace(Member->getMemberLoc(), Row.Text));
  if (Walk.useOf(&Call).What != ElementUse::Discarded)
    Edits.push_back(W.insertBehind(Call.getEndLoc(), ".first"));
  Found.edit(O.Id, Edits, Call.getSourceRange());
}

void Uses::iterate(const Expr &Range, const Origin &O) {
  if (findTarget(From.classOf(Range.getType())) || isDependent(Range))
    return; // The language calls it by the name of begin ([stmt.ranged]), whatever the library is.
  if (const CallRow *Row = findCall(To.Name, orderOf(From.sourceOf(Range.getType())), "begin", ""))
    Found.refuse(O.Id, Range.getSourceRange(), Row->Why, filled(Row->Write, Range, O), "order");
}

void Uses::loopVariable(const VarDecl &D, const Origin &O) {
  QualType T = D.getType()->getPointeeType();
  if (To.How == Form::Wrapped || T.isConstQualified() || isa<DecompositionDecl>(D) ||
      D.getTypeSourceInfo()->getType()->getContainedAutoType())
    return;
  SourceLocation Begin = D.getTypeSourceInfo()->getTypeLoc().getBeginLoc();
  Found.edit(O.Id, {From.sites().insertBefore(Begin, "const ")}, D.getSourceRange());
}

//===----------------------------------------------------------------------===//
// Values and keys
//===----------------------------------------------------------------------===//

void Uses::member(const MemberExpr &E) {
  if (Origin O = From.of(&E); O.What == Facet::Key || O.What == Facet::Mapped)
    if (isa<FieldDecl>(E.getMemberDecl()))
      element(E, O);
}

void Uses::reference(const DeclRefExpr &E) {
  Origin O = From.of(&E);
  if (O.Variable != E.getDecl())
    return;
  bool IsPart = O.What == Facet::Key || O.What == Facet::Mapped;
  if (IsPart || (O.What == Facet::Element && !isa_and_nonnull<MemberExpr>(Walk.parentOf(&E))))
    element(E, O);
}

void Uses::element(const Expr &E, const Origin &O) {
  if (To.How == Form::Wrapped || isDependent(E) ||
      (O.Container && findTarget(From.classOf(pointee(O.Container->getType())))))
    return;
  UseOf U = Walk.useOf(&E);
  const ElementRow &Row = findElement(O.How, U.What);
  bool StaysBehind = U.What == ElementUse::Kept || U.What == ElementUse::KeptConst ||
                     U.What == ElementUse::Escaped || U.What == ElementUse::Iterated;
  // Keys and entries are const in the old container, too, or copied: only their lives differ.
  if (O.What != Facet::Mapped && !StaysBehind)
    return;
  bool IsNamedReference =
      O.What == Facet::Element && U.KeptBy && U.KeptBy->getType()->isReferenceType() && O.Variable;
  if (IsNamedReference) // `auto &entry = *it;`: what is done to it is looked at.
    return note(E, O, {ElementUse::KeptConst, nullptr, U.KeptBy});
  if (Row.What == ElementFit::Refuse)
    return refuseElement(Row, E, O, U);
  if (Row.What == ElementFit::Rewrite)
    rewrite(Row, E, O, U);
  note(E, O, U);
}

void Uses::refuseElement(const ElementRow &Row, const Expr &E, const Origin &O, const UseOf &U) {
  SourceRange Range = U.Whole ? U.Whole->getSourceRange() : E.getSourceRange();
  Found.refuse(O.Id, Range, Row.Why, filled(Row.Write, E, O));
}

/// Whether the text of E may stand somewhere else, once more: nothing is called.
static bool isSimple(const Expr *E) {
  E = plain(E);
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return isSimple(Member->getBase());
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return !Unary->isIncrementDecrementOp() && isSimple(Unary->getSubExpr());
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(E))
    return (Call->getOperator() == OO_Star || Call->getOperator() == OO_Arrow) &&
           isSimple(Call->getArg(0));
  return isa<DeclRefExpr>(E) || isa<CXXThisExpr>(E);
}

std::string Uses::keyOf(const Expr &E, const Origin &O) const {
  if (const auto *Member = dyn_cast<MemberExpr>(&E); Member && O.What == Facet::Mapped) {
    const Expr *Base = Member->getBase();
    if (const auto *Arrow = dyn_cast<CXXOperatorCallExpr>(plain(Base)))
      Base = Arrow->getOperator() == OO_Arrow ? Arrow->getArg(0) : Base; // Without the `->`.
    return From.sites().text(Base->getSourceRange()) + (Member->isArrow() ? "->first" : ".first");
  }
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&E))
    if (const auto *Binding = dyn_cast<BindingDecl>(Ref->getDecl()))
      if (const auto *D = dyn_cast<DecompositionDecl>(Binding->getDecomposedDecl()))
        return D->bindings()[0]->getName().str();
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(&E);
      Call && Call->getOperator() == OO_Subscript)
    return From.sites().text(Call->getArg(1)->getSourceRange());
  return "key";
}

std::string Uses::filled(llvm::StringRef Text, const Expr &E, const Origin &O) const {
  std::string Map =
      O.Container ? From.sites().text(O.Container->getSourceRange()) : "the container";
  if (O.Container && O.Container->getType()->isPointerType())
    Map = isa<CXXThisExpr>(plain(O.Container)) ? "(*this)" : "(*" + Map + ")";
  std::string Result;
  while (!Text.empty()) {
    if (Text.consume_front("$map"))
      Result += Map;
    else if (Text.consume_front("$key"))
      Result += keyOf(E, O);
    else {
      Result += Text.front();
      Text = Text.drop_front();
    }
  }
  return Result;
}

/// What turns the access to E into a call.
std::vector<std::optional<fix::Edit>> Uses::opening(const ElementRow &Row, const Expr &E,
                                                    const Origin &O) const {
  const Sites &W = From.sites();
  const auto &Call = cast<CXXOperatorCallExpr>(E);
  std::optional<Token> Bracket = Lexer::findNextToken(
      Call.getArg(0)->getEndLoc(), Context.getSourceManager(), Context.getLangOpts());
  if (!Bracket || Bracket->isNot(tok::l_square))
    return {std::nullopt};
  return {W.replace(Bracket->getLocation(), Row.Open), W.replace(Call.getEndLoc(), Row.Close)};
}

void Uses::rewrite(const ElementRow &Row, const Expr &E, const Origin &O, const UseOf &U) {
  const Sites &W = From.sites();
  SourceRange Range = U.Whole ? U.Whole->getSourceRange() : E.getSourceRange();
  if (Row.End.empty())
    return Found.edit(O.Id, opening(Row, E, O), Range);
  if (!isRepeatable(U.Whole, &E))
    return Found.refuse(
        O.Id, Range,
        "it is done again when another thread changes the value meanwhile, and "
        "what it calls or moves might not bear that",
        filled("the arguments before it, into variables that are not moved from", E, O));
  bool IsInFront = U.Whole->getBeginLoc() == E.getBeginLoc();
  std::optional<fix::Edit> End = W.insertBehind(U.Whole->getEndLoc(), Row.End);
  if (O.How == Access::Subscript && IsInFront) {
    std::vector<std::optional<fix::Edit>> Edits = opening(Row, E, O);
    Edits.push_back(End);
    return Found.edit(O.Id, Edits, Range);
  }
  if (!O.Container || !isSimple(O.Container))
    return Found.refuse(O.Id, Range, "values are never changed in place",
                        filled("$map.update($key, [&](auto &value) { ... })", E, O));
  std::string Open = O.How == Access::Subscript
                         ? filled(("$map" + Row.Open + "$key" + Row.Close).str(), E, O)
                         : filled(Row.Open, E, O);
  llvm::StringRef Before = Open;
  Before.consume_back("value");
  Found.edit(
      O.Id,
      {W.insertBefore(U.Whole->getBeginLoc(), Before), W.replace(E.getSourceRange(), "value"), End},
      Range);
}

//===----------------------------------------------------------------------===//
// What a handle shows, and when
//===----------------------------------------------------------------------===//

void Uses::note(const Expr &E, const Origin &O, const UseOf &U) {
  const FunctionDecl *F = Walk.functionOf(&E);
  switch (U.What) {
  case ElementUse::Assigned:
  case ElementUse::Stepped:
  case ElementUse::Changed:
    Changes.push_back({O.Id, O.Variable, U.Whole ? U.Whole : &E, F});
    break;
  case ElementUse::KeptConst:
    Kept.push_back({O.Id, O.Variable, &E, F});
    [[fallthrough]];
  default:
    if (O.How == Access::Entry && O.What == Facet::Mapped)
      Reads.push_back({O.Id, O.Variable, &E, F});
  }
}

static bool leaves(const Stmt *S) {
  return isa<ReturnStmt>(S) || isa<BreakStmt>(S) || isa<ContinueStmt>(S) || isa<GotoStmt>(S) ||
         isa<CXXThrowExpr>(S);
}

/// Whether Read may happen after Change with the same handle: later in the text, and not in another
/// branch.
bool Uses::mayFollow(const Event &Change, const Event &Read) const {
  const Sites &W = From.sites();
  if (Change.Id != Read.Id || Change.Function != Read.Function || !Read.Variable ||
      !W.isBefore(Change.E->getEndLoc(), Read.E->getBeginLoc()) ||
      !W.isBefore(Read.Variable->getLocation(), Change.E->getBeginLoc()))
    return false;
  llvm::SmallPtrSet<const Stmt *, 16> Around;
  for (const Stmt *S = Read.E; S; S = Walk.parentOf(S))
    Around.insert(S);
  const Stmt *Inner = Change.E;
  for (const Stmt *S = Walk.parentOf(Inner); S; Inner = S, S = Walk.parentOf(S)) {
    if (Around.contains(S)) {
      const auto *If = dyn_cast<IfStmt>(S);
      return !If || !If->getElse() || Inner != If->getThen() || !Around.contains(If->getElse());
    }
    const auto *Block = dyn_cast<CompoundStmt>(S);
    if (Block && !Block->body_empty() && leaves(Block->body_back()))
      return false;
  }
  return true;
}

void Uses::refuseStale(const Event &Change, const Event &Read) {
  std::string Line = std::to_string(From.sites().place(Change.E->getBeginLoc()).Line);
  Found.refuse(Read.Id, Read.E->getSourceRange(),
               "it still shows the value from before the change in line " + Line,
               "load(key) of the container, or read the value before it is changed");
}

void Uses::finish() {
  if (To.How == Form::Wrapped)
    return;
  for (const Event &Read : Reads)
    if (auto C = llvm::find_if(Changes, [&](const Event &C) { return mayFollow(C, Read); });
        C != Changes.end())
      refuseStale(*C, Read);
  for (const Event &K : Kept)
    for (const Event &Step : Steps)
      if (Step.Variable == K.Variable &&
          From.sites().isBefore(K.E->getBeginLoc(), Step.E->getBeginLoc()))
        Found.refuse(K.Id, K.E->getSourceRange(),
                     "the reference dies when the iterator steps in line " +
                         std::to_string(From.sites().place(Step.E->getBeginLoc()).Line),
                     "a copy of the value");
}

} // namespace holdfast::migrate
