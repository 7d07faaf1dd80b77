//===- real-queues.cpp - elements move from queue to queue -*- C++ -*------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// What is before the found element moves to another queue; a swap would do if that were all, but
// the found element is not the end. Found in libTorrent.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <algorithm>
#include <array>
#include <deque>
#include <utility>
template <typename Type, int N> class Queues : private std::array<std::deque<Type>, N> {
public:
  using queue_type = std::deque<Type>;
  using base_type = std::array<queue_type, N>;
  using iterator = typename std::deque<Type>::iterator;
  iterator begin(int i) { return queue_at(i).begin(); }
  iterator end(int i) { return queue_at(i).end(); }
  void moveTo(int from, iterator first, iterator last, int to) {
    if (queue_at(to).empty() && first == queue_at(from).begin() && last == queue_at(from).end()) {
      queue_at(to).swap(queue_at(from));
    } else {
      queue_at(to).insert(queue_at(to).end(), first, last);
      queue_at(from).erase(first, last);
    }
  }
  Type take(int i, iterator at) {
    Type v = *at;
    queue_at(i).erase(at);
    return v;
  }
  queue_type &queue_at(int i) { return base_type::operator[](i); }
};
template <typename Q, typename F> std::pair<int, typename Q::iterator> findAny(Q &queues, F f) {
  for (int i = 0; i < 4; i++) {
    typename Q::iterator it = std::find_if(queues.begin(i), queues.end(i), f);
    if (it != queues.end(i))
      return std::make_pair(i, it);
  }
  return std::make_pair(4, queues.end(3));
}
struct Same {
  int *p;
  bool operator()(int *o) const { return *o == *p; }
};
enum { queued, unordered };
class Requests {
  using queues_type = Queues<int *, 4>;
  queues_type queues_;
  int *transfer_;
  int position_;
  void prepare(queues_type::iterator it) {
    queues_.moveTo(queued, queues_.begin(queued), it, unordered);
    position_ = 1;
  }

public:
  bool download(int *value) {
    std::pair<int, queues_type::iterator> found = findAny(queues_, Same{value});
    switch (found.first) {
    case queued:
      if (found.second != queues_.begin(queued))
        prepare(found.second);
      transfer_ = queues_.take(found.first, found.second);
      break;
    case unordered:
      transfer_ = queues_.take(found.first, found.second);
      break;
    default:
      return false;
    }
    return true;
  }
};
bool use(Requests &r, int *v) { return r.download(v); }

// The pair says that the iterator was found.
std::pair<int, std::deque<int>::iterator> findEither(std::deque<int> &a, std::deque<int> &b,
                                                     int x) {
  auto it = std::find(a.begin(), a.end(), x);
  if (it != a.end())
    return {0, it};
  return {1, b.end()};
}
int takeFound(std::deque<int> &a, std::deque<int> &b, int x) {
  auto found = findEither(a, b, x);
  if (found.first != 0)
    return 0;
  if (found.second == a.end())
    a.swap(b);
  return *found.second;
}
