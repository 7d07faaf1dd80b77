//===- Transfer.h - what an effect does to a state --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_TRANSFER_H
#define HOLDFAST_SOLVE_TRANSFER_H

#include "solve/Context.h"
#include "solve/Report.h"

namespace holdfast::solve {

/// The symbol is the address of something the state talks about, or a reference of F refers to.
bool isAnchor(const ir::Function &F, const State &S, Term Symbol);

/// What one effect does to one state. Short-lived: made for each effect.
class Transfer {
public:
  /// Forks receives further states when the effect has several outcomes that matter and MayFork.
  Transfer(Context &C, Reporter &Report, State &S, ir::BlockId B, Site At,
           llvm::SmallVectorImpl<State> &Forks, bool MayFork)
      : C(C), Report(Report), S(S), Places(S.places()), B(B), At(At), Forks(Forks), MayFork(MayFork) {}

  void operator()(const ir::Bind &E);
  void operator()(const ir::Assign &E);
  void operator()(const ir::Arithmetic &E);
  void operator()(const ir::Compare &E);
  void operator()(const ir::Not &E);
  void operator()(const ir::Use &E);
  void operator()(const ir::ModelOp &E);
  void operator()(const ir::Call &E);
  void operator()(const ir::Closure &E);
  void operator()(const ir::Destroy &E);
  void operator()(const ir::Release &E);
  void operator()(const ir::Return &E);
  void operator()(const ir::Suspend &E);

  /// The value of a branch's or switch's condition.
  Value condition(const ir::Operand &O) { return read(O); }

  /// False after an effect that nobody comes out of: it dereferences a null pointer.
  bool isPassable() const { return IsPassable; }

private:
  /// An object as a path reaches it.
  struct Located {
    PlaceId P = NoPlace;
    Value Via; ///< The pointer, iterator or reference P was reached through last.
  };
  struct Argument {
    char Role = '.';
    Value V;
    PlaceId P = NoPlace; ///< The object, when there is one.
  };
  /// A library operation with its operands evaluated.
  struct Frame {
    const ir::ModelOp *Op = nullptr;
    const models::Operation *Row = nullptr;
    const models::ClassModel *Class = nullptr;
    KeyRule Keys;
    PlaceId Receiver = NoPlace;
    PlaceId Container = NoPlace; ///< Whose elements the operation is about.
    PlaceId Range = NoPlace;     ///< The view through which it sees them; else Container.
    llvm::SmallVector<Argument, 3> Arguments;
    bool Certain = true; ///< The change surely happens.
    bool Presumed = false; ///< Nobody expects it to happen: `m[k]` that is only read.

    const Argument *role(char Role) const;
    const ir::Operand *operand(char Role) const;
  };
  /// What an operation takes away.
  struct Extent {
    enum class Kind : uint8_t { Nothing, One, Range, Unknown, All };
    Kind K = Kind::Unknown;
    Term First; ///< One: the element. Range: where it begins.
    Term Last;  ///< Range: where it ends.
  };
  enum class Fate : uint8_t { Survives, May, Dies };

  //===--- Evaluate.cpp: paths and operands -------------------------------===//
  /// How the source writes the handle at hand: the first Length projections of P.
  struct Written {
    const ir::Path *P = nullptr;
    size_t Length = 0;
  };
  Located locate(const ir::Path &P, bool Access);
  Located follow(PlaceId Holder, bool Access, Written As);
  Value read(const ir::Operand &O);
  Value addressOf(PlaceId Target, const Value &Via);
  void store(const ir::Path &Destination, const Value &V);
  bool isPassing(const Value &V, UseKind Use) const;
  void checkUse(PlaceId Holder, const Value &V, UseKind Use, Written As);
  Misuse misuseOf(PlaceId Holder, const Value &V, UseKind Use, Written As);
  void becomePosition(const Value &V, PlaceId Container, HandleKind As = HandleKind::Iterator);
  void revalidate(const Value &H);
  Value reference(PlaceId Target, const Value &Via);

  //===--- Transfer.cpp: assignments and arithmetic -----------------------===//
  void rememberKey(PlaceId Source, Term Key);
  void replaceContainersIn(PlaceId Object, CauseId Id);
  void settleAtEnd(const ir::Operand &O, const ir::Operand &Other);
  Value compared(const ir::Operand &O);
  void noteStray(const ir::Operand &O, const Value &V, const Value &Other);
  Value step(const Value &H, bool Add, const Value &Amount, bool InPlace);
  Value compute(bool Add, const Value &Left, const Value &Right, bool IsCounter = false);
  Value masked(const Value &Left, const Value &Right);

  //===--- Links.cpp: nodes that lead to each other -----------------------===//
  void rememberLink(PlaceId Link);
  void unlink(PlaceId Link, PlaceId Source);
  void noteUnlinked(PlaceId Link, PlaceId Source);
  void forgetLinks();
  void leaveLists(const Value &Pointer);

  //===--- Forget.cpp: calls of unknown code ------------------------------===//
  /// What a call leaves as it is.
  struct Untouched {
    llvm::SmallVector<PlaceId, 4> Objects;
    bool Containers = false; ///< What is known of the contents of any container.
    std::optional<Premises::Called> By; ///< Premises::keeps() knows of more.
    bool IsGiven = false;               ///< The callee is given the object.
    bool IsUnseen = false; ///< The callee is not of the program: it has no names for flags.
  };
  bool isKept(PlaceId P, const Untouched &Kept) const;
  bool keepsFlag(const Entry &E, const Untouched &Kept) const;
  void forgetAt(PlaceId P, bool Itself, const Untouched &Kept);
  void forgetWhatCalleesReach(const Untouched &Kept);
  bool isCallersOwn(PlaceId Object) const;
  void takeBack(ir::Symbol Callee, PlaceId Object);
  void askWatcher(PlaceId P); // Watchers.cpp
  Value resultOf(const ir::Call &E, PlaceId Receiver);

