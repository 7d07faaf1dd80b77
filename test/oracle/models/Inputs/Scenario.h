//===- Scenario.h - the concrete situations of a call -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A call is tried with empty, small and larger containers, at the first, a
// middle, the last and the past-the-end position, with keys that are there and
// keys that are not, with and without capacity to spare. Flags say which of
// these a call depends on:
//
//   P  a position, end() included       E  a position with an element
//   A  the position before an element   B  any "before" position
//   R  a range of the target            S  an open range: before its first element
//   K  a key                            O  another container
//   X  a position with an element in O  W  the position before an element in O
//   Y  a range of O                     Z  an open range of O
//   N  a count                          I  an index
//   Q  … that is there                  L  not empty
//   D  also with equal elements
//   F  five elements, neither more nor less (std::array)
//   U  at most one element, and maybe another owner (smart pointers)
//   H  the end() of the other container is not kept
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_ORACLE_SCENARIO_H
#define HOLDFAST_ORACLE_SCENARIO_H

#include <algorithm>
#include <cstring>
#include <vector>

namespace oracle {

enum class Room { Natural, Tight, Spare };

struct Scenario {
  std::vector<int> Keys;      ///< Of the target, in the order of insertion.
  std::vector<int> OtherKeys; ///< Of the other container.
  Room Capacity = Room::Natural;
  int Pos = 0, First = 0, Last = 0;    ///< In the target; "before" positions start at -1.
  int OPos = 0, OFirst = 0, OLast = 0; ///< In the other container.
  int Key = 25, Count = 1, Index = 0;
};

/// First, second, middle and last of From..To, each once.
inline std::vector<int> corners(int From, int To) {
  std::vector<int> Result;
  for (int I : {From, From + 1, (From + To) / 2, To - 1, To})
    if (I >= From && I <= To && std::find(Result.begin(), Result.end(), I) == Result.end())
      Result.push_back(I);
  std::sort(Result.begin(), Result.end());
  return Result;
}

class Scenarios {
public:
  Scenarios(const char *Flags, bool Reserves) : Flags(Flags) {
    sizes(Reserves);
    positions();
    ranges();
    otherPlaces();
    if (has('K'))
      each(&Scenario::Key, {5, 10, 20, 30, 50, 25, 95});
    if (has('Q'))
      std::erase_if(All, [](const Scenario &S) {
        return std::find(S.Keys.begin(), S.Keys.end(), S.Key) == S.Keys.end();
      });
    if (has('N'))
      each(&Scenario::Count, {0, 1, 3, 9, 70});
    if (has('I'))
      expand([](Scenario S, auto Add) {
        for (int I : corners(0, static_cast<int>(S.Keys.size()) - 1)) {
          S.Index = I;
          Add(S);
        }
      });
  }

  std::vector<Scenario> All{Scenario()};

private:
  bool has(char Flag) const { return std::strchr(Flags, Flag); }

  /// Replaces every scenario by those that Each makes of it.
  template <class F> void expand(F Each) {
    std::vector<Scenario> Next;
    for (const Scenario &S : All)
      Each(S, [&](const Scenario &New) { Next.push_back(New); });
    All = std::move(Next);
  }

  void each(int Scenario::*Field, std::vector<int> Values) {
    expand([&](Scenario S, auto Add) {
      for (int Value : Values) {
        S.*Field = Value;
        Add(S);
      }
    });
  }

  void sizes(bool Reserves) {
    std::vector<std::vector<int>> Contents = {{}, {20}, {10, 20, 30, 40, 50}};
    if (has('F'))
      Contents = {{10, 20, 30, 40, 50}};
    if (has('U'))
      Contents = {{}, {20}};
    else if (has('D') && !has('F'))
      Contents.push_back({10, 20, 20, 30, 30, 30, 40});
    expand([&](Scenario S, auto Add) {
      for (const auto &Keys : Contents) {
        S.Keys = Keys;
        S.OtherKeys = {15, 20, 35};
        if (has('U'))
          S.OtherKeys = {15};
        if (has('F'))
          S.OtherKeys = {15, 20, 35, 45, 55};
        Add(S);
        if (!has('O') || has('F'))
          continue;
        S.OtherKeys.clear();
        Add(S);
      }
    });
    if (Reserves || has('U'))
      expand([](Scenario S, auto Add) {
        for (Room R : {Room::Natural, Room::Tight, Room::Spare}) {
          S.Capacity = R;
          Add(S);
        }
      });
  }

  void positions() {
    expand([&](Scenario S, auto Add) {
      const int N = static_cast<int>(S.Keys.size());
      if (has('L') && N == 0)
        return;
      const int From = has('A') || has('B') ? -1 : 0;
      const int To = has('E') || has('B') ? N - 1 : has('A') ? N - 2 : has('P') ? N : 0;
      for (int Pos : corners(From, To)) {
        S.Pos = Pos;
        Add(S);
        if (!has('P') && !has('E') && !has('A') && !has('B'))
          return;
      }
    });
  }

  void ranges() {
    if (!has('R') && !has('S'))
      return;
    const int Open = has('S') ? 1 : 0;
    expand([&](Scenario S, auto Add) {
      const int N = static_cast<int>(S.Keys.size());
      for (int First : corners(-Open, N))
        for (int Last : corners(0, N)) {
          S.First = First;
          S.Last = Last;
          if (First + Open <= Last)
            Add(S);
        }
    });
  }

  void otherPlaces() {
    expand([&](Scenario S, auto Add) {
      const int N = static_cast<int>(S.OtherKeys.size());
      const int Open = has('Z') ? 1 : 0;
      if (has('X') || has('W')) {
        for (int Pos : corners(has('W') ? -1 : 0, has('W') ? N - 2 : N - 1)) {
          S.OPos = Pos;
          Add(S);
        }
        return;
      }
      if (!has('Y') && !has('Z'))
        return Add(S);
      for (int First : {-Open, 1})
        for (int Last : {1, N}) {
          S.OFirst = First;
          S.OLast = Last;
          if (Last <= N && First + Open <= Last)
            Add(S);
        }
    });
  }

  const char *Flags;
};

} // namespace oracle

#endif // HOLDFAST_ORACLE_SCENARIO_H
