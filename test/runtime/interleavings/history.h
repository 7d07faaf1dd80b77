//===- history.h - could these calls have happened one after the other? *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Linearizability (Herlihy and Wing, TOPLAS 1990) of a few calls, by trying their orders (Wing and
// Gong, JPDC 1993).
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_RUNTIME_HISTORY_H
#define HOLDFAST_TEST_RUNTIME_HISTORY_H

#include "explorer.h"

#include <map>
#include <string>

namespace holdfast::test {

/// What the map should hold, for int keys and values.
using model = std::map<int, int>;

/// The calls of one execution.
class history {
public:
  history(explorer &e, model start) : explorer_(e), start_(std::move(start)) {}

  /// Makes a call. spec: what it returns, and does, if it has the model for itself.
  template <class Call> void call(std::string name, Call call, std::function<int(model &)> spec) {
    const std::size_t i = calls_.size();
    explorer_.learn(); // Who begins it knows which calls have ended.
    calls_.push_back({std::move(name), explorer_.now(), 0, 0, std::move(spec)});
    const int result = call();
    explorer_.tell();
    calls_[i].result = result;
    calls_[i].end = explorer_.now();
  }

  /// There is an order of the calls that keeps each before those that began after it had ended, and
  /// in which each returns what it has returned and `left` remains.
  bool is_linearizable(const model &left) const {
    std::vector<bool> done(calls_.size());
    return from(start_, left, done, 0);
  }
  std::string describe() const {
    std::string text;
    for (const one &c : calls_)
      text += c.name + " -> " + std::to_string(c.result) + " [" + std::to_string(c.begin) + ", " +
              std::to_string(c.end) + "]\n";
    return text;
  }

private:
  struct one {
    std::string name;
    std::uint64_t begin, end;
    int result;
    std::function<int(model &)> spec;
  };

  bool from(const model &now, const model &left, std::vector<bool> &done, std::size_t n) const {
    if (n == calls_.size())
      return now == left;
    std::uint64_t first_end = ~std::uint64_t{0};
    for (std::size_t i = 0; i < calls_.size(); ++i)
      if (!done[i])
        first_end = std::min(first_end, calls_[i].end);
    for (std::size_t i = 0; i < calls_.size(); ++i) {
      if (done[i] || calls_[i].begin > first_end)
        continue;
      model next = now;
      if (calls_[i].spec(next) != calls_[i].result)
        continue;
      done[i] = true;
      if (from(next, left, done, n + 1))
        return true;
      done[i] = false;
    }
    return false;
  }

  explorer &explorer_;
  model start_;
  std::vector<one> calls_;
};

} // namespace holdfast::test

#endif // HOLDFAST_TEST_RUNTIME_HISTORY_H
