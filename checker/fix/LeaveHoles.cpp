//===- LeaveHoles.cpp - observers that go while they are called -----------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   for (Observer *o : observers_)       ++walks;
//     o->changed();                 →    for (size_t i = 0, n = observers_.size(); i != n; ++i)
//                                          if (Observer *o = observers_[i])
//                                            o->changed();
//                                        if (--walks == 0)
//                                          observers_.erase(std::remove(…, nullptr), …);
//
// and where one is removed, it becomes a null pointer as long as there are walks. That is a change
// of several functions and needs a member, so users are shown the code and write it themselves.
//
//===----------------------------------------------------------------------===//
#include "fix/Fixer.h"
#include "fix/Site.h"
#include "rules/Alternatives.h"
#include "llvm/Support/FormatVariadic.h"

using namespace clang;

namespace holdfast::fix {
namespace {

/// What the code calls on the container.
struct Methods {
  const models::Operation *Begin, *End, *Size, *Erase, *EraseRange, *At;

  explicit Methods(const models::ClassModel *Class)
      : Begin(rules::plainly(Class, models::Result::Begin)),
        End(rules::plainly(Class, models::Result::End)),
        Size(rules::plainly(Class, models::Result::Size)), Erase(rules::eraseAtPosition(Class)),
        EraseRange(rules::eraseRange(Class)),
        At(rules::findRow(Class, [](const models::Operation &Row) {
          return Row.Name == "operator[]" && Row.Returns == models::Result::Element;
        })) {}

  bool areAllThere() const { return Begin && End && Size && Erase && EraseRange && At; }
};

/// A pointer, or a class that can be made of nullptr and be copied: what is a hole is asked for by
/// `if`.
bool isNullable(QualType T) {
  T = T.getNonReferenceType();
  if (T->isPointerType())
    return true;
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  return Class && isCopyable(T) && llvm::any_of(Class->ctors(), [](const CXXConstructorDecl *C) {
           return C->getNumParams() == 1 && C->getParamDecl(0)->getType()->isNullPtrType();
         });
}

/// The body of a loop as it is called for each element, on one line; "..." when it is longer.
std::string bodyOf(const CXXForRangeStmt &Loop, const SourceText &Text) {
  const Stmt *Body = Loop.getBody();
  if (const auto *Block = llvm::dyn_cast<CompoundStmt>(Body); Block && Block->size() == 1)
    Body = Block->body_front();
  std::optional<CharSourceRange> R = Text.statement(*Body);
  llvm::StringRef Written = R ? Text.text(*R) : "";
  return Written.empty() || Written.contains('\n') ? "..." : Written.str();
}

} // namespace

std::string codeWithHoles(const Site &S) {
  const bool IsOfOthers = S.P.Facts.InCallee && S.P.Facts.What == models::Change::Erase;
  const CXXForRangeStmt *Loop =
      IsOfOthers && S.P.Facts.Cause == solve::CauseKind::Mutation ? rangeForOver(S) : nullptr;
  const Methods M(S.Class);
  if (!Loop || !M.areAllThere() || S.Class->KeyField != "-" ||
      !isNullable(Loop->getLoopVariable()->getType()))
    return "";
  const std::string C = S.Text.text(*written(Loop->getRangeInit())).str();
  const std::string Element = Loop->getLoopVariable()->getNameAsString();
  if (C.empty() || Element.empty() || C.find_first_of("*&( ") != std::string::npos)
    return "";
  return llvm::formatv(R"(
  where one is removed:
    if (walks != 0)
      *it = nullptr;
    else
      {0}.{1}(it);
  instead of the loop:
    ++walks;
    for (decltype({0}.{2}()) i = 0, n = {0}.{2}(); i != n; ++i)
      if (auto {3} = {0}[i])
        {4}
    if (--walks == 0)
      {0}.{5}(std::remove({0}.{6}(), {0}.{7}(), nullptr), {0}.{7}());)",
                       C, M.Erase->Name, M.Size->Name, Element, bodyOf(*Loop, S.Text),
                       M.EraseRange->Name, M.Begin->Name, M.End->Name);
}

} // namespace holdfast::fix
