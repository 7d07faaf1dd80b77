//===- Conditions.h - when something happens --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   void print(int line, bool show) {
//     if (show && !Thread::isMain())
//       return post(line);
//     write(line, show);               `!show`, or `show` and the main thread runs it
//   }
//   void write(int line, bool show) {
//     if (show)
//       window.push_back(line);        `show`: so from print() in the main thread only
//   }
//
// Conditions are over what a function is given and never changes, and over whether the main thread
// runs it. What is not known of them is true: a condition says less than the program, never more.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_THREADS_CONDITIONS_H
#define HOLDFAST_THREADS_CONDITIONS_H

#include <cstdint>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

namespace holdfast::threads {

struct Bindings;

/// A parameter or capture is not 0 or null, or is.
struct Literal {
  static constexpr uint32_t Main = ~0U; ///< No variable: whether the main thread runs the function.
  uint32_t Of = 0;                      ///< ir::VarId, or Main.
  bool Is = true;
  Literal operator!() const { return {Of, !Is}; }
  auto tie() const { return std::tie(Of, Is); }
  friend bool operator==(const Literal &A, const Literal &B) { return A.tie() == B.tie(); }
  friend bool operator<(const Literal &A, const Literal &B) { return A.tie() < B.tie(); }
};

/// What an argument is to a condition.
struct Truth {
  enum class Kind : uint8_t { Unknown, Constant, Like } K = Kind::Unknown;
  bool Is = false; ///< Constant.
  Literal As;      ///< Like: true iff this is.
};

/// Several ways to a place, each with what is so on it.
class Condition {
public:
  /// It is so on no way: nothing happens. Else adds what is so on all.
  [[nodiscard]] bool assume(const Literal &L);
  /// The same for another condition.
  [[nodiscard]] bool assume(const Condition &Other);
  /// Or Other. True: it says less than before.
  bool join(const Condition &Other);

  bool isAlways() const { return Ways.empty(); }
  /// On all ways.
  bool needs(const Literal &L) const;
  /// In terms of the caller; none: it does not happen, called so.
  std::optional<Condition> rebased(const Bindings &To) const;
  /// Another thread than the main one does it; none: it never does.
  std::optional<Condition> elsewhere() const;
  /// The same, without what it says of threads.
  Condition ofAnyThread() const;

  friend bool operator==(const Condition &A, const Condition &B) { return A.Ways == B.Ways; }
  friend bool operator<(const Condition &A, const Condition &B) { return A.Ways < B.Ways; }

private:
  using Way = std::set<Literal>;
  static std::optional<Way> both(const Way &A, const Way &B);
  void add(Way W);
  bool keep(std::vector<Way> All);

  std::set<Way> Ways; ///< Empty: always. None includes another one.
};

/// Not both happen: in one call of a function, or at once, since both are done by the main thread.
bool exclude(const Condition &A, const Condition &B);

} // namespace holdfast::threads

#endif // HOLDFAST_THREADS_CONDITIONS_H
