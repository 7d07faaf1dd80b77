//===- Names.cpp - how rows spell their values ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "models/Names.h"

using namespace holdfast::models;

template <> llvm::ArrayRef<Word<Change>> holdfast::models::wordsOf() {
  static constexpr Word<Change> Words[] = {
      {Change::None, "none"},     {Change::Insert, "insert"},   {Change::Erase, "erase"},
      {Change::Clear, "clear"},   {Change::Assign, "assign"},   {Change::Move, "move"},
      {Change::Swap, "swap"},     {Change::Splice, "splice"},   {Change::Reserve, "reserve"},
      {Change::Shrink, "shrink"}, {Change::Reorder, "reorder"}, {Change::Release, "release"}};
  return Words;
}

template <> llvm::ArrayRef<Word<Scope>> holdfast::models::wordsOf() {
  static constexpr Word<Scope> Words[] = {
      {Scope::None, "none"},           {Scope::Erased, "erased"},
      {Scope::Tombstone, "tombstone"}, {Scope::FromPosition, "from-position"},
      {Scope::Growth, "growth"},       {Scope::All, "all"},
      {Scope::Detach, "detach"},       {Scope::Middle, "middle"},
      {Scope::LastOwner, "last-owner"}};
  return Words;
}

template <> llvm::ArrayRef<Word<Condition>> holdfast::models::wordsOf() {
  static constexpr Word<Condition> Words[] = {{Condition::Always, "always"},
                                              {Condition::IfMissing, "if-missing"},
                                              {Condition::IfPresent, "if-present"}};
  return Words;
}

template <> llvm::ArrayRef<Word<Place>> holdfast::models::wordsOf() {
  static constexpr Word<Place> Words[] = {
      {Place::Unstated, "unstated"}, {Place::First, "first"}, {Place::Last, "last"}};
  return Words;
}

template <> llvm::ArrayRef<Word<Result>> holdfast::models::wordsOf() {
  static constexpr Word<Result> Words[] = {{Result::None, "none"},
                                           {Result::Begin, "begin"},
                                           {Result::End, "end"},
                                           {Result::Iterator, "iterator"},
                                           {Result::Find, "find"},
                                           {Result::Same, "same"},
                                           {Result::Next, "next"},
                                           {Result::Prev, "prev"},
                                           {Result::IteratorBool, "iterator-bool"},
                                           {Result::IteratorPair, "iterator-pair"},
                                           {Result::ReverseBegin, "reverse-begin"},
                                           {Result::ReverseEnd, "reverse-end"},
                                           {Result::Element, "element"},
                                           {Result::ElementAtKey, "element-at-key"},
                                           {Result::First, "first"},
                                           {Result::Last, "last"},
                                           {Result::Data, "data"},
                                           {Result::View, "view"},
                                           {Result::Inserter, "inserter"},
                                           {Result::Self, "self"},
                                           {Result::Fresh, "fresh"},
                                           {Result::Taken, "taken"},
                                           {Result::Node, "node"},
                                           {Result::Pointee, "pointee"},
                                           {Result::IsEmpty, "is-empty"},
                                           {Result::IsEqual, "is-equal"},
                                           {Result::IsUnequal, "is-unequal"},
                                           {Result::Size, "size"},
                                           {Result::Contains, "contains"},
                                           {Result::Removed, "removed"},
                                           {Result::Inserted, "inserted"},
                                           {Result::Address, "address"},
                                           {Result::Made, "made"},
                                           {Result::Constructed, "constructed"},
                                           {Result::Bound, "bound"},
                                           {Result::Connected, "connected"},
                                           {Result::Disconnected, "disconnected"},
                                           {Result::Called, "called"},
                                           {Result::Later, "later"}};
  return Words;
}

