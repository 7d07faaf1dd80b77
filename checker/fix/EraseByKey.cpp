//===- EraseByKey.cpp - without the iterator after the change -------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   auto it = jobs.find(id);               auto it = jobs.find(id);
//   if (it == jobs.end())                  if (it == jobs.end())
//     return;                                return;
//   run(it->second);                  →    const auto value = it->second;
//   log(it->second);                       run(it->second);    // may change 'jobs'
//   jobs.erase(it);                        log(value);
//                                          jobs.erase(id);
//
// The key says the same after the change, and erases nothing where the element is gone.
//
//===----------------------------------------------------------------------===//
#include "fix/Fixer.h"
#include "rules/Alternatives.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;
using holdfast::models::Change;
using holdfast::models::Operation;

namespace holdfast::fix {
namespace {

/// A use of the iterator behind the change.
struct LaterUse {
  enum class Form : uint8_t { Erasure, Key, Value } F;
  const Expr *Whole; ///< The iterator itself; `it->first`; `it->second`, `*it`.
};

class Replacing {
public:
  Replacing(const Site &S, const VarDecl &Handle, const Operation &ByKey)
      : S(S), Handle(Handle), ByKey(ByKey), Change(statementOf(S)), D(S.Text) {}

  std::optional<Fix> run();

private:
  bool isBehind(const Stmt &Node) const {
    return S.Context.getSourceManager().isBeforeInTranslationUnit(S.Change->getEndLoc(),
                                                                  Node.getBeginLoc());
  }
  bool findUses();
  std::optional<LaterUse> classify(const Expr &Ref, const Path &Above) const;
  bool isErasure(const Expr &Call, const Expr &Ref) const;
  bool isKeyOf(const Expr *E) const;
  bool isSurelyUsed() const;
  bool staysSame(const VarDecl &Var) const;
  std::string findKey();
  const Expr *soughtKey() const;
  const VarDecl *variableWithKey() const;
  void saveBefore(const std::string &Name, const std::string &What);

