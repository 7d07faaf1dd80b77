//===- Extent.cpp - what has to be done under one lock --------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "fix/Extent.h"
#include "lower/Names.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/SetVector.h"

using namespace clang;

namespace holdfast::fix {
namespace {

using Variables = llvm::SmallSetVector<const VarDecl *, 8>;

class Search {
public:
  explicit Search(const Site &S)
      : S(S), Models(S.Context, S.Models), Container(containerOf(S)), Handles(findHandles()) {}

  std::vector<Extent> run() const;

private:
  bool usesContainer(const Stmt &Node) const;
  bool refersInto(const VarDecl &Var, const Variables &Known) const;
  bool isHandleType(QualType T) const;
  Variables findHandles() const;
  bool dependsOnContainer(const Stmt &Node) const;
  std::optional<Extent> grown(Extent E) const;
  void addOthers(std::vector<Extent> &All) const;
  const Expr *numberOf(const Extent &E) const;

  const Site &S;
  lower::TypeModels Models;
  const Expr *Container;
  Variables Handles;
};

bool declares(const Stmt &Root, const VarDecl &Var) {
  return contains(Root, [&](const Stmt &Node) {
    const auto *D = llvm::dyn_cast<DeclStmt>(&Node);
    return D && llvm::is_contained(D->decls(), &Var);
  });
}

bool Search::usesContainer(const Stmt &Node) const {
  return Container && contains(Node, [&](const Stmt &Each) {
           const auto *E = llvm::dyn_cast<Expr>(&Each);
           return E && isSame(E, Container, S.Context);
         });
}

/// Iterators, and pairs with one in them.
bool Search::isHandleType(QualType T) const {
  T = T.getCanonicalType();
  if (Models.isIteratorClass(T))
    return true;
  const auto *Made =
      llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(T->getAsCXXRecordDecl());
  if (!Made || Models.modelOf(T))
    return false;
  return llvm::any_of(Made->getTemplateArgs().asArray(), [&](const TemplateArgument &A) {
    return A.getKind() == TemplateArgument::Type && isHandleType(A.getAsType());
  });
}

/// Var is made of the container, or of one of Known, and refers to what is in there. A pointer that
/// is copied out of an element does not.
bool Search::refersInto(const VarDecl &Var, const Variables &Known) const {
  const Expr *Init = Var.getInit();
  if (!Init || !Var.isLocalVarDecl())
    return false;
  const auto *Address = llvm::dyn_cast_or_null<UnaryOperator>(written(Init));
  bool IsHandle = Var.getType()->isReferenceType() || isHandleType(Var.getType()) ||
                  (Address && Address->getOpcode() == UO_AddrOf);
  return IsHandle && (usesContainer(*Init) ||
                      llvm::any_of(Known, [&](const VarDecl *K) { return mentions(*Init, *K); }));
}

Variables Search::findHandles() const {
  Variables Result;
  size_t Before = 0;
  do {
    Before = Result.size();
    forEachNode(S.body(), [&](const Stmt &Node, const Path &) {
      if (const auto *Declared = llvm::dyn_cast<DeclStmt>(&Node))
        for (const Decl *D : Declared->decls())
          if (const auto *Var = llvm::dyn_cast<VarDecl>(D); Var && refersInto(*Var, Result))
            Result.insert(Var);
      return true;
    });
  } while (Result.size() != Before);
  return Result;
}

/// What Node, a loop or an if, asks before what is in it is done.
const Expr *headOf(const Stmt &Node) {
  if (const auto *Range = llvm::dyn_cast<CXXForRangeStmt>(&Node))
    return Range->getRangeInit();
  if (const auto *For = llvm::dyn_cast<ForStmt>(&Node))
    return For->getCond();
  if (const auto *While = llvm::dyn_cast<WhileStmt>(&Node))
    return While->getCond();
  if (const auto *Do = llvm::dyn_cast<DoStmt>(&Node))
    return Do->getCond();
  const auto *If = llvm::dyn_cast<IfStmt>(&Node);
  return If ? If->getCond() : nullptr;
}

/// A loop over the container, or what is only done if the container is so: the answer has to stay
/// true.
bool Search::dependsOnContainer(const Stmt &Node) const {
  const Expr *Head = headOf(Node);
  return Head && (usesContainer(*Head) ||
                  llvm::any_of(Handles, [&](const VarDecl *H) { return mentions(*Head, *H); }));
}

/// E and what has to be with it; nothing: a part of that is outside of its block.
std::optional<Extent> Search::grown(Extent E) const {
  llvm::ArrayRef<Stmt *> All(E.Block->body_begin(), E.Block->body_end());
  auto Take = [&](const VarDecl &Var) {
    for (size_t I = 0; I != All.size(); ++I)
      if (mentions(*All[I], Var) || declares(*All[I], Var))
        E.First = std::min(E.First, I), E.Last = std::max(E.Last, I);
  };
  for (size_t Size = 0; Size != E.Last - E.First + 1;) {
    Size = E.Last - E.First + 1;
    for (const VarDecl *Var : Handles) {
      bool IsUsed = llvm::any_of(E.statements(), [&](const Stmt *Each) {
        return mentions(*Each, *Var) || declares(*Each, *Var);
      });
      if (IsUsed && !declares(*E.Block, *Var))
        return std::nullopt;
      if (IsUsed)
        Take(*Var);
    }
    for (const Stmt *Each : E.statements())
      if (const auto *Declared = llvm::dyn_cast<DeclStmt>(Each))
        for (const Decl *D : Declared->decls())
          if (const auto *Var = llvm::dyn_cast<VarDecl>(D))
            Take(*Var);
  }
  return E;
}

/// What has nothing in between is one.
void joinNeighbors(std::vector<Extent> &All) {
  for (size_t I = 0; I != All.size(); ++I)
    for (size_t J = All.size(); J-- > I + 1;)
      if (All[J].First == All[I].Last + 1 || All[J].Last + 1 == All[I].First) {
        All[I].First = std::min(All[I].First, All[J].First);
        All[I].Last = std::max(All[I].Last, All[J].Last);
        All.erase(All.begin() + J);
        J = All.size();
      }
}

/// The other statements of the block that use the container.
void Search::addOthers(std::vector<Extent> &All) const {
  const Extent Found = All.front();
  auto IsCovered = [&](size_t I) {
    return llvm::any_of(All, [&](const Extent &E) { return E.First <= I && I <= E.Last; });
  };
  for (size_t I = 0; I != Found.Block->size(); ++I) {
    if (IsCovered(I) || !usesContainer(*Found.Block->body_begin()[I]))
      continue;
    std::optional<Extent> Other = grown({Found.Block, I, I, nullptr});
    bool Overlaps = !Other || llvm::any_of(All, [&](const Extent &E) {
      return Other->First <= E.Last && E.First <= Other->Last;
    });
    if (!Overlaps)
      All.push_back(*Other);
  }
  joinNeighbors(All);
}

const Expr *Search::numberOf(const Extent &E) const {
  const auto *Declared = llvm::dyn_cast<DeclStmt>(E.statements().front());
  const auto *Var = Declared && Declared->isSingleDecl()
                        ? llvm::dyn_cast<VarDecl>(Declared->getSingleDecl())
                        : nullptr;
  if (!Var || !Var->hasLocalStorage() || Var->getInitStyle() != VarDecl::CInit ||
      !Var->getType()->isIntegralOrEnumerationType() || !usesContainer(*Declared))
    return nullptr;
  auto NeedsLock = [&](const Stmt *Each) {
    return usesContainer(*Each) ||
           llvm::any_of(Handles, [&](const VarDecl *H) { return mentions(*Each, *H); });
  };
  return llvm::none_of(E.statements().drop_front(), NeedsLock) ? Var->getInit() : nullptr;
}

std::vector<Extent> Search::run() const {
  const Stmt *Inner = S.Change;
  for (const Stmt *Outer : llvm::reverse(S.Above)) {
    const auto *Block = llvm::dyn_cast<CompoundStmt>(Outer);
    if (llvm::isa<LambdaExpr>(Outer))
      return {};
    if (Block && Inner) {
      size_t At = std::distance(Block->body_begin(), llvm::find(Block->body(), Inner));
      auto Above = llvm::ArrayRef(S.Above).take_while([&](const Stmt *A) { return A != Block; });
      if (std::optional<Extent> E = grown({Block, At, At, nullptr});
          E && llvm::none_of(Above, [&](const Stmt *A) { return dependsOnContainer(*A); })) {
        std::vector<Extent> All = {*E};
        addOthers(All);
        for (Extent &Each : All)
          Each.Number = numberOf(Each);
        return All;
      }
    }
    Inner = Outer;
  }
  return {};
}

} // namespace

const Expr *containerOf(const Site &S) {
  lower::TypeModels Models(S.Context, S.Models);
  const Expr *Result = nullptr;
  auto Look = [&](const Stmt *In) {
    if (In)
      forEachNode(*In, [&](const Stmt &Node, const Path &) {
        const auto *E = llvm::dyn_cast<Expr>(&Node);
        // The variables of a range-for are written by nobody.
        if (!Result && E && written(E) == E && E->isGLValue() && isPlace(E) && S.Class &&
            Models.modelOf(E->getType()) == S.Class && named(E) && !named(E)->isImplicit())
          Result = E;
        return !Result;
      });
  };
  Look(S.Change);
  for (const Stmt *Up : llvm::reverse(S.Above))
    if (const auto *Range = llvm::dyn_cast<CXXForRangeStmt>(Up); Range && !Result)
      Look(Range->getRangeInit());
  return Result;
}

std::vector<Extent> extentsOf(const Site &S) { return Search(S).run(); }

} // namespace holdfast::fix
