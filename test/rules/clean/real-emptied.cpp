//===- real-emptied.cpp - no element is left to lose ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// What is emptied or shortened leaves the iterator at the end, and the end is all that it is
// compared with. Found in aMule, libTorrent and LLVM.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <map>
#include <vector>

// The map is cleared only when it is empty, so the iterator is its end.
struct Socket {
  bool solving = false;
};
class Connector {
public:
  void checkTimeouts(unsigned now);

private:
  void tryAnother();
  void startAgain();
  std::map<unsigned, Socket *> attempts_;
};
void Connector::checkTimeouts(unsigned now) {
  for (auto it = attempts_.begin(); it != attempts_.end();) {
    if (now - it->first <= 30) {
      ++it;
      continue;
    }
    unsigned key = it->first;
    Socket *socket = it->second;
    ++it;
    if (!socket->solving) {
      attempts_.erase(key);
      tryAnother();
      delete socket;
    }
  }
}
void Connector::tryAnother() {
  if (attempts_.empty())
    startAgain();
}
void Connector::startAgain() { attempts_.clear(); }

// The last element takes the place of the one that goes.
struct Peer {
  bool closed = false;
};
class Peers {
public:
  using iterator = std::vector<Peer *>::iterator;
  iterator begin() { return peers_.begin(); }
  iterator end() { return peers_.end(); }
  void erase(iterator position) {
    Peer *peer = *position;
    *position = peers_.back();
    peers_.pop_back();
    delete peer;
  }

private:
  std::vector<Peer *> peers_;
};
void dropClosed(Peers &peers) {
  for (Peers::iterator it = peers.begin(); it != peers.end();)
    if ((*it)->closed)
      peers.erase(it);
    else
      ++it;
}
void dropOne(std::vector<int> &numbers, int number) {
  for (auto it = numbers.begin(); it != numbers.end();) {
    if (*it != number) {
      ++it;
      continue;
    }
    *it = numbers.back();
    numbers.pop_back();
  }
}

// An iterator at what was the last one is the end.
bool endsAtLast(std::vector<int> &numbers) {
  if (numbers.empty())
    return true;
  auto last = numbers.end() - 1;
  numbers.pop_back();
  return last == numbers.end() || *last == 0;
}
