//===- Report.h - what a call did, as facts ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A line of JSON for each call: the situation, then three letters for every
// handle taken before it.
//
//   iterator   v valid, s singular (libstdc++'s debug mode knows)
//              u works: reads and steps without an error (other libraries)
//              b broken: AddressSanitizer objects, or it is somewhere else
//   reference  l live, m renamed, r replaced, d dead (Element.h)
//   where      T in the target now, O in the other container, M in the object
//              that the call made or returned, - in none of them
//
// For end() two letters: as above, and of whose end() it equals now.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_ORACLE_REPORT_H
#define HOLDFAST_ORACLE_REPORT_H

#include "World.h"
#include <cstdio>
#include <string>

namespace oracle {

/// Whether iterators that may be invalid can be touched: a library with checks of its own would abort.
#ifdef HOLDFAST_ORACLE_REFERENCES_ONLY
inline constexpr bool TouchIterators = false;
#else
inline constexpr bool TouchIterators = true;
#endif

/// Set by AddressSanitizer's report callback: errors are recorded, not fatal.
inline volatile bool AsanObjected = false;

/// Even copying a singular iterator is an error in debug mode: they are passed by reference.
template <class It>
concept KnowsValidity = requires(It I) { I._M_singular(); };

/// What debug mode attaches iterators to.
template <class C> auto *sequence(C &Of) {
  if constexpr (requires { Of.kept(); })
    return &Of.kept();
  else
    return &Of;
}

/// Position of the element at Address, or -1. Also finds a map's mapped values.
template <class C> int positionOf(C *In, const void *Address) {
  int Position = 0;
  if (!In)
    return -1;
  const C &Of = *In; // To look must not detach (Qt).
  for (auto I = Of.begin(); I != Of.end(); ++I, ++Position) {
    if constexpr (requires { elementAt(I); })
      if (elementAt(I) == Address)
        return Position;
    if constexpr (requires { (*I).second; }) {
      auto &&Pair = *I;
      if (std::addressof(Pair) == Address || std::addressof(Pair.second) == Address)
        return Position;
    } else if constexpr (requires { I.value(); }) {
      if (std::addressof(I.value()) == Address)
        return Position;
    }
  }
  return -1;
}

/// Home: the container where the element is now, if there is one.
template <class It, class C> char iteratorLife(const It &I, const Handle &H, C *Home) {
  if constexpr (KnowsValidity<It>) {
    if (I._M_singular())
      return 's';
    return elementAt(I.base()) == H.Address ? 'v' : 'b';
  } else {
    if (!TouchIterators)
      return '?';
    AsanObjected = false;
    const void *Address = elementAt(I);
    volatile char Read = *static_cast<const volatile char *>(Address);
    (void)Read;
    It Next = I;
    if (Home && !AsanObjected && ++Next != Home->end())
      Read = *reinterpret_cast<const volatile char *>(elementAt(Next));
    return AsanObjected || Address != H.Address ? 'b' : 'u';
  }
}

template <class C> class Reporter {
public:
  explicit Reporter(World<C> &W) : W(W) {}

  std::string handles(const Handles<C> &H) {
    std::string Out;
    for (size_t I = 0; I < H.At.size(); ++I) {
      char Iterator = '?', Reference = '?', Where = '-';
      if (I < H.Refs.size()) {
        Reference = static_cast<char>(H.Refs[I].life());
        Where = whereIs(H.Refs[I].Address);
        if (KnowsValidity<typename World<C>::Iterator> || Reference == 'l')
          Iterator = iteratorLife(H.At[I], H.Refs[I], home(Where));
        else
          Iterator = Reference == 'm' || !TouchIterators ? '?' : 'b';
      } else if constexpr (KnowsValidity<typename World<C>::Iterator>) {
        Iterator = H.At[I]._M_singular() ? 's' : 'v'; // std::vector<bool>
      }
      Out += std::string(Out.empty() ? "" : " ") + Iterator + Reference + Where;
    }
    return Out;
  }

  std::string end(const Handles<C> &H) {
    char Life = 'u';
    if (!H.End)
      return "?-";
    if constexpr (KnowsValidity<typename World<C>::Iterator>) {
      if (H.End->_M_singular())
        return "s-";
      Life = 'v';
    }
    return std::string(1, Life) + (isEnd(W.Target, *H.End)  ? 'T'
                                   : isEnd(W.Other, *H.End) ? 'O'
                                   : isEnd(W.Made, *H.End)  ? 'M'
                                                            : '-');
  }

  /// The value that the call returned: what it is, and which element it is about.
  template <class R> std::string result(R &&Value) {
    using V = std::remove_cvref_t<R>;
    if constexpr (std::is_base_of_v<V, C> && !std::is_same_v<V, C> && std::is_lvalue_reference_v<R>)
      return object(static_cast<C &>(Value)); // Open.h
    else if constexpr (std::is_same_v<V, C>)
      return object(std::forward<R>(Value));
    else if constexpr (isIterator<V>())
      return "\"iterator\",\"i\":" + std::to_string(position(Value));
    else if constexpr (requires { requires isIterator<decltype(Value.base())>(); })
      // Of Qt's, base() is the iterator itself: they only show another part of the element.
      return (requires { typename V::iterator_type; } ? "\"reverse\",\"i\":" : "\"iterator\",\"i\":") +
             std::to_string(position(Value.base()));
    else if constexpr (requires { Value.first, Value.second; } && !std::is_reference_v<R>)
      return pair(Value);
    else if constexpr (requires { Value.position, Value.inserted; })
      return "\"insert-return\",\"b\":" + std::to_string(Value.inserted) +
             ",\"i\":" + std::to_string(position(Value.position));
    else if constexpr (std::is_same_v<V, bool> && !std::is_lvalue_reference_v<R>)
      return std::string("\"bool\",\"v\":") + (Value ? "1" : "0");
    else if constexpr (std::is_integral_v<V> && !std::is_lvalue_reference_v<R>)
      return "\"number\",\"v\":" + std::to_string(static_cast<long long>(Value));
    else if constexpr (std::is_pointer_v<V>)
      return "\"pointer\",\"i\":" + std::to_string(positionOf(W.Target.get(), Value));
    else if constexpr (std::is_lvalue_reference_v<R>)
      return "\"reference\",\"i\":" + std::to_string(positionOf(W.Target.get(), &Value));
    else
      return keep(std::move(Value));
  }

  template <class V> static constexpr bool isIterator() {
    return std::is_same_v<V, typename World<C>::Iterator> ||
           std::is_same_v<V, decltype(std::declval<const C &>().begin())>;
  }

private:
  C *home(char Where) {
    return Where == 'T'   ? W.Target.get()
           : Where == 'O' ? W.Other.get()
           : Where == 'M' ? W.Made.get()
                          : nullptr;
  }

  char whereIs(const void *Address) {
    return positionOf(W.Target.get(), Address) >= 0  ? 'T'
           : positionOf(W.Other.get(), Address) >= 0 ? 'O'
           : positionOf(W.Made.get(), Address) >= 0  ? 'M'
                                                     : '-';
  }

  template <class It> static bool isEnd(std::unique_ptr<C> &Of, const It &I) {
    if (!Of)
      return false;
    if constexpr (KnowsValidity<It>)
      return I._M_attached_to(sequence(*Of)) && I.base() == Of->end().base();
    else
      return I == Of->end();
  }

  /// -1: at no element; the number of elements: end().
  template <class It> int position(const It &I) {
    if constexpr (KnowsValidity<It>)
      if (I._M_singular() || !W.Target || !I._M_attached_to(sequence(*W.Target)))
        return -1;
    int Position = 0;
    for (auto At = W.Target->begin(); At != W.Target->end(); ++At, ++Position)
      if (I == At)
        return Position;
    return I == W.Target->end() ? Position : -1;
  }

  template <class R> std::string object(R &&Value) {
    if (&Value == W.Target.get())
      return "\"self\"";
    if (&Value == W.Made.get())
      return "\"made\"";
    if constexpr (std::is_constructible_v<C, R>)
      W.Made = std::make_unique<C>(std::forward<R>(Value));
    return "\"object\"";
  }

  template <class P> std::string pair(P &Value) {
    if constexpr (isIterator<std::remove_cvref_t<decltype(Value.first)>>()) {
      std::string First = std::to_string(position(Value.first));
      if constexpr (std::is_same_v<decltype(Value.second), bool>)
        return "\"iterator-bool\",\"i\":" + First + ",\"b\":" + (Value.second ? "1" : "0");
      else if constexpr (isIterator<std::remove_cvref_t<decltype(Value.second)>>())
        return "\"iterator-pair\",\"i\":" + First +
               ",\"j\":" + std::to_string(position(Value.second));
    }
    return "\"other\"";
  }

  /// What the call returned lives on, so that elements it took over stay where they are.
  template <class V> std::string keep(V &&Value) {
    std::string Full = "0";
    constexpr bool Node = requires { Value.get_allocator(), Value.empty(), Value.value(); } ||
                          requires { Value.get_allocator(), Value.empty(), Value.key(); };
    if constexpr (Node)
      Full = Value.empty() ? "0" : "1";
    if constexpr (std::is_move_constructible_v<V>)
      W.Kept = std::make_shared<std::remove_cv_t<V>>(std::move(Value));
    return Node ? "\"node\",\"b\":" + Full : "\"other\"";
  }

  World<C> &W;
};

} // namespace oracle

#endif // HOLDFAST_ORACLE_REPORT_H
