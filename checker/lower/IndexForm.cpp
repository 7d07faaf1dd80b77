//===- IndexForm.cpp - indexes of arrays as text --------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lower/IndexForm.h"
#include <map>

using namespace clang;

namespace holdfast::lower {

namespace {

class Form {
public:
  Form(const ASTContext &Context, llvm::function_ref<std::string(const VarDecl &)> NameOf)
      : Context(Context), NameOf(NameOf) {}

  /// Adds Factor times E.
  void add(const Expr &E, int64_t Factor);
  std::string text() const;

private:
  std::optional<int64_t> number(const Expr &E) const;
  bool addOperator(const BinaryOperator &E, int64_t Factor);
  bool differs(const Stmt &S) const;

  const ASTContext &Context;
  llvm::function_ref<std::string(const VarDecl &)> NameOf;
  std::map<std::string, int64_t> Terms;
  int64_t Constant = 0;
  bool IsSum = true, Differs = false;
};

std::optional<int64_t> Form::number(const Expr &E) const {
  Expr::EvalResult Result;
  if (E.isValueDependent() || !E.getType()->isIntegralOrEnumerationType() ||
      !E.EvaluateAsInt(Result, Context) || Result.Val.getInt().getSignificantBits() > 31)
    return std::nullopt;
  return Result.Val.getInt().getSExtValue();
}

/// Something in it has another value in each thread.
bool Form::differs(const Stmt &S) const {
  if (const auto *Name = dyn_cast<DeclRefExpr>(&S))
    if (const auto *V = dyn_cast<VarDecl>(Name->getDecl())) {
      const std::string Text = NameOf(*V);
      return Text.empty() || Text.front() == '#';
    }
  for (const Stmt *Child : S.children())
    if (Child && differs(*Child))
      return true;
  return isa<CallExpr>(S);
}

bool Form::addOperator(const BinaryOperator &E, int64_t Factor) {
  const Expr &L = *E.getLHS(), &R = *E.getRHS();
  if (E.getOpcode() == BO_Add || E.getOpcode() == BO_Sub) {
    add(L, Factor);
    add(R, E.getOpcode() == BO_Add ? Factor : -Factor);
    return true;
  }
  if (E.getOpcode() != BO_Mul)
    return false;
  std::optional<int64_t> Left = number(L), Right = number(R);
  if (Left)
    add(R, Factor * *Left);
  else if (Right)
    add(L, Factor * *Right);
  return Left || Right;
}

void Form::add(const Expr &Given, int64_t Factor) {
  const Expr &E = *Given.IgnoreParenImpCasts();
  if (std::optional<int64_t> Known = number(E)) {
    Constant += Factor * *Known;
    return;
  }
  if (const auto *Operator = dyn_cast<BinaryOperator>(&E);
      Operator && addOperator(*Operator, Factor))
    return;
  const auto *Name = dyn_cast<DeclRefExpr>(&E);
  const auto *V = Name ? dyn_cast<VarDecl>(Name->getDecl()) : nullptr;
  const std::string Text = V ? NameOf(*V) : "";
  if (!Text.empty()) {
    Terms[Text] += Factor;
    return;
  }
  IsSum = false;
  Differs |= V || differs(E);
}

std::string Form::text() const {
  std::string Result;
  bool HasOwn = Differs;
  for (const auto &[Name, Factor] : Terms) {
    if (Factor)
      Result += std::to_string(Factor) + "*" + Name + "+";
    HasOwn |= Factor && Name.front() == '#';
  }
  return IsSum ? Result + std::to_string(Constant) : HasOwn ? "~#" : "~";
}

} // namespace

std::string indexForm(const Expr &Index, const ASTContext &Context,
                      llvm::function_ref<std::string(const VarDecl &)> NameOf) {
  Form F(Context, NameOf);
  F.add(Index, 1);
  return F.text();
}

} // namespace holdfast::lower
