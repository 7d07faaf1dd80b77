//===- algorithms-callbacks.cpp - an algorithm's own container changed by its callback *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include "../Inputs/Execute.h"
#include <algorithm>
#include <iterator>
#include <list>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>
#if __cplusplus >= 202002L
#include <ranges>
#endif

using Map = std::map<int, int>;
using Vector = std::vector<int>;
using List = std::list<int>;

// std::for_each keeps its iterators while the callback grows the vector.
void forEachPush(Vector &v) {
  std::for_each(v.begin(), v.end(), [&](int x) {
    v.push_back(x); // finding: mutate-while-iterating "'v'"
  });
}

// Erasing the visited element of a map.
void forEachErase(Map &m) {
  std::for_each(m.begin(), m.end(), [&m](const Map::value_type &kv) {
    m.erase(kv.first); // finding: mutate-while-iterating
  });
}

// A named lambda.
void namedLambda(Map &m) {
  auto drop = [&](auto &kv) {
    m.erase(kv.first); // finding: mutate-while-iterating
  };
  std::for_each(m.begin(), m.end(), drop);
}

// A predicate with a side effect.
bool findIfPush(Vector &v) {
  return std::find_if(v.begin(), v.end(), [&](int x) {
           v.push_back(x); // finding: mutate-while-iterating
           return x > 2;
         }) != v.end();
}

// transform reads the vector that its callback clears.
void transformClear(Vector &v, Vector &out) {
  std::transform(v.begin(), v.end(), std::back_inserter(out), [&](int x) {
    if (x == 1)
      v.clear(); // finding: mutate-while-iterating
    return x;
  });
}

// transform appends to the vector it reads.
void transformInserter(Vector &v) {
  std::transform(v.begin(), v.end(), std::back_inserter(v), // finding: mutate-while-iterating
                 [](int x) { return x + 1; });
}

// copy appends to the vector it reads.
void copyInserter(Vector &v) {
  std::copy(v.begin(), v.end(), std::back_inserter(v)); // finding: mutate-while-iterating
}

// remove_if while the predicate changes the container.
void removeIfPush(Vector &v) {
  v.erase(std::remove_if(v.begin(), v.end(),
                         [&](int x) {
                           if (x == 1)
                             v.push_back(x); // finding: mutate-while-iterating
                           return x == 2;
                         }),
          v.end());
}

// sort with a comparison that changes the container.
void sortPush(Vector &v) {
  std::sort(v.begin(), v.end(), [&](int a, int b) {
    v.push_back(a); // finding: mutate-while-iterating
    return a < b;
  });
}

// A list's own remove_if.
void listRemoveIf(List &l) {
  l.remove_if([&](int x) {
    l.clear(); // finding: mutate-while-iterating
    return x == 2;
  });
}

// accumulate.
int accumulateErase(std::set<int> &s) {
  return std::accumulate(s.begin(), s.end(), 0, [&](int sum, int x) {
    s.erase(x); // finding: mutate-while-iterating
    return sum + x;
  });
}

// Erasing before a throw: the algorithm never goes on.
void forEachEraseThrow(Map &m) {
  std::for_each(m.begin(), m.end(), [&](auto &kv) {
    if (kv.second == 20) {
      m.erase(kv.first);
      throw 20;
    }
  });
}

// Another container is changed.
void forEachOther(Map &m, Vector &out) {
  std::for_each(m.begin(), m.end(), [&](auto &kv) { out.push_back(kv.first); });
}

// A list may grow while it is walked.
void forEachListPush(List &l) {
  std::for_each(l.begin(), l.end(), [&](int x) { l.push_front(x); });
}

// The elements are changed, the container is not.
void forEachAssign(Map &m) {
  std::for_each(m.begin(), m.end(), [](auto &kv) { kv.second = 0; });
}

// The container is changed after the algorithm.
void afterForEach(Map &m) {
  Vector doomed;
  std::for_each(m.begin(), m.end(), [&](auto &kv) { doomed.push_back(kv.first); });
  std::for_each(doomed.begin(), doomed.end(), [&](int k) { m.erase(k); });
}

// Another part of the program's vectors into a reserved one.
void copyReserved(const Vector &v, Vector &out) {
  out.reserve(out.size() + v.size());
  std::copy(v.begin(), v.end(), std::back_inserter(out));
}

// std::copy_if from one to another.
void copyIfOther(Map &m, Map &out) {
  std::copy_if(m.begin(), m.end(), std::inserter(out, out.end()),
               [](auto &kv) { return kv.second > 1; });
}

// The algorithm walks a copy.
void walksCopy(Vector &v) {
  auto copy = v;
  std::for_each(copy.begin(), copy.end(), [&](int x) { v.push_back(x); });
}

// The lambda changes its own copy of the container.
void lambdaOwnCopy(Vector &v) {
  std::for_each(v.begin(), v.end(), [copy = v](int x) mutable { copy.push_back(x); });
}

#if __cplusplus >= 202002L
// The ranges form.
void rangesForEach(Vector &v) {
  std::ranges::for_each(v, [&](int x) {
    v.push_back(x); // finding(c++20): mutate-while-iterating
  });
}

// The ranges form of find_if, with iterators.
void rangesFindIf(Vector &v) {
  (void)std::ranges::find_if(v.begin(), v.end(), [&](int x) {
    v.clear(); // finding(c++20): mutate-while-iterating
    return x == 1;
  });
}

// erase_if whose predicate erases.
void eraseIf(Map &m) {
  std::erase_if(m, [&](const auto &kv) {
    bool drop = kv.second == 2;
    m.erase(kv.first); // finding(c++20): mutate-while-iterating
    return drop;
  });
}

// erase_if, used as meant.
void eraseIfProper(Map &m, Vector &v) {
  std::erase_if(m, [](const auto &kv) { return kv.second == 2; });
  std::erase(v, 2);
}

// ranges::copy to another container.
void rangesCopy(const Vector &v, Vector &out) { std::ranges::copy(v, std::back_inserter(out)); }
#endif

EXECUTE(BAD(forEachPush) BAD(forEachErase) BAD(namedLambda) BAD(findIfPush) BAD(transformClear)
        BAD(transformInserter) BAD(copyInserter) BAD(removeIfPush) BAD(sortPush) BAD(listRemoveIf)
        BAD(accumulateErase) GOOD(forEachEraseThrow) GOOD(forEachOther) GOOD(forEachListPush)
        GOOD(forEachAssign) GOOD(afterForEach) GOOD(copyReserved) GOOD(copyIfOther)
        GOOD(walksCopy) GOOD(lambdaOwnCopy) BAD(rangesForEach) BAD(eraseIf)
        GOOD(eraseIfProper) GOOD(rangesCopy))
