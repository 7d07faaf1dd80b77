//===- Model.h - what library operations do, as rows ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every fact about a container, view, algorithm, smart pointer or deallocation
// function is a row of a .def table in this directory. Lowering asks "is there
// a row for this call?" and writes a ModelOp; the solver asks the same table
// what the ModelOp does. Neither knows any library by name.
//
//   row                                               reads
//   OP("erase", "I", "p", Erase, Erased, Erased, ...)  c.erase(it): the element at the position
//                                                      argument goes, and what points at it
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_MODELS_MODEL_H
#define HOLDFAST_MODELS_MODEL_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace holdfast::models {

/// How lowering classifies an argument. A ModelOp's shape is one letter per
/// argument (defaulted arguments are left out); a row's pattern is matched
/// against it, first matching row wins. In a pattern `V` accepts every letter,
/// `C` also accepts `M`, and a trailing `*` accepts any further arguments.
enum class ArgumentClass : char {
  Iterator = 'I',  ///< An iterator: of the receiver's iterator types, or any class with operator*
                   ///< and operator++; in free functions also a pointer.
  Callable = 'F',  ///< A lambda, function, function pointer or object with operator().
  Container = 'C', ///< An lvalue of a modeled container or view.
  Moved = 'M',     ///< An expiring (xvalue/prvalue) modeled container.
  Number = 'N',    ///< An integer.
  Value = 'V',     ///< Anything else.
};

// clang-format off
/// What one argument is for; a row's Roles string has one letter per pattern letter.
///
///   p    position in the target
///   b e  begin and end of a range (of the target, in algorithms)
///   k    key looked up
///   h    position hint: used, otherwise irrelevant
///   v    value stored (copied or moved)
///   s    the other container: swap, splice, merge, copy/move source
///   x    position in the other container
///   y z  range in the other container
///   i    index into the target
///   n    count or size
///   f    callable, called with elements of the target while the operation walks it
///   c    the target container of a free function
///   o    output iterator: written through; an inserter mutates the container it holds
///   g    begin of a second input range that is only read (std::transform, std::merge)
///   a    position before the affected one (forward_list::erase_after): in `s` when there is one
///   q    iterator variable that the call moves in place: std::advance
///   w    the object whose signal it is
///   m    that signal: a pointer to the method that raises it, or its name
///   r    object that f is called on, where f is a pointer to a method, or its name
///   t    when f is called, by an enumerator; of a row about threads: the thread
///   l    lock
///   d    callable that another thread calls; of a row that says what it runs: the object
///   v    of such a row: what it is called with, instead of what is behind it
///   u    lock: only shared if this is false
///   .    irrelevant
// clang-format on
///
/// The target of an operation is the receiver of a method, else the argument
/// with role c, else what the iterator with role b (or p) points into.

/// What an operation does to the set of elements of its target.
enum class Change : uint8_t {
  None,
  Insert,  ///< Adds elements; existing ones may move in memory.
  Erase,   ///< Destroys the elements named by position, range or key.
  Clear,   ///< Destroys all elements.
  Assign,  ///< Replaces all elements (copy assignment, assign()).
  Move,    ///< Takes over the elements of `s`; own ones are destroyed. Handles follow the elements
           ///< where the row's scope is None; All: those into `s` become invalid (std::string).
  Swap,    ///< Exchanges elements with `s`. Handles follow where the scope is None; All: those of
           ///< both sides become invalid (std::string).
  Splice,  ///< Takes elements (x, y-z or all) from `s`. Handles follow; Iterators All: those into
           ///< the target and at what was taken become invalid (unordered_map::merge).
  Reserve, ///< Capacity only: later insertions do not reallocate or rehash.
  Shrink,  ///< shrink_to_fit, rehash(0): capacity promises end.
  Reorder, ///< sort, remove, unique: values move between positions, nothing is added or destroyed.
  Release, ///< Deallocates what argument `p` (or the receiver) points at: free, unique_ptr::reset.
};

/// Which iterators (or references) into the target an operation invalidates.
enum class Scope : uint8_t {
  None,
  Erased,       ///< Those at the erased elements.
  Tombstone,    ///< Iterators only: those at the erased elements, which leave a tombstone. They may
                ///< be advanced and compared, and not be dereferenced.
  FromPosition, ///< Those at and after the position.
  Growth,       ///< All, unless enough capacity was reserved; then as FromPosition for a positional
                ///< insert, none otherwise.
  All,
  Detach,    ///< Implicit sharing: only when the data is shared with a copy that is alive.
  Middle,    ///< std::deque: All, unless the position is known to be the first or the last; then as
             ///< Erased for an erasure and None for an insertion. Unknown position: All.
  LastOwner, ///< Shared ownership: only when no other owner is alive (shared_ptr::reset).
};

