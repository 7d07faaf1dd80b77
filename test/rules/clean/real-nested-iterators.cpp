//===- real-nested-iterators.cpp - iterators that hold two iterators -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// A map of queues that is walked as one list: its iterator is at a queue, and in that queue, which
// is of no meaning at the first parcel. It steps on before its queue goes. Found in OpenTTD. RUN:
// %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <list>
#include <map>
#include <utility>

struct Parcel {
  int weight;
};
struct Depot : std::map<int, std::list<Parcel *>> {
  using Queues = std::map<int, std::list<Parcel *>>;
  class iterator {
    friend struct Depot;
    std::list<Parcel *>::iterator place;
    Queues::iterator queue;
    bool isInside = false;

  public:
    iterator() = default;
    iterator(Queues::iterator queue) : queue(queue) {}
    Parcel *&operator*() const { return isInside ? *place : *queue->second.begin(); }
    int destination() const { return queue->first; }
    iterator &operator++() {
      if (isInside) {
        if (++place == queue->second.end()) {
          ++queue;
          isInside = false;
        }
      } else {
        place = ++queue->second.begin();
        if (place == queue->second.end())
          ++queue;
        else
          isInside = true;
      }
      return *this;
    }
    friend bool operator==(const iterator &a, const iterator &b) {
      return a.queue == b.queue && a.isInside == b.isInside && (!a.isInside || a.place == b.place);
    }
    friend bool operator!=(const iterator &a, const iterator &b) { return !(a == b); }
  };

  iterator erase(iterator it) {
    std::list<Parcel *> &queue = it.queue->second;
    if (it.isInside) {
      it.place = queue.erase(it.place);
      if (it.place == queue.end()) {
        ++it.queue;
        it.isInside = false;
      }
    } else {
      queue.erase(queue.begin());
      if (queue.empty())
        Queues::erase(it.queue++);
    }
    return it;
  }
  std::pair<iterator, iterator> parcelsTo(int destination) {
    auto [first, last] = Queues::equal_range(destination);
    return {first, last};
  }
};

struct Loader {
  int room;
  bool take(Parcel *parcel) { return (room -= parcel->weight) > 0; }
};
bool load(Depot &depot, Loader &loader, int destination) {
  auto range = depot.parcelsTo(destination);
  for (Depot::iterator it(range.first); it != range.second && it.destination() == destination;) {
    if (loader.room == 0)
      return false;
    if (!loader.take(*it))
      return false;
    it = depot.erase(it);
  }
  return true;
}

// The same, and the iterator stays where it was.
int loadOne(Depot &depot) {
  Depot::iterator it(depot.Queues::begin());
  depot.Queues::erase(it.destination());
  return it.destination(); // known-miss: invalidated-iterator issue "The whole program"
}
