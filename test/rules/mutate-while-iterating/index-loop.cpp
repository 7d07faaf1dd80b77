//===- index-loop.cpp - loops that count: elements skipped, none dangling *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
//
// An index is never invalid, so growth is harmless here. Erasing at the index
// moves the next element to it; a loop that then counts up steps over it.
#include "../Inputs/Execute.h"
#include <cstddef>
#include <deque>
#include <string>
#include <utility>
#include <vector>

using Vector = std::vector<int>;

// The element after the erased one is never looked at.
void eraseAtIndex(Vector &v) {
  for (std::size_t i = 0; i < v.size(); ++i)
    if (v[i] == 2)
      v.erase(v.begin() + i); // finding: mutate-while-iterating "'v'"
}

// Post-increment, int index, cbegin.
void eraseAtIntIndex(Vector &v) {
  for (int i = 0; i < static_cast<int>(v.size()); i++)
    if (v[i] < 0)
      v.erase(v.cbegin() + i); // finding: mutate-while-iterating
}

// On a deque.
void eraseAtIndexDeque(std::deque<int> &d) {
  for (std::size_t i = 0; i != d.size(); ++i)
    if (d[i] == 2)
      d.erase(d.begin() + i); // finding: mutate-while-iterating
}

// On a string, by position.
void eraseAtIndexString(std::string &s) {
  for (std::size_t i = 0; i < s.size(); ++i)
    if (s[i] == ' ')
      s.erase(i, 1); // finding: mutate-while-iterating
}

// std::next is begin() + i.
void eraseAtNext(Vector &v) {
  for (std::size_t i = 0; i < v.size(); ++i)
    if (v[i] == 2)
      v.erase(std::next(v.begin(), i)); // finding: mutate-while-iterating
}

// A while loop that counts in every turn.
void eraseInWhile(Vector &v) {
  std::size_t i = 0;
  while (i < v.size()) {
    if (v[i] == 2)
      v.erase(v.begin() + i); // finding: mutate-while-iterating
    ++i;
  }
}

// The index steps back after the erase.
void adjusted(Vector &v) {
  for (std::size_t i = 0; i < v.size(); ++i)
    if (v[i] == 2) {
      v.erase(v.begin() + i);
      --i;
    }
}

// Steps back inside the call.
void adjustedInCall(Vector &v) {
  for (std::size_t i = 0; i < v.size(); ++i)
    if (v[i] == 2)
      v.erase(v.begin() + i--);
}

// Counts only when nothing was erased.
void countInElse(Vector &v) {
  for (std::size_t i = 0; i < v.size();) {
    if (v[i] == 2)
      v.erase(v.begin() + i);
    else
      ++i;
  }
}

// continue keeps the index.
void countAfterContinue(Vector &v) {
  std::size_t i = 0;
  while (i < v.size()) {
    if (v[i] == 2) {
      v.erase(v.begin() + i);
      continue;
    }
    ++i;
  }
}

// From the back nothing moves that is still to be visited.
void backwards(Vector &v) {
  for (std::size_t i = v.size(); i-- > 0;)
    if (v[i] == 2)
      v.erase(v.begin() + i);
}

// From the back with a signed index.
void backwardsSigned(Vector &v) {
  for (int i = static_cast<int>(v.size()) - 1; i >= 0; --i)
    if (v[i] == 2)
      v.erase(v.begin() + i);
}

// Only one is erased, then the loop ends.
void eraseOne(Vector &v) {
  for (std::size_t i = 0; i < v.size(); ++i)
    if (v[i] == 2) {
      v.erase(v.begin() + i);
      break;
    }
}

// The same with return.
bool eraseOneReturn(Vector &v) {
  for (std::size_t i = 0; i < v.size(); ++i)
    if (v[i] == 2) {
      v.erase(v.begin() + i);
      return true;
    }
  return false;
}

// Growth does not hurt an index; the bound is asked again.
void grow(Vector &v) {
  for (std::size_t i = 0; i < v.size(); ++i)
    if (v[i] < 10)
      v.push_back(v[i] + 10);
}

// The old bound is still right after growth.
void growHoistedBound(Vector &v) {
  for (std::size_t i = 0, n = v.size(); i < n; ++i)
    v.push_back(v[i]);
}

// Another vector is erased from: the index walks the first.
void eraseOther(Vector &v, Vector &other, std::size_t k) {
  for (std::size_t i = 0; i < v.size(); ++i)
    if (v[i] == 2 && k < other.size())
      other.erase(other.begin() + k);
}

// A fixed position in a counted loop is no position of the index.
void dropFirst(Vector &v, int n) {
  for (int i = 0; i < n && !v.empty(); ++i)
    v.erase(v.begin());
}

// Taking from the back as often as asked.
void dropLast(Vector &v, int n) {
  for (int i = 0; i < n && !v.empty(); ++i)
    v.pop_back();
}

// The last element fills the hole; it is looked at next because the index stays.
void swapAndPop(Vector &v) {
  for (std::size_t i = 0; i < v.size();) {
    if (v[i] == 2) {
      v[i] = v.back();
      v.pop_back();
    } else {
      ++i;
    }
  }
}

// Insertion before the index and a double step.
void insertAndSkip(Vector &v) {
  for (std::size_t i = 0; i < v.size(); ++i)
    if (v[i] == 2) {
      v.insert(v.begin() + i, 7);
      ++i;
    }
}

EXECUTE(GOOD(eraseAtIndex) GOOD(adjusted) GOOD(adjustedInCall) GOOD(countInElse)
        GOOD(countAfterContinue) GOOD(backwards) GOOD(backwardsSigned) GOOD(eraseOne)
        GOOD(eraseOneReturn) GOOD(grow) GOOD(growHoistedBound) GOOD(eraseOther) GOOD(dropFirst)
        GOOD(dropLast) GOOD(swapAndPop) GOOD(insertAndSkip))

// Of three equal neighbours two stay; but who looks at the next element is taken to know what is left out.
void mergeEqualNeighbours(std::vector<int> &v) {
  for (std::size_t i = 0; i + 1 < v.size(); ++i)
    if (v[i] == v[i + 1])
      v.erase(v.begin() + i); // known-miss: mutate-while-iterating issue "The whole program"
}