/// When the change happens at all.
enum class Condition : uint8_t {
  Always,
  IfMissing, ///< Only when the key is not in the target yet: map::operator[], insert, try_emplace.
  IfPresent, ///< Only when the key is in the target: erase(key).
};

/// Which element a change without a position argument is about.
enum class Place : uint8_t {
  Unstated, ///< What the arguments say; unknown when they say nothing.
  First,    ///< push_front, pop_front.
  Last,     ///< push_back, pop_back: an insertion goes before end().
};

/// What an operation returns.
enum class Result : uint8_t {
  None, ///< Nothing, or nothing of interest.
  Begin,
  End,      ///< Iterator to the first element, past the last.
  Iterator, ///< A valid iterator into the target after the operation, at an unknown position.
  Find,     ///< Iterator to the element with key `k`, or end().
  Same,     ///< The iterator passed as p (advance-free): make_move_iterator, base().
  Next,
  Prev,         ///< One element after / before p: std::next, std::prev.
  IteratorBool, ///< Pair of Iterator (field first) and a flag (field second): map::insert.
  IteratorPair, ///< Pair of Iterators: equal_range.
  ReverseBegin,
  ReverseEnd,
  Element,      ///< Reference to some element: at(i), operator[](i), *min_element.
  ElementAtKey, ///< Reference to the element with key k: map::at, map::operator[].
  First,
  Last,        ///< Reference to the first / last element: front(), back().
  Data,        ///< Pointer to the first element or the buffer: data(), c_str().
  View,        ///< A non-owning view of the target: span, string_view, views::filter.
  Inserter,    ///< An output iterator that inserts into the target, by the push_back, push_front or
               ///< insert row of its class: std::back_inserter.
  Self,        ///< The target itself as lvalue: operator=, append, std::move, std::as_const.
  Fresh,       ///< A new object that shares nothing with the target: copy, substr, keys().
  Taken,       ///< A new container that takes over the target's elements; handles follow:
               ///< std::exchange(m, {}), std::move into a value.
  Node,        ///< An owning node handle.
  Pointee,     ///< The pointer a smart pointer holds: get(), release().
  IsEmpty,     ///< True iff the target has no elements.
  IsEqual,     ///< True iff the two arguments have the same value, and
  IsUnequal,   ///< False iff they have.
  Size,        ///< Number of elements.
  Contains,    ///< Whether (or how often) the key `k` is in the target.
  Removed,     ///< How many elements the operation removed; 0 or false: nothing changed.
  Inserted,    ///< True iff the operation inserted; false: nothing changed.
  Address,     ///< A pointer to the target itself: std::addressof.
  Made,        ///< A smart pointer to a new object, which a constructor of its class makes of the
               ///< arguments behind those of the pattern: std::make_unique.
  Constructed, ///< An object of the class that is returned, which a constructor of it makes of the
               ///< arguments: std::make_pair.
  Bound,       ///< A callable that calls `f` with the other arguments and its own: std::bind.

  // Signals and their slots (docs/models.md).
  Connected, ///< A connection. From now on `f` is a slot: of the signal that is the target, or else
             ///< of the signal `m` of the object `w`.
  Disconnected, ///< Nothing. The signal, or all signals of `w` (else of the receiver) when there is
                ///< no `m`, may call nobody from here on in this function.
  Called, ///< What the slots of the target return, which are called with the arguments. Of a free
          ///< function: those of the signal whose body calls it.
  Later,  ///< Of an enumerator: what is connected with it is not called by the signal, but later.
};

