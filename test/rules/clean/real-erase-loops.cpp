//===- real-erase-loops.cpp - how real programs erase in loops ---*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// The shapes in which the projects of docs/quality.md erase while they walk. All
// of them are right; nothing may be said about this file.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <algorithm>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

struct Peer {
  int fd = -1;
  bool done = false;
  bool poll();
  void close();
};

struct Hub {
  std::vector<int> sockets;
  std::map<int, std::string> names;
  std::vector<Peer *> peers;
  std::map<std::string, std::unique_ptr<Peer>> tunnels;
  std::map<std::string, std::pair<int, std::shared_ptr<Peer>>> pending;
  std::list<std::pair<Peer *, int>> callbacks;

  void dropFailed();
  void dropFinished();
  void killAll();
  void sweep(bool clean);
  void fail(const std::string &token);
  bool promote(const std::string &token);
  void expire(int now);
  void take(int index);
};

// Two containers keyed alike: the key is read from the walked one before its own erase.
void Hub::dropFailed() {
  for (auto it = sockets.begin(); it != sockets.end();) {
    if (*it < 0) {
      names.erase(*it);
      it = sockets.erase(it);
      continue;
    }
    ++it;
  }
}

// The element is copied, its slot erased, then the object deleted.
void Hub::dropFinished() {
  for (auto iter = peers.begin(); iter < peers.end();) {
    Peer *current = *iter;
    if (current->poll()) {
      iter = peers.erase(iter);
      delete current;
    } else {
      iter++;
    }
  }
}

// The same without a condition.
void Hub::killAll() {
  for (auto iter = peers.begin(); iter != peers.end();) {
    Peer *current = *iter;
    iter = peers.erase(iter);
    delete current;
  }
}

// A loop as `while`, the erase in one arm, the increment in the other.
void Hub::sweep(bool clean) {
  auto it = tunnels.begin();
  while (it != tunnels.end()) {
    if (clean && !it->second->done) {
      it->second->close();
      it = tunnels.erase(it);
    } else {
      it->second->done = false;
      it++;
    }
  }
}

// Find, use, erase: nothing is used after.
void Hub::fail(const std::string &token) {
  auto it = pending.find(token);
  if (it != pending.end()) {
    it->second.second->close();
    pending.erase(it);
  }
  it = pending.find(token + "!");
  if (it == pending.end())
    it = pending.begin();
  if (it != pending.end())
    pending.erase(it);
}

// Moved from one map to the other, then erased.
bool Hub::promote(const std::string &token) {
  auto it = pending.find(token);
  if (it == pending.end())
    return false;
  names[it->second.first] = it->first;
  pending.erase(it);
  return true;
}

// Erases an element after calling it.
void Hub::expire(int now) {
  for (auto it = callbacks.begin(); it != callbacks.end();) {
    if (it->second <= now) {
      it->first->close();
      it = callbacks.erase(it);
    } else
      ++it;
  }
}

// `erase` at a place, then on from what it returned, in a loop of its own.
void Hub::take(int index) {
  auto it = sockets.begin();
  std::advance(it, index);
  int gone = *it;
  it = sockets.erase(it);
  for (; it != sockets.end(); ++it)
    *it -= gone;
}

// Stepping back over the erased element, with the first element as a case of its own.
int takeFromTheBack(std::list<int> &packets, int wanted) {
  auto begin = packets.begin();
  auto it = packets.end();
  if (it == begin)
    return 0;
  --it;
  int sum = 0;
  while (wanted > 0) {
    sum += *it;
    --wanted;
    if (it != begin) {
      packets.erase(it--);
    } else {
      packets.erase(it);
      break;
    }
  }
  return sum;
}

// A worklist: the first element leaves before the others are inserted.
int settle(std::set<int> &open) {
  int steps = 0;
  while (!open.empty()) {
    std::set<int>::iterator first = open.begin();
    int value = *first;
    open.erase(first);
    for (int next = value / 2; next > 0; next /= 2) {
      open.erase(next);
      open.insert(next - 1);
    }
    ++steps;
  }
  return steps;
}

// Found, moved to the end, loop left.
void moveToEnd(std::list<int *> &paths, int *which) {
  for (std::list<int *>::iterator i = paths.begin(); i != paths.end(); ++i) {
    if (*i == which) {
      paths.erase(i);
      paths.push_back(which);
      break;
    }
  }
}

// On a list, erase(i++) and push_back keep i; it may reach what was appended.
void rotateNegative(std::list<int> &paths) {
  for (std::list<int>::iterator i = paths.begin(); i != paths.end();) {
    int value = *i;
    if (value < 0) {
      paths.erase(i++);
      paths.push_back(-value);
    } else {
      ++i;
    }
  }
}

