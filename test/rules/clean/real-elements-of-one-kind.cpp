//===- real-elements-of-one-kind.cpp - what all elements are ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Only monitors are in the list of monitors, so ending one does not come to what the end of a
// daemon does. Found in icecream. RUN: %check %s --std=c++17,c++20
#include <list>
#include <map>

struct Server {
  enum Type { Unknown, Monitor, Daemon } type = Unknown;
  bool send();
};
static std::list<Server *> monitors;
static std::map<int, Server *> jobs;

static void end(Server *gone);

static void notify() {
  for (std::list<Server *>::iterator it = monitors.begin(); it != monitors.end();) {
    Server *monitor = *it++;
    if (!monitor->send())
      end(monitor);
  }
}
static void end(Server *gone) {
  switch (gone->type) {
  case Server::Monitor:
    monitors.remove(gone);
    break;
  case Server::Daemon:
    for (std::map<int, Server *>::iterator it = jobs.begin(); it != jobs.end();) {
      if (it->second == gone) {
        notify(); // known-false-alarm: mutate-while-iterating issue "Quality on real code"
        jobs.erase(it++);
      } else {
        ++it;
      }
    }
    break;
  default:
    break;
  }
  delete gone;
}
void login(Server *server, bool isMonitor) {
  server->type = isMonitor ? Server::Monitor : Server::Daemon;
  if (isMonitor)
    monitors.push_back(server);
}
void logout(Server *server) { end(server); }