/// What an operation does between threads. Locks are those of role `l`; without that role the
/// receiver, or of a function or `{ctor}` all arguments. Threads are the receiver or `t`, what
/// signals and is awaited is the receiver or `w`. What a guard does, it does to the locks that
/// it holds.
enum class Sync : uint8_t {
  None,
  Lock, ///< Waits for the locks and holds them.
  LockShared,
  Assume, ///< The locks are held: whoever calls the function has seen to that.
  AssumeShared,
  TryLock, ///< Holds the locks iff the result is not 0.
  TryLockShared,
  TestAndSet, ///< As TryLock, but iff the result is 0.
  TestAndSetShared,
  Unlock,
  Hold, ///< Of a guard's {ctor}: locks them, unless `o` says otherwise; the guard's end unlocks.
  HoldShared,  ///< The same, shared.
  IsHeld,      ///< True iff the guard's locks are held.
  LetGo,       ///< The guard forgets its locks, which stay as they are.
  Spawn,       ///< Calls `d` in another thread, with the arguments behind it. The receiver and the
               ///< result are the thread.
  SpawnMany,   ///< The same in several threads at once.
  SpawnInTurn, ///< As Spawn, but what the same receiver is given does not run at once.
  Parallel,    ///< As SpawnMany, and waits for all. Of an Option: the algorithm does so.
  Together,    ///< Calls each `d`, of a function all arguments, in a thread of its own, and waits.
  Prepare,     ///< Its result calls `d` in another thread when it is started: by a row that runs a
               ///< method.
  Keep,        ///< Keeps `d`, to be called by whoever does CallKept with the same `t` or receiver.
  CallKept,
  InTurn, ///< The result calls `d` in whichever thread, but one after the other with what else it
          ///< or the same `t` or receiver is given: not followed.
  Once,    ///< Calls `d`, with the arguments behind it, unless it was called with `l` before; then
           ///< waits for the end of that call.
  Team,    ///< Calls `d` in several threads at once, and waits for them.
  Join,    ///< Waits for the end of the thread.
  Barrier, ///< The threads of the team wait for each other, and for `t`.
  IsRunning, ///< Not 0: nobody has waited for the thread yet.
  Detach,    ///< Nobody will wait for it.
  TakeOver,  ///< The receiver takes over what the guard or thread `s` holds or is.
  Exchange,  ///< And `s` what the receiver was.
  Share,     ///< The receiver is what the thread `s` is, too.
  Same,      ///< The result is the same thread.
  Single,    ///< The result is the same object each time.
  Signal,    ///< What was done before it, is done for whoever has waited for the receiver.
  Await,     ///< Waits for a Signal of the receiver, or sees whether there was one.
  SignalAwait,
  Elsewhere, ///< Until Here, other threads do what stands there: it is the body of a callable, too.
  Here,
  IsMain,       ///< Not 0: the main thread runs it.
  ThreadNumber, ///< The result is another one in each thread of a team.
  // Of an object or enumerator that is given as an argument.
  Adopted,   ///< The locks are held already.
  Deferred,  ///< They are not locked yet; the callable is not called in another thread.
  Tried,     ///< They are held iff the guard says so.
  Relaxed,   ///< It orders nothing.
  Unchecked, ///< What the function does to containers is none of our business.
};

/// What an operation is to threads that use the container at the same time. Of two, one must be a
/// Change for them to race, or one Concurrent and the other Structure, or both Produce or Consume
/// ([container.requirements.dataraces]).
enum class Touch : uint8_t {
  Unstated,   ///< What the other columns say, see touchOf().
  Nothing,    ///< Not an access: constructors.
  Element,    ///< Elements only: v[i], at, front. Of concurrent containers: all that is safe.
  Structure,  ///< Which elements there are is read: begin, find, size, a copy.
  Concurrent, ///< It is changed, beside others who do so or look elements up, but nobody walks.
  Change,     ///< It is changed: insert, erase, m[k] of a map.
  Produce,    ///< Done by one thread only, beside one that does Consume: queues of two threads.
  Consume,
};

/// One row: one overload set of one operation.
struct Operation {
  std::string Name; ///< "erase", "operator[]", "{ctor}", "{dtor}"; free functions: "std::find_if".
  std::string Pattern; ///< See ArgumentClass.
  std::string Roles;   ///< Same length as Pattern without `*`.
  Change What = Change::None;
  Scope Iterators = Scope::None;
  Scope References = Scope::None;
  Scope End = Scope::None; ///< None, Growth or All: what happens to end().
  Condition When = Condition::Always;
  Result Returns = Result::None;
  std::string Source; ///< Standard clause, documentation or header the row rests on; "" inherits
                      ///< the family's.
  Place Where = Place::Unstated;
  Sync Between = Sync::None;
  std::string Runs; ///< The method of `d`, else of the receiver, that is the callable: "run".
  Touch Touches = Touch::Unstated;

  bool mutates() const { return What != Change::None && What != Change::Reserve; }
  /// Removes elements without asking for their keys: erase(p), pop_back(), clear() do not throw
  /// ([container.reqmts]/66; of a vector's or deque's elements, only what moves them could). To
  /// unlock, signal, wait for a thread or leave it to itself throws only if there is none.
  bool isNothrow() const {
    return What == Change::Clear || Between == Sync::Unlock || Between == Sync::Signal ||
           Between == Sync::Join || Between == Sync::Detach ||
           (What == Change::Erase && Roles.find_first_not_of("pbea") == std::string::npos);
  }
};

