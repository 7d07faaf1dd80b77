//===- World.h - two containers and all handles into them -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A World holds the target of a call, another container, and an iterator and a
// reference to every element of both, all taken before the call. The call reads
// its arguments from here: p() is the position, key() the key, o() the other
// container … (the letters of checker/models/Model.h).
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_ORACLE_WORLD_H
#define HOLDFAST_ORACLE_WORLD_H

#include "Element.h"
#include "Scenario.h"
#include <initializer_list>
#include <iterator>
#include <optional>

namespace oracle {

/// Which element an iterator is at. Maps are told by their keys.
template <class It> const auto *elementAt(It I) {
  if constexpr (requires { I.key(); }) {
    return std::addressof(I.key());
  } else if constexpr (requires { (*I).first; }) {
    auto &&Pair = *I;
    return std::addressof(Pair.first);
  } else {
    return std::addressof(*I);
  }
}

/// The type of a container's keys, or of its elements if it has none.
template <class C> struct KeyType {
  using Type = std::remove_cvref_t<decltype(*elementAt(std::declval<C &>().begin()))>;
};
template <class C> using KeyOf = typename KeyType<C>::Type;

template <class C> struct ValueType {
  using Type = typename C::value_type;
};

/// Qt's maps have no such name: what is stored with a key.
template <class C>
  requires(!requires { typename C::value_type; })
struct ValueType<C> {
  using Type = typename C::mapped_type;
};

/// Something that can be stored in a C under Key.
template <class C> auto makeValue(int Key) {
  using V = typename ValueType<C>::Type;
  if constexpr (std::is_same_v<V, KeyOf<C>>)
    return makeKey<KeyOf<C>>(Key);
  else
    return V(makeKey<KeyOf<C>>(Key), Element(1000 + Key));
}

template <class C> void fill(C &Into, std::vector<int> Keys) {
  if constexpr (requires { Into.push_back(makeValue<C>(0)); }) {
    for (int Key : Keys)
      Into.push_back(makeValue<C>(Key));
  } else if constexpr (requires { Into.push_front(makeValue<C>(0)); }) {
    for (auto Key = Keys.rbegin(); Key != Keys.rend(); ++Key)
      Into.push_front(makeValue<C>(*Key));
  } else if constexpr (requires { Into.insert(makeValue<C>(0)); }) {
    for (int Key : Keys)
      Into.insert(makeValue<C>(Key));
  } else if constexpr (requires { Into.insert(makeKey<KeyOf<C>>(0), Element(0)); }) {
    for (int Key : Keys)
      Into.insert(makeKey<KeyOf<C>>(Key), Element(1000 + Key));
  } else if constexpr (requires { Into.push(makeValue<C>(0)); }) {
    for (int Key : Keys)
      Into.push(makeValue<C>(Key));
  } else {
    auto At = Into.begin(); // std::array
    for (int Key : Keys)
      *At++ = makeValue<C>(Key);
  }
}

/// Nothing is shared, unless an overload says so (Open.h).
template <class C> std::shared_ptr<void> share(const C &) { return nullptr; }

/// For remove_if, unique, sort, merge …
struct AtLeast30 {
  template <class T> bool operator()(const T &Value) const { return keyOf(Value) >= 30; }
};
struct SameKey {
  template <class T> bool operator()(const T &A, const T &B) const { return keyOf(A) == keyOf(B); }
};
struct KeepSize {
  template <class T> auto operator()(T *, size_t Size) const { return Size; }
};
struct LessKey {
  template <class T> bool operator()(const T &A, const T &B) const { return keyOf(A) < keyOf(B); }
};

/// The iterators and references into one container.
template <class C> struct Handles {
  using Iterator = decltype(std::declval<C &>().begin());
  std::vector<Iterator> At;
  std::optional<Iterator> End;
  std::vector<Handle> Refs;

  explicit Handles(C &Of) {
    for (auto I = Of.begin(); I != Of.end(); ++I) {
      At.push_back(I);
      if constexpr (requires { Handle(*elementAt(I)); })
        Refs.push_back(Handle(*elementAt(I)));
    }
    End.emplace(Of.end());
  }
  Iterator get(int Position) const {
    return Position < static_cast<int>(At.size()) ? At[Position] : *End;
  }
};

template <class C> class World {
public:
  using Container = C;
  using Key = KeyOf<C>;
  using Value = typename ValueType<C>::Type;
  using Iterator = typename Handles<C>::Iterator;

  explicit World(const Scenario &S)
      : S(S), Target(std::make_unique<C>()), Other(std::make_unique<C>()) {
    if constexpr (requires { Target->reserve(8); })
      if (S.Capacity == Room::Spare)
        Target->reserve(S.Keys.size() + 100);
    fill(*Target, S.Keys);
    fill(*Other, S.OtherKeys);
    if constexpr (requires { Target->shrink_to_fit(); })
      if (S.Capacity == Room::Tight)
        Target->shrink_to_fit();
    if (S.Capacity == Room::Spare)
      Shared = share(*Target);
    for (int K : {std::min(S.Key, 72), std::max(S.Key, 72)}) // Sorted, for flat_map.
      Array.push_back(makeValue<C>(K));
    T.emplace(*Target);
    O.emplace(*Other);
  }

  C &t() { return *Target; }
  C &o() { return *Other; }
  Iterator p() { return T->get(S.Pos); }
  Iterator a() { return before(*Target, *T, S.Pos); }
  Iterator b() { return T->get(S.First); }
  Iterator ba() { return before(*Target, *T, S.First); }
  Iterator e() { return T->get(S.Last); }
  Iterator x() { return O->get(S.OPos); }
  Iterator xa() { return before(*Other, *O, S.OPos); }
  Iterator y() { return O->get(S.OFirst); }
  Iterator ya() { return before(*Other, *O, S.OFirst); }
  Iterator z() { return O->get(S.OLast); }
  const Value *py() { return &Array[0]; }
  const Value *pz() { return &Array[0] + Array.size(); }
  Key key() { return makeKey<Key>(S.Key); }
  Value value() { return makeValue<C>(S.Key); }
  Value value2() { return makeValue<C>(72); }
  int count() { return S.Count; }
  int index() { return S.Index; }
  C copy()
    requires std::is_copy_constructible_v<C>
  {
    return C(o());
  }
  /// A node with the key, of a third container.
  auto node()
    requires requires(C Of) { Of.extract(Of.begin()); }
  {
    C Third;
    fill(Third, {S.Key});
    return Third.extract(Third.begin());
  }
  template <class... Args>
    requires std::is_constructible_v<C, Args...>
  C &make(Args &&...A) {
    Made = std::make_unique<C>(std::forward<Args>(A)...);
    return *Made;
  }
  void destroy() { Target.reset(); }

  Scenario S;
  std::unique_ptr<C> Target, Other, Made;
  std::optional<Handles<C>> T, O;
  std::vector<Value> Array;
  std::shared_ptr<void> Shared; ///< Another owner of the target's elements, in some situations.
  std::shared_ptr<void> Kept;   ///< A node handle that the call returned.

private:
  Iterator before(C &In, Handles<C> &H, int Position) {
    if constexpr (requires { In.before_begin(); })
      return Position < 0 ? In.before_begin() : H.get(Position);
    else
      return H.get(Position);
  }
};

} // namespace oracle

#endif // HOLDFAST_ORACLE_WORLD_H
