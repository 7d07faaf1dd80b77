//===- IterateCopy.cpp - iterate over a copy ------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   for (auto &o : observers_)        for (auto &o : std::vector(observers_))
//     o->changed();              →      o->changed();   // may call remove(o)
//
// Who removes itself, or somebody else, meanwhile is still called in this round. A loop over
// iterators gets a copy with a name.
//
//===----------------------------------------------------------------------===//
#include "fix/Fixer.h"
#include "fix/TypeText.h"
#include "lower/Names.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace holdfast::fix {

/// The body of the loop of Var, whose elements are of type Element, keeps the address of a part of
/// one, or returns a reference to it.
static bool keepsPart(const Stmt &Body, const VarDecl &Var, QualType Element, const Site &S) {
  if (Element.getNonReferenceType()->isPointerType())
    return false; // What it points at is in no copy.
  return contains(Body, [&](const Stmt &Node) {
    const auto *Address = llvm::dyn_cast<UnaryOperator>(&Node);
    const bool Keeps =
        (Address && Address->getOpcode() == UO_AddrOf) ||
        (llvm::isa<ReturnStmt>(Node) && S.Function->getReturnType()->isReferenceType());
    return Keeps && mentions(Node, Var);
  });
}

/// The loop reads its elements, or they only point at what it changes.
static bool onlyReads(const CXXForRangeStmt &Loop, const Site &S) {
  const VarDecl *Var = Loop.getLoopVariable();
  QualType Type = Var->getType();
  if (!Type->isReferenceType())
    return true;
  if (keepsPart(*Loop.getBody(), *Var, Type, S))
    return false;
  if (Type.getNonReferenceType().isConstQualified())
    return true;
  bool Result = true;
  forEachNode(*Loop.getBody(), [&](const Stmt &Node, const Path &Above) {
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(&Node);
    if (Ref && mentions(*Ref, *Var))
      Result = Result && isReadOnly(Ref, Above);
    return true;
  });
  return Result;
}

namespace {

struct LoopAt {
  const CXXForRangeStmt *Loop = nullptr; ///< Null: there is none.
  bool IsInBlock = false;
};

/// `for (auto it = c.begin(); it != c.end(); ++it)`.
struct IteratorLoop {
  const ForStmt *Loop = nullptr;
  const VarDecl *Cursor = nullptr;
  const Expr *Container = nullptr;              ///< As written: `c`, of `p->begin()` it is `p`.
  bool IsArrow = false;                         ///< Of that the latter.
  llvm::SmallVector<const MemberExpr *> InHead; ///< `c.begin`, `c.end`.

  QualType type() const {
    QualType T = Container->getType();
    return IsArrow ? T->getPointeeType() : T;
  }
};

} // namespace

/// The loop of the finding. The change need not be in it, but in a lambda that it calls.
static LoopAt loopOf(const Site &S) {
  const CXXForRangeStmt *Around = rangeForOver(S);
  LoopAt Result;
  bool IsSure = false;
  forEachNode(S.body(), [&](const Stmt &Node, const Path &Above) {
    const auto *Loop = llvm::dyn_cast<CXXForRangeStmt>(&Node);
    const bool IsMeant = Loop && Loop->getForLoc() == S.P.Facts.Made.getBegin();
    if (IsMeant || (Loop && Loop == Around && !IsSure))
      Result = {Loop, !Above.empty() && llvm::isa<CompoundStmt>(Above.back())};
    IsSure |= IsMeant;
    return true;
  });
  return Result;
}

/// Sets what the calls in Head tell. Whether all that it does to a container of the finding's class
/// is to begin and to end.
static bool readHead(IteratorLoop &L, const Stmt *Head, const Site &S) {
  bool Fits = true;
  if (Head)
    forEachNode(*Head, [&](const Stmt &Node, const Path &) {
      MethodCall M = methodCall(llvm::dyn_cast<Expr>(&Node));
      if (!M.Object || M.Call != &Node)
        return true;
      const models::Operation *Row = S.Models.findMethod(*S.Class, M.Name, "");
      const bool Fitting =
          Row && (Row->Returns == models::Result::Begin || Row->Returns == models::Result::End);
      if (!Fitting || M.Call->getNumArgs() != 0)
        return true;
      if (!L.Container) {
        L.Container = M.Object;
        L.IsArrow = M.IsArrow;
      }
      Fits = Fits && M.IsArrow == L.IsArrow && isSame(M.Object, L.Container, S.Context);
      L.InHead.push_back(llvm::cast<MemberExpr>(written(M.Call->getCallee())));
      return false;
    });
  return Fits;
}

/// The loop of the finding in a block around the change, if it goes from the beginning to the end.
static std::optional<IteratorLoop> iteratorLoopOf(const Site &S) {
  IteratorLoop L;
  for (size_t I = S.Above.size(); I-- > 0 && !L.Loop;) {
    if (llvm::isa<LambdaExpr>(S.Above[I]))
      return std::nullopt;
    const auto *For = llvm::dyn_cast<ForStmt>(S.Above[I]);
    const auto *Declared = llvm::dyn_cast_or_null<DeclStmt>(For ? For->getInit() : nullptr);
    const auto *Var = Declared ? llvm::dyn_cast<VarDecl>(*Declared->decl_begin()) : nullptr;
    if (!Var || !Var->getInit() || Var->getName() != S.P.Handle)
      continue;
    if (I == 0 || !llvm::isa<CompoundStmt>(S.Above[I - 1]) || !is(incremented(For->getInc()), Var))
      return std::nullopt;
    L.Loop = For;
    L.Cursor = Var;
  }
  if (!L.Loop || !readHead(L, L.Loop->getInit(), S) || !L.Container ||
      !readHead(L, L.Loop->getCond(), S) || L.InHead.size() != 2)
    return std::nullopt;
  const lower::TypeModels Models(S.Context, S.Models);
  const bool IsObject = L.IsArrow ? isPlace(L.Container) : L.Container->isLValue();
  return IsObject && Models.modelOf(L.type()) == S.Class ? std::optional(L) : std::nullopt;
}

