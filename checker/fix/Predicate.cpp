//===- Predicate.cpp - the condition of an erasing loop as a lambda -------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "fix/Predicate.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

using namespace clang;

namespace holdfast::fix {
namespace {

/// The conditions on the way to the erasure, outermost first; empty: the loop does something else.
std::vector<const Expr *> conditionsOf(const EraseLoop &L) {
  std::vector<const Expr *> Result;
  const Stmt *Inner = L.EraseStatement;
  for (const Stmt *Outer : llvm::reverse(L.Within)) {
    if (const auto *Block = llvm::dyn_cast<CompoundStmt>(Outer)) {
      if (Block->size() != 1)
        return {};
    } else {
      const auto *If = llvm::cast<IfStmt>(Outer);
      if (If->getElse() || If->getInit() || If->getConditionVariable() || If->isConstexpr() ||
          If->isConsteval() || If->getThen() != Inner)
        return {};
      Result.push_back(If->getCond());
    }
    Inner = Outer;
  }
  std::reverse(Result.begin(), Result.end());
  return Result;
}

/// What of the loop is still there when it has become one call.
std::vector<CharSourceRange> keptRanges(const EraseLoop &L, const Site &S) {
  std::vector<CharSourceRange> Result;
  for (const Expr *Condition : conditionsOf(L))
    if (std::optional<CharSourceRange> R = S.Text.rangeOf(*Condition))
      Result.push_back(*R);
  return Result;
}

bool hasEffects(const Expr &Condition) {
  return contains(Condition, [](const Stmt &S) {
    if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(&S))
      return Unary->isIncrementDecrementOp();
    if (const auto *Binary = llvm::dyn_cast<BinaryOperator>(&S))
      return Binary->isAssignmentOp();
    if (const auto *Call = llvm::dyn_cast<CXXOperatorCallExpr>(&S))
      return Call->isAssignmentOp() || Call->getOperator() == OO_PlusPlus ||
             Call->getOperator() == OO_MinusMinus;
    return llvm::isa<CoroutineSuspendExpr, StmtExpr, CXXThrowExpr>(S);
  });
}

/// The variable or member that the object is, or is reached through.
const ValueDecl *rootOf(const Expr *Object, bool &IsOfThis) {
  const ValueDecl *Result = named(Object);
  while (const auto *Member = llvm::dyn_cast_or_null<MemberExpr>(written(Object))) {
    Object = Member->getBase();
    Result = llvm::isa<CXXThisExpr>(written(Object)) ? Result : named(Object);
  }
  if (const auto *Star = llvm::dyn_cast_or_null<UnaryOperator>(written(Object)))
    return rootOf(Star->getSubExpr(), IsOfThis);
  IsOfThis = llvm::isa<CXXThisExpr>(written(Object));
  return Result;
}

/// The condition may read the container: it names it, calls a method of the object that it is part
/// of, or, where everybody can, calls something else of the user's.
bool mayRead(const Expr &Condition, const EraseLoop &L, const Site &S) {
  bool IsOfThis = false;
  const ValueDecl *Root = rootOf(L.Object, IsOfThis);
  const auto *Var = llvm::dyn_cast_or_null<VarDecl>(Root);
  const bool IsGlobal = Var && Var->hasGlobalStorage();
  return contains(Condition, [&](const Stmt &Node) {
    const auto *E = llvm::dyn_cast<Expr>(&Node);
    if (!E || written(E) != E)
      return false;
    // Of index loops, rewrite() tells `v[i]` from other uses.
    if (Root && named(E) == Root)
      return L.F != EraseLoop::Form::Index;
    if (const auto *This = llvm::dyn_cast<CXXMemberCallExpr>(E); This && IsOfThis)
      return llvm::isa<CXXThisExpr>(written(This->getImplicitObjectArgument()));
    const auto *Call = llvm::dyn_cast<CallExpr>(E);
    return Call && IsGlobal &&
           !(Call->getCalleeDecl() &&
             S.Context.getSourceManager().isInSystemHeader(Call->getCalleeDecl()->getLocation()));
  });
}

/// Finds what stands for the element in a condition, and writes the condition anew.
class ElementUses {
public:
  ElementUses(const EraseLoop &L, const Site &S) : L(L), S(S) {}

  /// What Node, if it is the element, is to be written as; its own text for others.
  std::string rewrite(const Expr &Condition, llvm::StringRef Element);