/// What sort of class a model describes.
enum class ClassKind : uint8_t {
  Container,    ///< Owns elements.
  View,         ///< Refers to another container's elements: span, string_view, ranges views.
  Adaptor,      ///< Owns elements, has no iterators: stack, queue, priority_queue.
  SmartPointer, ///< `*p` and `p->` are dereferences of a pointer it holds: unique_ptr, optional.
  Concurrent, ///< May be changed while iterated, by contract: its rows say which operations are not
              ///< safe.
  Inserter,   ///< back_insert_iterator and friends.
  Iterator,   ///< A class template that wraps an iterator: reverse_iterator, move_iterator.
  Signal,     ///< Keeps callables, its slots, to call them. They may come and go while it does.
  Mutex,
  Guard,         ///< Its end unlocks the locks that it holds.
  Thread,        ///< A handle of a thread.
  JoiningThread, ///< Whose end waits for the thread.
  HandOver,      ///< What threads tell each other by: atomics, condition variables, promises.
  Option,        ///< Its row `{value}` says what it tells a guard or an algorithm.
  Proxy, ///< Stands for an element that has no address of its own: who changes one, changes its
         ///< neighbors (vector<bool>::reference).
  Scalar, ///< A variable that is no container, of --debug-scalars.
};

/// The elements of maps, as paths name them.
inline constexpr llvm::StringLiteral PairClass("std::pair");
inline constexpr llvm::StringLiteral PairKey("first");
inline constexpr llvm::StringLiteral PairMapped("second");

/// A class with its operations: own rows first, then those of its families.
struct ClassModel {
  std::string Name; ///< Qualified, without inline namespaces and template arguments: "std::map".
  ClassKind Kind = ClassKind::Container;
  /// The member of an element that is its key: "first" for maps, "" when the element is the key
  /// (sets), "-" when elements have no key (sequences).
  std::string KeyField;
  bool StableReferences = false; ///< Node-based: elements never move in memory.
  bool ImplicitlyShared = false; ///< Copy-on-write: Qt 5 and 6 containers.
  bool Lazy = false;             ///< View that keeps the container and asks it for elements at each
                                 ///< begin(), so a change does not invalidate it: ranges views.
  std::vector<const std::vector<Operation> *> Families;
  std::vector<Operation> Own;
  bool FromUser = false; ///< Came from .holdfast.yaml.

  /// Elements are pairs of a key and what it is mapped to.
  bool isMap() const { return KeyField == PairKey; }
};

/// The tables. Built once; immutable afterwards and then safe to share between threads.
class Library {
public:
  /// All built-in rows.
  static Library builtin();

  Library(Library &&);
  Library &operator=(Library &&);
  ~Library();

  /// The model of a class by qualified name, or null. O(1).
  const ClassModel *findClass(llvm::StringRef QualifiedName) const;

  /// The row for method Name called on Class with arguments of Shape, or null.
  const Operation *findMethod(const ClassModel &Class, llvm::StringRef Name,
                              llvm::StringRef Shape) const;

  /// The row for a free function, or null.
  const Operation *findFunction(llvm::StringRef QualifiedName, llvm::StringRef Shape) const;

  /// The row a ModelOp names ("std::map::erase" + "I", "std::find_if" + "IIF"), and the class it is
  /// a method of (null for free functions). Row is null when there is none.
  struct Lookup {
    const Operation *Row = nullptr;
    const ClassModel *Class = nullptr;
  };
  Lookup resolve(llvm::StringRef Name, llvm::StringRef Shape) const;

  /// The row for a free function whose first argument is an object of class First. What std::swap,
  /// std::erase_if … do depends on that class, so a class may have rows named like the function;
  /// then Class is set and the ModelOp is named "<class>::<function>"
  /// ("std::vector::std::erase_if"), with all arguments and no receiver. Otherwise this is
  /// findFunction().
  Lookup findFunctionOn(const ClassModel &First, llvm::StringRef QualifiedName,
                        llvm::StringRef Shape) const;

  /// All classes in table order (docs, oracle, tests).
  llvm::ArrayRef<std::unique_ptr<ClassModel>> classes() const;
  llvm::ArrayRef<Operation> functions() const;

  /// Adds the rows of the `containers:` and `functions:` sections of a .holdfast.yaml document.
  /// On error nothing is added and the message says file, line, key and what is allowed there.
  llvm::Error addFromYaml(llvm::StringRef Yaml, llvm::StringRef FileName);

private:
  Library();
  struct Tables;
  std::unique_ptr<Tables> T;
};

/// What Row, of Class (null: a free function), is to other threads; never Unstated. What a class
/// that is no container does is Nothing.
Touch touchOf(const Operation &Row, const ClassModel *Class);

/// True when Shape is accepted by Pattern.
bool matchesShape(llvm::StringRef Pattern, llvm::StringRef Shape);

} // namespace holdfast::models

#endif // HOLDFAST_MODELS_MODEL_H
