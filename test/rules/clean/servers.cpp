//===- servers.cpp - servers, schedulers and their tables -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Right code; nothing may be said about this file.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <queue>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

struct Connection {
  int fd = -1;
  bool closed = false;
  std::string input;
  std::deque<std::string> output;
  std::uint64_t lastSeen = 0;
};

class Server {
  std::map<int, Connection> connections;
  std::unordered_map<std::string, std::set<int>> rooms;
  std::vector<int> pollSet;

public:
  void accept(int fd) {
    auto [it, inserted] = connections.try_emplace(fd);
    if (inserted)
      pollSet.push_back(fd);
    it->second.fd = fd;
    it->second.closed = false;
  }
  void close(int fd) {
    auto it = connections.find(fd);
    if (it == connections.end())
      return;
    for (auto &[name, members] : rooms)
      members.erase(fd);
    pollSet.erase(std::remove(pollSet.begin(), pollSet.end(), fd), pollSet.end());
    connections.erase(it);
  }
  void closeIdle(std::uint64_t now) {
    std::vector<int> idle;
    for (const auto &[fd, connection] : connections)
      if (now - connection.lastSeen > 60)
        idle.push_back(fd);
    for (int fd : idle)
      close(fd);
  }
  void sweep() {
    for (auto it = connections.begin(); it != connections.end();) {
      if (it->second.closed) {
        for (auto &room : rooms)
          room.second.erase(it->first);
        it = connections.erase(it);
      } else {
        ++it;
      }
    }
    for (auto room = rooms.begin(); room != rooms.end();)
      room = room->second.empty() ? rooms.erase(room) : std::next(room);
  }
  void broadcast(const std::string &room, const std::string &text) {
    auto it = rooms.find(room);
    if (it == rooms.end())
      return;
    for (int fd : it->second)
      if (auto c = connections.find(fd); c != connections.end())
        c->second.output.push_back(text);
  }
  void join(int fd, const std::string &room) { rooms[room].insert(fd); }
  void leave(int fd, const std::string &room) {
    auto it = rooms.find(room);
    if (it != rooms.end() && it->second.erase(fd) && it->second.empty())
      rooms.erase(it);
  }
  void moveAll(const std::string &from, const std::string &to) {
    auto node = rooms.extract(from);
    if (node.empty())
      return;
    if (auto it = rooms.find(to); it != rooms.end()) {
      it->second.merge(node.mapped());
    } else {
      node.key() = to;
      rooms.insert(std::move(node));
    }
  }
  void flush(Connection &c) {
    while (!c.output.empty()) {
      const std::string &front = c.output.front();
      if (front.empty() && c.output.size() > 10) {
        c.closed = true;
        break;
      }
      c.lastSeen += front.size();
      c.output.pop_front();
    }
  }
  void consumeLines(Connection &c) {
    std::size_t at;
    while ((at = c.input.find('\n')) != std::string::npos) {
      std::string line = c.input.substr(0, at);
      c.input.erase(0, at + 1);
      broadcast("all", line);
    }
  }
};

class Scheduler {
  struct Job {
    int priority;
    std::string name;
    int remaining;
  };
  std::list<Job> jobs;

public:
  void add(Job job) {
    auto it = std::find_if(jobs.begin(), jobs.end(),
                           [&](const Job &j) { return j.priority < job.priority; });
    jobs.insert(it, std::move(job));
  }
  void tick() {
    if (jobs.empty())
      return;
    auto &job = jobs.front();
    if (--job.remaining == 0)
      jobs.pop_front();
    else
      jobs.splice(jobs.end(), jobs, jobs.begin());
  }
  bool cancel(const std::string &name) {
    for (auto it = jobs.begin(); it != jobs.end(); ++it)
      if (it->name == name) {
        jobs.erase(it);
        return true;
      }
    return false;
  }
  void promote(int by) {
    for (auto &job : jobs)
      job.priority += by;
    jobs.sort([](const Job &a, const Job &b) { return a.priority > b.priority; });
  }
  void dropFinished() {
    jobs.remove_if([](const Job &j) { return j.remaining <= 0; });
  }
  std::list<Job> takeUrgent() {
    std::list<Job> urgent;
    for (auto it = jobs.begin(); it != jobs.end();) {
      auto next = std::next(it);
      if (it->priority > 9)
        urgent.splice(urgent.end(), jobs, it);
      it = next;
    }
    return urgent;
  }
};

class Retry {
  std::map<std::string, int> attempts;
  std::deque<std::string> queue;

public:
  void run(const std::function<bool(const std::string &)> &attempt) {
    for (std::size_t n = queue.size(); n > 0; --n) {
      std::string job = std::move(queue.front());
      queue.pop_front();
      if (attempt(job)) {
        attempts.erase(job);
      } else if (++attempts[job] < 3) {
        queue.push_back(std::move(job));
      }
    }
  }
};

class Inventory {
  std::map<std::string, int> stock;

public:
  bool take(const std::string &item, int n) {
    auto it = stock.find(item);
    if (it == stock.end() || it->second < n)
      return false;
    it->second -= n;
    if (it->second == 0)
      stock.erase(it);
    return true;
  }
  void merge(const Inventory &other) {
    for (const auto &[item, n] : other.stock)
      stock[item] += n;
  }
  void transfer(Inventory &to) {
    for (auto &[item, n] : stock)
      to.stock[item] += n;
    stock.clear();
  }
};

class History {
  std::vector<std::string> undo, redo;

public:
  void record(std::string state) {
    undo.push_back(std::move(state));
    redo.clear();
    if (undo.size() > 100)
      undo.erase(undo.begin());
  }
  bool back() {
    if (undo.empty())
      return false;
    redo.push_back(std::move(undo.back()));
    undo.pop_back();
    return true;
  }
};

class RateLimiter {
  std::unordered_map<std::string, std::deque<std::uint64_t>> hits;

public:
  bool allow(const std::string &client, std::uint64_t now) {
    auto &times = hits[client];
    while (!times.empty() && times.front() + 60 < now)
      times.pop_front();
    if (times.size() >= 10)
      return false;
    times.push_back(now);
    return true;
  }
  void forget(std::uint64_t now) {
    for (auto it = hits.begin(); it != hits.end();) {
      auto &times = it->second;
      if (times.empty() || times.back() + 3600 < now)
        it = hits.erase(it);
      else
        ++it;
    }
  }
};
