//===- stepped-before.cpp - the loop steps, then it calls -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// A loop that steps before it calls survives that its own element goes, and not that the next one
// does. icecream's scheduler: a server logs in, and a stale one of the same name goes instead.
// RUN: %check %s --std=c++17,c++20
#include <list>
#include <map>
#include <string>

struct Server {
  int fd;
  std::string name;
};
static std::map<int, Server *> byFd;
static std::list<Server *> daemons;

static void end(Server *server) {
  daemons.remove(server);
  byFd.erase(server->fd);
  delete server;
}

static void endStale(Server *server) {
  for (std::list<Server *>::iterator it = daemons.begin(); it != daemons.end();) {
    Server *old = *it;
    ++it;
    if (old != server && old->name == server->name)
      end(old);
  }
}
void pollAll() {
  for (std::map<int, Server *>::const_iterator it = byFd.begin(); it != byFd.end();) {
    Server *server = it->second;
    ++it;
    endStale(server); // known-miss: mutate-while-iterating issue "The whole program"
  }
}

// Its own element: that is what it steps for.
void endAll() {
  for (std::map<int, Server *>::const_iterator it = byFd.begin(); it != byFd.end();) {
    Server *server = it->second;
    ++it;
    end(server);
  }
}