  //===--- Operation.cpp: rows --------------------------------------------===//
  Frame frameOf(const ir::ModelOp &E, const models::Library::Lookup &L);
  Argument evaluateArgument(const ir::Operand &O, char Role, PlaceId Container, HandleKind As);
  bool isOfViewClass(const Frame &F, Written As) const;
  void useAsContainer(Frame &F, PlaceId P, Written As);
  bool makesView(const Frame &F);
  bool mattersHere(const Frame &F);
  void readThroughSource(const Frame &F);
  void findContainer(Frame &F);
  Term keyOfValue(const Frame &F) const;
  std::optional<bool> happens(const Frame &F);
  void finish(const Frame &F, std::optional<bool> Happens);
  void learnPresence(const Frame &F, bool Present);
  void initializeInserted(const Frame &F);
  CauseId causeOf(const Frame &F, PlaceId Container,
                  std::optional<CauseKind> Kind = std::nullopt);

  //===--- Lookup.cpp: which element a key leads to -----------------------===//
  Term positionAround(PlaceId Container, PlaceId P, bool IsNested, unsigned Hops) const;
  Term elementNamed(const Frame &F, Term Key) const;
  Term lookUp(const Frame &F, Term Key);

  //===--- Change.cpp: what happens to the container ----------------------===//
  void change(const Frame &F, bool Happens);
  void moveFrom(const Frame &F, PlaceId Source);
  void swapWith(const Frame &F, PlaceId Other);
  void spliceFrom(const Frame &F, PlaceId Source);
  void releaseArgument(const Frame &F);
  void endOwner(const Frame &F);
  void takeElement(const Frame &F, PlaceId From, PlaceId To);
  void loseEnd(const Frame &F, PlaceId Source);
  void updateMemos(const Frame &F, const Extent &E);
  void updateContents(const Frame &F, bool Happens);
  Term contents(PlaceId Container);
  Extent extentOf(const Frame &F);
  void noteSkip(const Frame &F, const Extent &E);

  //===--- Invalidate.cpp: what happens to handles ------------------------===//
  void invalidate(const Frame &F, PlaceId Container, const Extent &E);
  void invalidateAll(const Frame &F, PlaceId Container);
  /// What is known of a handle beside where it is.
  enum class Standing : uint8_t { Any, Cursor, First };
  Standing standingOf(const Value &H, PlaceId Container, Term At,
                      llvm::ArrayRef<Term> Cursors) const;
  Fate fateAt(const Frame &F, models::Scope Scope, const Extent &E, PlaceId Container, Term At,
              Standing Is);
  bool isToldApart(PlaceId Element) const;
  Fate fateOfErased(const Frame &F, const Extent &E, PlaceId Container, Term At, Standing Is);
  Fate fateFromPosition(const Frame &F, const Extent &E, PlaceId Container, Term At, Standing Is);
  bool isAtAnEnd(PlaceId Container, const Extent &E);
  bool isReserved(PlaceId Container) const;
  bool insertsNothing(const Frame &F) const;
  bool isShared(PlaceId Container) const;
  llvm::SmallVector<Term, 4> cursorsIn(PlaceId Container, const Frame *Change = nullptr);
  llvm::SmallVector<PlaceId, 2> indexesAt(Term Index) const;
  void dangle(Value &H, Fate F, CauseId Why);
  void destroy(PlaceId Object, CauseId Why, bool Certain);
  bool isInMethodOf(Term Pointer) const;
  void release(const Value &Pointer, CauseId Why, CauseId OfPart);
  bool hasOtherOwner(const Value &Gone);

  //===--- Owners.cpp: what elements own ----------------------------------===//
  void noteOwner(PlaceId Owner, const models::ClassModel *Class);
  void takeNode(const Frame &F, PlaceId Element);
  void dropOwner(PlaceId Owner);
  void releaseOwned();

  //===--- Result.cpp: what the operation returns -------------------------===//
  void result(const Frame &F, std::optional<bool> Happens);
  Value resultValue(const Frame &F, std::optional<bool> Happens);
  Value iteratorAt(const Frame &F, Term Position, bool Reverse = false);
  Value find(const Frame &F);
  Value neighbour(const Frame &F, bool Next);
  Value begin(const Frame &F, bool Reverse);
  bool isKnownEmpty(const Frame &F);
  Term positionOfElement(const Frame &F);
  Value elementResult(const Frame &F);
  void pairResult(const Frame &F, std::optional<bool> Happens);
  Value shown(const Argument &A);
  Value equality(const Frame &F);
  Value viewOf(const Frame &F);
  void assignResult(const Frame &F, const Value &V);
  Term keyOf(const Frame &F);
  Value inserterInto(const Frame &F);
  void construct(const Frame &F);

  //===--- Insert.cpp: output iterators -----------------------------------===//
  void insertThrough(const Value &Inserter, const Frame *Algorithm);

  Context &C;
  Reporter &Report;
  State &S;
  PlaceTable &Places;
  ir::BlockId B;
  Site At;
  llvm::SmallVectorImpl<State> &Forks;
  bool MayFork;
  bool IsPassable = true;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_TRANSFER_H