  const Site &S;
  const VarDecl &Handle;
  const Operation &ByKey;
  const Placed Change;
  std::vector<LaterUse> Uses;
  Draft D;
};

/// `c.erase(it);`, its value unused.
bool Replacing::isErasure(const Expr &Call, const Expr &Ref) const {
  MethodCall M = methodCall(&Call);
  if (!M.Object || M.Call->getNumArgs() != 1 || written(M.Call->getArg(0)) != &Ref)
    return false;
  const Operation *Row = S.Models.findMethod(*S.Class, M.Name, "I");
  return Row && Row->What == Change::Erase && Row->Roles == "p";
}

bool Replacing::isKeyOf(const Expr *E) const {
  E = written(E);
  if (S.Class->KeyField.empty())
    return is(dereferenced(E), &Handle);
  const auto *Member = llvm::dyn_cast_or_null<MemberExpr>(E);
  if (!Member || Member->getMemberDecl()->getNameAsString() != S.Class->KeyField)
    return false;
  const Expr *Base = written(Member->getBase());
  if (const auto *Arrow = llvm::dyn_cast<CXXOperatorCallExpr>(Base))
    Base = Arrow->getArg(0);
  return is(Base, &Handle);
}

/// What is made of the iterator at Ref; nothing: something that a key cannot do.
std::optional<LaterUse> Replacing::classify(const Expr &Ref, const Path &Above) const {
  for (size_t I = Above.size(); I-- > 0;) {
    const auto *E = llvm::dyn_cast<Expr>(Above[I]);
    if (!E || llvm::isa<LambdaExpr>(E))
      return std::nullopt;
    if (written(E) != E || is(E, &Handle))
      continue;
    if (isErasure(*E, Ref)) {
      size_t Up = I && llvm::isa<ExprWithCleanups>(Above[I - 1]) ? I - 1 : I;
      if (Up && llvm::isa<CompoundStmt, IfStmt>(Above[Up - 1]))
        return LaterUse{LaterUse::Form::Erasure, &Ref};
      return std::nullopt;
    }
    if (isKeyOf(E))
      return LaterUse{LaterUse::Form::Key, E};
    const auto *Member = llvm::dyn_cast<MemberExpr>(E);
    if (Member && llvm::isa<FieldDecl>(Member->getMemberDecl()))
      return isReadOnly(E, Path(Above.begin(), Above.begin() + I)) && isCopyable(E->getType())
                 ? std::optional(LaterUse{LaterUse::Form::Value, E})
                 : std::nullopt;
    const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(E);
    bool IsOnTheWay =
        is(dereferenced(E), &Handle) || (Operator && Operator->getOperator() == OO_Arrow);
    if (!IsOnTheWay)
      return std::nullopt;
  }
  return std::nullopt;
}

bool Replacing::findUses() {
  bool Fits = true;
  forEachNode(S.body(), [&](const Stmt &Node, const Path &Above) {
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(&Node);
    if (!Ref || Ref->getDecl() != &Handle || !isBehind(*Ref))
      return true;
    std::optional<LaterUse> Use = classify(*Ref, Above);
    Fits = Fits && Use;
    if (Use)
      Uses.push_back(*Use);
    return true;
  });
  return Fits && !Uses.empty();
}

/// Whoever comes to the change uses the iterator after it, in a statement of the same block: so it
/// is at an element then, and what it is at may be read before.
bool Replacing::isSurelyUsed() const {
  auto It = llvm::find(Change.Block->body(), Change.Statement);
  return std::any_of(std::next(It), Change.Block->body_end(), [&](const Stmt *Later) {
    return llvm::isa<Expr>(Later) && mentions(*Later, Handle);
  });
}

/// Var is given no other value behind its declaration.
bool Replacing::staysSame(const VarDecl &Var) const {
  if (Var.hasGlobalStorage() || Var.getType()->isReferenceType())
    return Var.getType().getNonReferenceType().isConstQualified();
  bool Result = true;
  forEachNode(S.body(), [&](const Stmt &Node, const Path &Above) {
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(&Node);
    if (Ref && Ref->getDecl() == &Var)
      Result = Result && isReadOnly(Ref, Above);
    return true;
  });
  return Result;
}

/// `k` of `it = c.find(k)`.
const Expr *Replacing::soughtKey() const {
  MethodCall M = methodCall(Handle.getInit());
  if (!M.Object || M.Call->getNumArgs() != 1)
    return nullptr;
  const Operation *Row = S.Models.findMethod(*S.Class, M.Name, "V");
  const Expr *Key = written(M.Call->getArg(0));
  const auto *Var = llvm::dyn_cast_or_null<VarDecl>(named(Key));
  bool Fits = Row && Row->Returns == models::Result::Find && Row->Roles == "k" && Var &&
              llvm::isa<DeclRefExpr>(Key) && staysSame(*Var) && staysSame(Handle);
  return Fits ? Key : nullptr;
}

/// `auto key = it->first;`, before the change and where the change can name it.
const VarDecl *Replacing::variableWithKey() const {
  const VarDecl *Result = nullptr;
  for (const Stmt *Outer : S.Above) {
    const auto *Block = llvm::dyn_cast<CompoundStmt>(Outer);
    if (!Block)
      continue;
    for (const Stmt *Each : Block->body()) {
      const auto *Declared = llvm::dyn_cast<DeclStmt>(Each);
      const auto *Var = Declared && Declared->isSingleDecl()
                            ? llvm::dyn_cast<VarDecl>(Declared->getSingleDecl())
                            : nullptr;
      if (Var && Var->getInit() && !isBehind(*Each) && !Var->getType()->isReferenceType() &&
          isKeyOf(Var->getInit()) && staysSame(*Var))
        Result = Var;
    }
  }
  return Result;
}

void Replacing::saveBefore(const std::string &Name, const std::string &What) {
  D.declare(Name, S.body());
  D.insertAbove(Change.Statement->getBeginLoc(), "const auto " + Name + " = " + What + ";");
}

/// What the key is called behind the change; empty: it has no name, and cannot get one.
std::string Replacing::findKey() {
  if (const Expr *Sought = soughtKey())
    return S.Text.text(*Sought).str();
  if (const VarDecl *Var = variableWithKey())
    return Var->getNameAsString();
  if (!isSurelyUsed() || !S.Context.getLangOpts().CPlusPlus11)
    return "";
  std::string Name = freshName("key", namesIn(S.body()));
  saveBefore(Name, S.Class->KeyField.empty() ? "*" + Handle.getNameAsString()
                                             : Handle.getNameAsString() + "->" + S.Class->KeyField);
  return Name;
}

std::optional<Fix> Replacing::run() {
  if (!Change.Statement || !findUses())
    return std::nullopt;
  const Expr *Value = nullptr;
  for (const LaterUse &Use : Uses)
    if (Use.F == LaterUse::Form::Value) {
      if (Value && !isSame(Value, Use.Whole, S.Context))
        return std::nullopt;
      Value = Use.Whole;
    }
  if (Value && (!isSurelyUsed() || !S.Context.getLangOpts().CPlusPlus11))
    return std::nullopt;
  const std::string Key = findKey();
  if (Key.empty())
    return std::nullopt;
  const std::string Copy = freshName("value", namesIn(S.body()));
  if (Value)
    saveBefore(Copy, S.Text.text(*Value).str());
  for (const LaterUse &Use : Uses) {
    if (Use.F != LaterUse::Form::Erasure) {
      D.replace(S.Text.rangeOf(*Use.Whole), Use.F == LaterUse::Form::Key ? Key : Copy);
      continue;
    }
    const Expr *Call = nullptr;
    forEachNode(S.body(), [&](const Stmt &Node, const Path &) {
      const auto *E = llvm::dyn_cast<Expr>(&Node);
      if (E && written(E) == E && isErasure(*E, *Use.Whole))
        Call = E;
      return true;
    });
    const MethodCall M = methodCall(Call);
    const auto *Callee = llvm::cast<MemberExpr>(written(M.Call->getCallee()));
    if (ByKey.Name != M.Name)
      D.replace(S.Text.rangeOf(Callee->getMemberLoc()), ByKey.Name);
    D.replace(S.Text.rangeOf(*Use.Whole), Key);
  }
  return D.take("erase-by-key", "use the key of '" + S.P.Handle + "' after the change",
                Value ? "what the change does to the value is not seen"
                      : "the element that has this key",
                Value ? Safety::Suggestion : Safety::Safe);
}

} // namespace

std::optional<Fix> proposeEraseByKey(const Site &S) {
  const auto &F = S.P.Facts;
  const Operation *ByKey = rules::eraseByKey(S.Class);
  if (proposeCopyBefore(S))
    return std::nullopt;
  if (!ByKey || !S.Change || F.InLoop || F.Cause != solve::CauseKind::Mutation ||
      F.Handle != solve::HandleKind::Iterator || !rules::hasUniqueKeys(S.Class))
    return std::nullopt;
  Declared Handle = handleOf(S);
  // In a loop around it, what is written before may come after.
  for (const Stmt *Up : S.Above)
    if (llvm::isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt, LambdaExpr>(Up))
      return std::nullopt;
  return Handle.Var ? Replacing(S, *Handle.Var, *ByKey).run() : std::nullopt;
}

} // namespace holdfast::fix
