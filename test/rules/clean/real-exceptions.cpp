//===- real-exceptions.cpp - erasing in the block and in its handlers -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// The erasure is the last thing in the try block: a handler runs only when it was
// not reached, or failed without effect. Found in POCO's session pool.
// RUN: %check %s --std=c++17
#include <algorithm>
#include <list>
#include <map>

struct Session {
  bool good();
  void reset();
};

void putBack(std::list<Session *> &active, std::list<Session *> &idle, Session *session) {
  auto it = std::find(active.begin(), active.end(), session);
  if (it == active.end())
    return;
  try {
    if (session->good()) {
      session->reset();
      idle.push_front(session);
    }
    active.erase(it);
  } catch (...) {
    active.erase(it);
  }
}

// What the callee does not catch leaves the caller, too: it does not come back with the iterator of
// an earlier round. Found in libTorrent.
void ask(int *query);

class Queries {
  using Map = std::map<int, int *>;
  Map map_;
  Map::iterator fail(Map::iterator at, bool quick) {
    try {
      ask(at->second);
    } catch (int) {
      throw;
    }
    if (quick)
      return ++at;
    map_.erase(at++);
    return at;
  }

public:
  void receiveTimeout(int now) {
    Map::iterator it = map_.begin();
    while (it != map_.end()) {
      if (*it->second < now)
        it = fail(it, true);
      else
        it = fail(it, false);
    }
  }
};
