//===- Element.h - elements whose life is known exactly ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An Element carries a tag that wanders with its value: a move takes the tag
// along, a copy gets a new one. A registry knows which addresses hold a live
// Element. So "does this reference still name the same element" has an answer:
//
//   Live      same object, same tag
//   Renamed   same object, but its value has moved elsewhere (a vector's erase)
//   Replaced  destroyed, and another object lives there now
//   Dead      nothing lives there, or AddressSanitizer says that memory is gone
//
// Characters have no registry: the same value at an unpoisoned address is Live.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_ORACLE_ELEMENT_H
#define HOLDFAST_ORACLE_ELEMENT_H

#include <cstddef>
#include <functional>
#include <memory>
#include <sanitizer/asan_interface.h>
#include <unordered_map>
#include <utility>

namespace oracle {

/// The serial number of the Element that lives at an address.
inline std::unordered_map<const void *, long> &registry() {
  static std::unordered_map<const void *, long> Live;
  return Live;
}

inline long fresh() {
  static long Last = 0;
  return ++Last;
}

class Element {
public:
  Element() : Element(0) {}
  Element(int Key) : Heap(std::make_unique<int>(Key)), Tag(fresh()) { born(); }
  Element(const Element &O) : Heap(std::make_unique<int>(O.key())), Tag(fresh()) { born(); }
  Element(Element &&O) noexcept : Heap(std::move(O.Heap)), Tag(std::exchange(O.Tag, 0)) { born(); }
  Element &operator=(const Element &O) {
    if (this != &O) {
      Heap = std::make_unique<int>(O.key());
      Tag = fresh();
    }
    return *this;
  }
  Element &operator=(Element &&O) noexcept {
    if (this != &O) {
      Heap = std::move(O.Heap);
      Tag = std::exchange(O.Tag, 0);
    }
    return *this;
  }
  ~Element() { registry().erase(this); }

  /// -1 after a move away.
  int key() const { return Heap ? *Heap : -1; }
  long tag() const { return Tag; }

  friend bool operator==(const Element &A, const Element &B) { return A.key() == B.key(); }
  friend bool operator!=(const Element &A, const Element &B) { return A.key() != B.key(); }
  friend bool operator<(const Element &A, const Element &B) { return A.key() < B.key(); }
  friend bool operator>(const Element &A, const Element &B) { return B < A; }
  friend bool operator<=(const Element &A, const Element &B) { return !(B < A); }
  friend bool operator>=(const Element &A, const Element &B) { return !(A < B); }

private:
  void born() { registry()[this] = fresh(); }
  std::unique_ptr<int> Heap;
  long Tag;
};

/// For Boost and for Qt.
inline std::size_t hash_value(const Element &E) { return std::hash<int>()(E.key()); }
inline unsigned qHash(const Element &E, unsigned Seed = 0) { return Seed ^ unsigned(E.key()); }

template <class E> E makeKey(int Key) { return E(Key); }
template <> inline char makeKey<char>(int Key) { return static_cast<char>(' ' + Key); }
template <> inline bool makeKey<bool>(int Key) { return Key % 20 == 0; }

inline int keyOf(const Element &E) { return E.key(); }
inline int keyOf(char C) { return C - ' '; }
inline int keyOf(bool B) { return B ? 20 : 10; }
template <class A, class B> int keyOf(const std::pair<A, B> &P) { return keyOf(P.first); }

enum class Life : char { Live = 'l', Renamed = 'm', Replaced = 'r', Dead = 'd', Unknown = '?' };

/// What a reference to an element remembers.
class Handle {
public:
  explicit Handle(const Element &E)
      : Address(&E), Tag(E.tag()), Serial(registry()[&E]), Key(E.key()) {}
  explicit Handle(const char &C) : Address(&C), Key(keyOf(C)), Letter(true) {}

  Life life() const {
    if (__asan_region_is_poisoned(const_cast<void *>(Address), 1))
      return Life::Dead;
    if (Letter)
      return keyOf(*static_cast<const char *>(Address)) == Key ? Life::Live : Life::Renamed;
    auto Found = registry().find(Address);
    if (Found == registry().end())
      return Life::Dead;
    if (Found->second != Serial)
      return Life::Replaced;
    return static_cast<const Element *>(Address)->tag() == Tag ? Life::Live : Life::Renamed;
  }

  const void *Address;
  long Tag = 0;
  long Serial = 0;
  int Key;
  bool Letter = false;
};

} // namespace oracle

template <> struct std::hash<oracle::Element> {
  std::size_t operator()(const oracle::Element &E) const { return std::hash<int>()(E.key()); }
};

#endif // HOLDFAST_ORACLE_ELEMENT_H