// The index goes back by one after each erase.
void moveMatches(std::vector<int> &from, std::vector<int> &to, int key) {
  for (unsigned i = 0; i < from.size(); i++) {
    auto place = from.begin() + i;
    if (*place == key) {
      to.push_back(from[i]);
      from.erase(place);
      i--;
    }
  }
}

// A random element leaves in each round; the copy stays good.
int drawUntil(std::vector<std::shared_ptr<Peer>> leases, unsigned seed) {
  std::shared_ptr<Peer> found;
  while (!found && leases.size() > 0) {
    auto index = seed++ % leases.size();
    auto lease = leases[index];
    if (lease->fd >= 0)
      found = lease;
    leases.erase(leases.begin() + index);
  }
  return found ? found->fd : -1;
}

// A class that is a container: `this` is walked and changed.
class Flows : public std::map<int, std::vector<int>> {
public:
  int restrict(int via) {
    int erased = 0;
    for (iterator it = begin(); it != end();) {
      std::vector<int> &shares = it->second;
      shares.erase(std::remove(shares.begin(), shares.end(), via), shares.end());
      if (shares.empty()) {
        erased += it->first;
        this->erase(it++);
      } else {
        ++it;
      }
    }
    return erased;
  }
};

// Two maps merged: each step erases from one of them and steps in the other.
void mergeFlows(std::map<int, std::string> &old, std::map<int, std::string> &fresh) {
  for (auto it = old.begin(); it != old.end();) {
    auto other = fresh.find(it->first);
    if (other == fresh.end()) {
      if (it->first < 0) {
        ++it;
      } else {
        std::string kept;
        it->second.swap(kept);
        old.erase(it++);
        for (auto c = kept.begin(); c != kept.end(); ++c)
          *c = ' ';
      }
    } else {
      it->second.swap(other->second);
      fresh.erase(other);
      ++it;
    }
  }
  old.insert(fresh.begin(), fresh.end());
}

// An iterator into one vector, while another is compacted and grown.
int sweepLine(const std::vector<std::pair<int, int>> &segments) {
  std::vector<std::pair<int, int>> active;
  auto next = segments.begin();
  int y = 0;
  while (!active.empty() || next != segments.end()) {
    active.erase(std::remove_if(active.begin(), active.end(),
                                [y](const std::pair<int, int> &s) { return s.second <= y; }),
                 active.end());
    while (next != segments.end() && next->first <= y) {
      active.push_back(*next);
      ++next;
    }
    ++y;
  }
  return y;
}

// A cursor that wraps around.
void roundRobin(std::list<int> &vehicles, int budget) {
  auto iter = vehicles.begin();
  while (iter != vehicles.end() && budget-- > 0) {
    if (*iter == 0) {
      iter = vehicles.erase(iter);
    } else {
      --*iter;
      ++iter;
    }
    if (iter == vehicles.end())
      iter = vehicles.begin();
  }
}

// Only the first element is erased: the loop is a way to say "if there is one".
std::string withoutFirst(std::list<std::string> words) {
  for (std::list<std::string>::iterator it = words.begin(); it != words.end(); ++it) {
    words.erase(it);
    break;
  }
  return words.empty() ? "" : words.front();
}

// A node is replaced in place before the first match; the insertion keeps the list's iterators.
void insertOnce(std::list<int *> &blocks, int *fresh) {
  for (auto it = blocks.begin(); it != blocks.end();) {
    if (**it == 1) {
      delete *it;
      it = blocks.erase(it);
      continue;
    }
    if (fresh && **it == 2) {
      blocks.insert(it, fresh);
      fresh = nullptr;
    }
    ++it;
  }
  if (fresh)
    blocks.push_back(fresh);
}

// The values of one container name what leaves the other.
void eraseNamed(std::map<std::string, std::vector<std::string>> &properties,
                const std::vector<std::string> &single) {
  for (std::vector<std::string>::const_iterator it = single.begin(); it != single.end(); ++it) {
    if (properties[*it].size() == 1)
      properties.erase(*it);
    else
      properties[*it].erase(properties[*it].begin());
  }
}

// Reassigned over two containers of a kind.
void removeTwice(std::list<int *> &all, std::map<int, std::list<int *>> &byKind, int *which) {
  std::list<int *>::iterator it = std::find(all.begin(), all.end(), which);
  all.erase(it);
  it = std::find(byKind[*which].begin(), byKind[*which].end(), which);
  byKind[*which].erase(it);
  delete which;
}

// The one before the loop's iterator goes, and the one after that is where the loop is (MegaGlest).
void condense(std::list<int> &path) {
  if (path.size() < 2)
    return;
  std::list<int>::iterator previous, current;
  previous = current = path.begin();
  while (++current != path.end()) {
    if (*current - *previous < 3)
      // known-false-alarm@+1: mutate-while-iterating issue "Quality on real code"
      previous = path.erase(previous);
    else
      ++previous;
  }
}