  bool IsSound = true;     ///< The cursor is used for nothing else.
  bool IsReadOnly = true;  ///< No element is changed.
  bool UsesOthers = false; ///< Variables of the function, or `this`.

private:
  bool isElement(const Expr &Node) const;
  void note(const Expr &Node, const Path &Above);

  const EraseLoop &L;
  const Site &S;
};

/// `*it`; `v[i]`, `v.at(i)`.
bool ElementUses::isElement(const Expr &Node) const {
  if (L.F == EraseLoop::Form::Iterator)
    return is(dereferenced(&Node), L.Cursor);
  if (L.F != EraseLoop::Form::Index)
    return false;
  if (const auto *Call = llvm::dyn_cast<CXXOperatorCallExpr>(&Node))
    return Call->getOperator() == OO_Subscript && !L.IsArrow &&
           isSame(Call->getArg(0), L.Object, S.Context) && is(Call->getArg(1), L.Cursor);
  MethodCall M = methodCall(&Node);
  const models::Operation *Row =
      M.Object && M.Call->getNumArgs() == 1 ? S.Models.findMethod(*S.Class, M.Name, "N") : nullptr;
  return Row && Row->Returns == models::Result::Element && M.IsArrow == L.IsArrow &&
         isSame(M.Object, L.Object, S.Context) && is(M.Call->getArg(0), L.Cursor);
}

/// Whether a variable is of the function, so that a lambda has to capture it.
void ElementUses::note(const Expr &Node, const Path &Above) {
  if (llvm::isa<CXXThisExpr>(Node))
    UsesOthers = true;
  if (L.F == EraseLoop::Form::Index && isSame(&Node, L.Object, S.Context))
    IsSound = false; // The container, not an element of it.
  const auto *Ref = llvm::dyn_cast<DeclRefExpr>(&Node);
  if (!Ref)
    return;
  if (const auto *Binding = llvm::dyn_cast<BindingDecl>(Ref->getDecl())) {
    if (Binding->getDecomposedDecl() != L.Cursor) {
      UsesOthers = true;
      // Before C++20 a lambda cannot capture it.
      IsSound = IsSound && S.Context.getLangOpts().CPlusPlus20;
      return;
    }
  } else if (Ref->getDecl() != L.Cursor) {
    const auto *Var = llvm::dyn_cast<VarDecl>(Ref->getDecl());
    UsesOthers = UsesOthers || (Var && Var->hasLocalStorage());
    return;
  }
  if (L.F != EraseLoop::Form::RangeFor)
    IsSound = false; // The cursor itself, not what it is at.
  else
    IsReadOnly = IsReadOnly && isReadOnly(&Node, Above);
}

std::string ElementUses::rewrite(const Expr &Condition, llvm::StringRef Element) {
  std::optional<CharSourceRange> Whole = S.Text.rangeOf(Condition);
  std::map<unsigned, std::pair<unsigned, std::string>> Changes; // Offset to length and text.
  const SourceManager &Sources = S.Text.sources();
  auto Change = [&](SourceLocation Begin, SourceLocation End, std::string By) {
    if (!Whole || !S.Text.isEditable(Begin) || !S.Text.isEditable(End))
      IsSound = false;
    else
      Changes[Sources.getFileOffset(Begin)] = {
          Sources.getFileOffset(End) - Sources.getFileOffset(Begin), std::move(By)};
  };
  forEachNode(Condition, [&](const Stmt &Node, const Path &Above) {
    const auto *E = llvm::dyn_cast<Expr>(&Node);
    if (const auto *Member = llvm::dyn_cast<MemberExpr>(&Node); Member && Member->isArrow()) {
      // it->second: the arrow of the class or the built-in one.
      const Expr *Base = written(Member->getBase());
      const auto *Arrow = llvm::dyn_cast<CXXOperatorCallExpr>(Base);
      if (L.F == EraseLoop::Form::Iterator &&
          is(Arrow && Arrow->getOperator() == OO_Arrow ? Arrow->getArg(0) : Base, L.Cursor)) {
        Change(Base->getBeginLoc(), Member->getMemberLoc(), (Element + ".").str());
        IsReadOnly = IsReadOnly && isReadOnly(Member, Above);
        return false;
      }
    }
    if (E && isElement(*E)) {
      Change(E->getBeginLoc(), S.Text.endOfToken(E->getEndLoc()), Element.str());
      IsReadOnly = IsReadOnly && isReadOnly(E, Above);
      return false;
    }
    if (E)
      note(*E, Above);
    return true;
  });
  std::string Result = S.Text.text(Condition).str();
  if (Result.empty() || (!Changes.empty() && !Whole))
    IsSound = false;
  if (!IsSound)
    return "";
  for (const auto &[Offset, C] : llvm::reverse(Changes))
    Result.replace(Offset - Sources.getFileOffset(Whole->getBegin()), C.first, C.second);
  return Result;
}

/// `auto &x` becomes `const auto &x`: the predicate of a library function must not change elements.
std::optional<std::string> parameterFor(const VarDecl &Var, llvm::StringRef Written) {
  QualType Type = Var.getType();
  if (!Type->isReferenceType())
    return Written.str();
  if (Type.getNonReferenceType().isConstQualified() && !Written.contains("&&"))
    return Written.str();
  auto [Before, Name] = Written.split(Written.contains("&&") ? "&&" : "&");
  if (Before.trim() == "auto" || Before.trim() == "const auto")
    return ("const auto &" + Name.ltrim()).str();
  if (Type->isRValueReferenceType() || Type.getNonReferenceType()->isAnyPointerType())
    return std::nullopt;
  return ("const " + Written).str();
}

bool isLooserThanAnd(const Expr *Condition) {
  const Expr *E = Condition->IgnoreImplicit();
  const auto *Binary = llvm::dyn_cast<BinaryOperator>(E);
  return llvm::isa<AbstractConditionalOperator>(E) ||
         (Binary && (Binary->getOpcode() == BO_LOr || Binary->isCommaOp()));
}

} // namespace