template <> llvm::ArrayRef<Word<ClassKind>> holdfast::models::wordsOf() {
  static constexpr Word<ClassKind> Words[] = {
      {ClassKind::Container, "container"},   {ClassKind::View, "view"},
      {ClassKind::Adaptor, "adaptor"},       {ClassKind::SmartPointer, "smart-pointer"},
      {ClassKind::Concurrent, "concurrent"}, {ClassKind::Inserter, "inserter"},
      {ClassKind::Iterator, "iterator"},     {ClassKind::Signal, "signal"},
      {ClassKind::Mutex, "mutex"},           {ClassKind::Guard, "guard"},
      {ClassKind::Thread, "thread"},         {ClassKind::JoiningThread, "joining-thread"},
      {ClassKind::HandOver, "hand-over"},    {ClassKind::Option, "option"},
      {ClassKind::Proxy, "proxy"},           {ClassKind::Scalar, "scalar"}};
  return Words;
}

template <> llvm::ArrayRef<Word<Sync>> holdfast::models::wordsOf() {
  static constexpr Word<Sync> Words[] = {{Sync::None, "none"},
                                         {Sync::Lock, "lock"},
                                         {Sync::LockShared, "lock-shared"},
                                         {Sync::Assume, "assume"},
                                         {Sync::AssumeShared, "assume-shared"},
                                         {Sync::TryLock, "try-lock"},
                                         {Sync::TryLockShared, "try-lock-shared"},
                                         {Sync::TestAndSet, "test-and-set"},
                                         {Sync::TestAndSetShared, "test-and-set-shared"},
                                         {Sync::Unlock, "unlock"},
                                         {Sync::Hold, "hold"},
                                         {Sync::HoldShared, "hold-shared"},
                                         {Sync::IsHeld, "is-held"},
                                         {Sync::LetGo, "let-go"},
                                         {Sync::Spawn, "spawn"},
                                         {Sync::SpawnMany, "spawn-many"},
                                         {Sync::SpawnInTurn, "spawn-in-turn"},
                                         {Sync::Parallel, "parallel"},
                                         {Sync::Together, "together"},
                                         {Sync::Prepare, "prepare"},
                                         {Sync::Keep, "keep"},
                                         {Sync::CallKept, "call-kept"},
                                         {Sync::InTurn, "in-turn"},
                                         {Sync::Once, "once"},
                                         {Sync::Team, "team"},
                                         {Sync::Join, "join"},
                                         {Sync::Barrier, "barrier"},
                                         {Sync::IsRunning, "is-running"},
                                         {Sync::Detach, "detach"},
                                         {Sync::TakeOver, "take-over"},
                                         {Sync::Exchange, "exchange"},
                                         {Sync::Share, "share"},
                                         {Sync::Same, "same"},
                                         {Sync::Single, "single"},
                                         {Sync::Signal, "signal"},
                                         {Sync::Await, "await"},
                                         {Sync::SignalAwait, "signal-await"},
                                         {Sync::Elsewhere, "elsewhere"},
                                         {Sync::Here, "here"},
                                         {Sync::IsMain, "is-main"},
                                         {Sync::ThreadNumber, "thread-number"},
                                         {Sync::Adopted, "adopted"},
                                         {Sync::Deferred, "deferred"},
                                         {Sync::Tried, "tried"},
                                         {Sync::Relaxed, "relaxed"},
                                         {Sync::Unchecked, "unchecked"}};
  return Words;
}

template <> llvm::ArrayRef<Word<Touch>> holdfast::models::wordsOf() {
  static constexpr Word<Touch> Words[] = {
      {Touch::Unstated, "unstated"},     {Touch::Nothing, "nothing"},
      {Touch::Element, "element"},       {Touch::Structure, "structure"},
      {Touch::Concurrent, "concurrent"}, {Touch::Change, "change"},
      {Touch::Produce, "produce"},       {Touch::Consume, "consume"}};
  return Words;
}

std::string holdfast::models::suggestion(llvm::StringRef Text,
                                         llvm::ArrayRef<llvm::StringRef> Allowed) {
  // A third of the letters may be wrong: more would suggest words that were not meant.
  unsigned Best = std::max<unsigned>(1, static_cast<unsigned>(Text.size()) / 3) + 1;
  llvm::StringRef Closest;
  for (llvm::StringRef Word : Allowed) {
    unsigned Distance = Text.edit_distance_insensitive(Word, /*AllowReplacements=*/true, Best);
    if (Distance < Best) {
      Best = Distance;
      Closest = Word;
    }
  }
  return Closest.empty() ? std::string() : ("; did you mean '" + Closest + "'?").str();
}