/// The element that Cursor, below Above, is asked for, and what is above that; null: it is used
/// otherwise.
static const Expr *elementAt(const Path &Above, size_t &Depth) {
  for (size_t I = Above.size(); I-- > 0;) {
    if (llvm::isa<ImplicitCastExpr, ParenExpr>(Above[I]))
      continue;
    Depth = I;
    const auto *E = llvm::dyn_cast<Expr>(Above[I]);
    const auto *Call = llvm::dyn_cast<CXXOperatorCallExpr>(Above[I]);
    if (Call && Call->getOperator() == OO_Arrow && I)
      return llvm::dyn_cast<MemberExpr>(Above[Depth = I - 1]);
    const auto *Member = llvm::dyn_cast<MemberExpr>(Above[I]);
    if (Member && !Member->isArrow())
      return nullptr;
    return Member || (E && dereferenced(E)) ? E : nullptr;
  }
  return nullptr;
}

/// As of a range-for; and the iterator is used for nothing else than to read.
static bool onlyReads(const IteratorLoop &L, const Site &S) {
  const Stmt &Body = *L.Loop->getBody();
  bool Result = true;
  forEachNode(Body, [&](const Stmt &Node, const Path &Above) {
    if (!is(llvm::dyn_cast<DeclRefExpr>(&Node), L.Cursor))
      return true;
    size_t Depth = 0;
    const Expr *Element = elementAt(Above, Depth);
    const auto *Member = llvm::dyn_cast_or_null<MemberExpr>(Element);
    const auto *Method = Member ? llvm::dyn_cast<CXXMethodDecl>(Member->getMemberDecl()) : nullptr;
    if (Method)
      Result = Result && (Method->isConst() || Method->isStatic());
    else
      Result = Result && Element &&
               isReadOnly(Element, Path(Above.begin(), Above.begin() + Depth)) &&
               !keepsPart(Body, *L.Cursor, Element->getType(), S);
    return true;
  });
  return Result;
}

static std::optional<Fix> finish(Draft &D, const std::string &Container) {
  return D.take("iterate-copy", "iterate a copy of '" + Container + "'",
                "what is removed meanwhile is still visited, and what is added is not",
                Safety::Suggestion);
}

/// Declares a copy of Container, of type Type, above Loop; its name.
static std::string copyAbove(Draft &D, const Stmt &Loop, const std::string &Container,
                             QualType Type, const Site &S) {
  const std::string Copy = freshName("copy", namesIn(S.body()));
  const std::string Spelled =
      S.Context.getLangOpts().CPlusPlus11 ? "auto" : typeText(Type.getUnqualifiedType(), S.Context);
  D.declare(Copy, S.body());
  D.insertAbove(Loop.getBeginLoc(), (Type.isConstQualified() ? "const " : "") + Spelled + " " +
                                        Copy + " = " + Container + ";");
  return Copy;
}

static std::optional<Fix> proposeForIterators(const Site &S) {
  const std::optional<IteratorLoop> L = iteratorLoopOf(S);
  if (!L || !isCopyable(L->type()) || !onlyReads(*L, S))
    return std::nullopt;
  const std::string Container = (L->IsArrow ? "*" : "") + S.Text.text(*L->Container).str();
  Draft D(S.Text);
  const std::string Copy = copyAbove(D, *L->Loop, Container, L->type(), S);
  for (const MemberExpr *M : L->InHead)
    D.replace(CharSourceRange::getCharRange(M->getBeginLoc(), M->getMemberLoc()), Copy + ".");
  return finish(D, Container);
}

std::optional<Fix> proposeIterateCopy(const Site &S) {
  if (!S.Class || S.Class->Kind != models::ClassKind::Container || !S.P.Facts.InLoop ||
      S.P.Facts.Cause != solve::CauseKind::Mutation || eraseLoopOf(S))
    return std::nullopt;
  const auto [Loop, IsInBlock] = loopOf(S);
  if (!Loop)
    return proposeForIterators(S);
  const Expr *Range = Loop->getRangeInit();
  if (!Range || !Range->isLValue() || !isCopyable(Range->getType()) || !onlyReads(*Loop, S))
    return std::nullopt;
  Draft D(S.Text);
  std::optional<CharSourceRange> Where = S.Text.rangeOf(*written(Range));
  const std::string Name = S.Text.text(*written(Range)).str();
  if (S.Context.getLangOpts().CPlusPlus17) {
    D.replace(Where, S.Class->Name + "(" + Name + ")");
  } else {
    if (!IsInBlock)
      return std::nullopt;
    D.replace(Where, copyAbove(D, *Loop, Name, Range->getType().getUnqualifiedType(), S));
  }
  return finish(D, Name);
}

} // namespace holdfast::fix