std::string Predicate::text(size_t Width, llvm::StringRef Indentation, llvm::StringRef Unit) const {
  if (Setup.empty() && Head.size() + Condition.size() + 13 <= Width &&
      !llvm::StringRef(Condition).contains('\n'))
    return Head + " { return " + Condition + "; }";
  std::string Line = ("\n" + Indentation + Unit).str();
  return Head + " {" + (Setup.empty() ? "" : Line + Setup) + Line + "return " + Condition + ";\n" +
         Indentation.str() + "}";
}

std::optional<Predicate> predicateOf(const EraseLoop &L, const Site &S) {
  std::vector<const Expr *> Conditions = conditionsOf(L);
  std::optional<CharSourceRange> Whole = S.Text.statement(*L.Loop);
  if (Conditions.empty() || !visitsAll(L, S) || !Whole || !S.Text.isPlain(*Whole, keptRanges(L, S)))
    return std::nullopt;
  const LangOptions &Lang = S.Context.getLangOpts();
  const bool IsRange = L.F == EraseLoop::Form::RangeFor;
  const bool IsBinding = llvm::isa<DecompositionDecl>(L.Cursor);
  llvm::StringSet<> Taken = namesIn(S.body());
  const std::string Element = freshName(IsBinding ? "entry" : "element", Taken);
  Predicate Result;
  ElementUses Uses(L, S);
  for (const Expr *Condition : Conditions) {
    if (hasEffects(*Condition) || mayRead(*Condition, L, S))
      return std::nullopt;
    std::string Text = Uses.rewrite(*Condition, Element);
    if (Conditions.size() > 1 && isLooserThanAnd(Condition))
      Text = "(" + Text + ")";
    Result.Condition += (Result.Condition.empty() ? "" : " && ") + Text;
  }
  if (!Uses.IsSound || !Uses.IsReadOnly)
    return std::nullopt;
  std::string Parameter = "const auto &" + Element;
  if (IsRange) {
    std::optional<std::string> P = parameterFor(*L.Cursor, L.declaration(S.Text));
    if (!P || P->empty())
      return std::nullopt;
    if (IsBinding)
      Result.Setup = *P + " = " + Element + ";";
    else
      Parameter = *P;
  }
  if (!Lang.CPlusPlus14 && llvm::StringRef(Parameter).contains("auto"))
    return std::nullopt;
  Result.Head = (Uses.UsesOthers ? "[&](" : "[](") + Parameter + ")";
  return Result;
}

std::string commentsAbove(const EraseLoop &L, const Site &S) {
  std::string Result;
  if (std::optional<CharSourceRange> Whole = S.Text.statement(*L.Loop))
    for (const std::string &Comment : S.Text.comments(*Whole, keptRanges(L, S)))
      Result += Comment + "\n" + S.Text.indentation(L.Loop->getBeginLoc()).str();
  return Result;
}

} // namespace holdfast::fix
