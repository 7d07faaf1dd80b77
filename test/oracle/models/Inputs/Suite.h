//===- Suite.h - runs the calls of one class --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_ORACLE_SUITE_H
#define HOLDFAST_ORACLE_SUITE_H

#include "Open.h"
#include "Report.h"

namespace oracle {

inline std::string listed(const std::vector<int> &Values) {
  std::string Out;
  for (int V : Values)
    Out += (Out.empty() ? "" : ",") + std::to_string(V);
  return "[" + Out + "]";
}

template <class C> std::vector<int> keysOf(C *Of) {
  std::vector<int> Keys;
  if (!Of)
    return Keys;
  for (auto I = Of->begin(); I != Of->end(); ++I) {
    if constexpr (requires { elementAt(I); })
      Keys.push_back(keyOf(*elementAt(I)));
    else
      Keys.push_back(keyOf(bool(*I)));
  }
  return Keys;
}

/// Elements that fit before storage has to grow; -1 when the library does not say. Debug mode's
/// containers tell what the standard guarantees; their bases tell what is.
template <class C> long capacity(const C &Of) {
  if constexpr (requires { Of.bucket_count() * Of.max_load_factor(); })
    return static_cast<long>(static_cast<float>(Of.bucket_count()) * Of.max_load_factor());
  else if constexpr (requires { Of.capacity(); })
    return static_cast<long>(Of.capacity());
  else
    return -1;
}

template <class C> long realCapacity(const C &Of) {
  if constexpr (requires { Of._M_base().capacity(); })
    return capacity(Of._M_base());
  else
    return capacity(Of);
}

template <class C> class Suite {
public:
  /// Call number Id, in all situations that its Flags ask for.
  template <class F> void probe(int Id, const char *Flags, F Call) {
    if constexpr (!std::is_invocable_v<F, World<C> &>) {
      std::printf("{\"probe\":%d,\"absent\":1}\n", Id);
    } else {
      for (const Scenario &S : Scenarios(Flags, Reserves).All) {
        World<C> W(S);
        if (W.T->At.size() != S.Keys.size())
          continue; // Equal elements, in a container of unique ones.
        if (std::strchr(Flags, 'H'))
          W.O->End.reset();
        Reporter<C> R(W);
        std::string Before = situation(W);
        std::fflush(stdout);
        AsanObjected = false;
        if constexpr (std::is_void_v<std::invoke_result_t<F, World<C> &>>) {
          Call(W);
          finish(Id, W, Before, "\"void\"");
        } else {
          finish(Id, W, Before, R.result(Call(W)));
        }
      }
    }
  }

private:
  static constexpr bool Reserves = requires(C &Of) { Of.reserve(8); };

  static std::string situation(World<C> &W) {
    const Scenario &S = W.S;
    std::string Out = "\"keys\":" + listed(keysOf(W.Target.get())) +
                      ",\"okeys\":" + listed(keysOf(W.Other.get())) +
                      ",\"cap\":" + std::to_string(capacity(*W.Target)) +
                      ",\"room_for\":" + std::to_string(realCapacity(*W.Target)) +
                      ",\"room\":" + std::to_string(static_cast<int>(S.Capacity));
    const std::pair<const char *, int> Numbers[] = {
        {"pos", S.Pos},   {"first", S.First},   {"last", S.Last},
        {"opos", S.OPos}, {"ofirst", S.OFirst}, {"olast", S.OLast},
        {"key", S.Key},   {"count", S.Count},   {"index", S.Index}};
    for (const auto &[Name, Value] : Numbers)
      Out += ",\"" + std::string(Name) + "\":" + std::to_string(Value);
    return Out;
  }

  static void finish(int Id, World<C> &W, const std::string &Before, const std::string &Result) {
    if (AsanObjected) // The call itself must be correct.
      std::printf("{\"probe\":%d,\"objected\":1,%s}\n", Id, Before.c_str());
    Reporter<C> R(W);
    std::printf("{\"probe\":%d,%s,\"T\":\"%s\",\"Te\":\"%s\",\"O\":\"%s\",\"Oe\":\"%s\","
                "\"after\":%s,\"oafter\":%s,\"made\":%s,\"r\":{\"k\":%s}}\n",
                Id, Before.c_str(), R.handles(*W.T).c_str(), R.end(*W.T).c_str(),
                R.handles(*W.O).c_str(), R.end(*W.O).c_str(),
                listed(keysOf(W.Target.get())).c_str(), listed(keysOf(W.Other.get())).c_str(),
                listed(keysOf(W.Made.get())).c_str(), Result.c_str());
  }
};

inline void start() {
  __asan_set_error_report_callback([](const char *) { AsanObjected = true; });
}

} // namespace oracle

/// A call that this library does not have is reported as absent.
#define PROBE(Id, Flags, ...)                                                                      \
  Suite.probe(                                                                                     \
      Id, Flags,                                                                                   \
      [](auto &w) -> decltype(auto)                                                                \
        requires requires { __VA_ARGS__; }                                                         \
      { return __VA_ARGS__; });

#endif // HOLDFAST_ORACLE_SUITE_H
