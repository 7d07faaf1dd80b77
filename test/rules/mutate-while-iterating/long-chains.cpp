//===- long-chains.cpp - changes that many calls lead to --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s
//
// Most calls on the way change containers that nobody walks: a log, an index.
#include <list>
#include <map>
#include <string>
#include <vector>

struct Session {
  virtual ~Session() = default;
  virtual void tick(int now) = 0;
};

class Log {
public:
  void line(int level, const char *text) {
    if (level == 0)
      lines_.push_back(text);
    else if (level == 1)
      lines_.push_back(std::string("warning: ") + text);
    else if (level == 2)
      lines_.push_back(std::string("error: ") + text);
    else if (level == 3)
      lines_.clear();
    for (auto &sink : sinks_)
      if (sink.second > level)
        recent_.push_back(text);
    if (recent_.size() > 100)
      recent_.clear();
  }

private:
  std::vector<std::string> lines_, recent_;
  std::map<int, int> sinks_;
};

class Server {
public:
  void tickAll(int now);
  void tickCopy(int now);
  void drop(Session *gone);
  Log messages;

private:
  std::vector<Session *> sessions_;
};

class Player : public Session {
public:
  explicit Player(Server &home) : home_(home) {}
  void tick(int now) override {
    home_.messages.line(0, "tick");
    if (now > 1)
      home_.messages.line(1, "late");
    if (now > 2)
      home_.messages.line(2, "later");
    if (now > 3)
      home_.messages.line(3, "latest");
    for (int i = 0; i != 3; ++i) {
      home_.messages.line(i, "tick");
      home_.messages.line(now, "tick");
      home_.messages.line(now + i, "tick");
    }
    step(now);
  }

private:
  void step(int now) {
    home_.messages.line(0, "step");
    if (now > 4)
      home_.messages.line(1, "late");
    if (now > 5)
      home_.messages.line(2, "later");
    if (now > 6)
      home_.messages.line(3, "latest");
    for (int i = 0; i != 3; ++i) {
      home_.messages.line(i, "step");
      home_.messages.line(now, "step");
      home_.messages.line(now + i, "step");
    }
    expire(now);
  }
  void expire(int now) {
    home_.messages.line(0, "expire");
    if (now > 7)
      home_.messages.line(1, "late");
    if (now > deadline_)
      leave();
  }
  void leave() {
    home_.messages.line(0, "leave");
    home_.messages.line(1, "now");
    home_.drop(this);
  }

  Server &home_;
  int deadline_ = 10;
};

void Server::drop(Session *gone) {
  messages.line(0, "drop");
  for (auto i = sessions_.begin(); i != sessions_.end(); ++i)
    if (*i == gone) {
      sessions_.erase(i);
      return;
    }
}

void Server::tickAll(int now) {
  for (Session *each : sessions_)
    each->tick(now); // finding: mutate-while-iterating
}

void Server::tickCopy(int now) {
  const std::vector<Session *> copy = sessions_;
  for (Session *each : copy)
    each->tick(now);
}
