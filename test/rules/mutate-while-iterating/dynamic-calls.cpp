//===- dynamic-calls.cpp - changes in code that was registered --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
//
// Virtual functions, callbacks, observers, back pointers and destructors.
#include "../Inputs/Execute.h"
#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

// Clients know their server.
struct Server;
struct Client {
  explicit Client(Server *owner) : owner(owner) {}
  void poll();
  void closeIf(bool closing);
  void log() const {}
  Server *owner;
};
struct Server {
  std::vector<Client *> clients;
  std::vector<Client *> idle;
  void add() { clients.push_back(new Client(this)); }
  void drop(Client *c) { clients.erase(std::remove(clients.begin(), clients.end(), c), clients.end()); }
  void pollAll() {
    for (Client *c : clients)
      c->poll(); // finding: mutate-while-iterating
  }
  void logAll() {
    for (Client *c : clients)
      c->log();
  }
  void pollCopy() {
    auto copy = clients;
    for (Client *c : copy)
      c->poll();
  }
  void pollIdle() {
    for (Client *c : idle)
      c->poll();
  }
  void pollFirst() {
    for (Client *c : clients) {
      c->poll();
      break;
    }
  }
  void neverClose() {
    for (Client *c : clients)
      c->closeIf(false);
  }
  // The clients of another one belong to that one.
  void pollOther(Server &other) {
    for (Client *c : clients) {
      c->log();
      for (Client *theirs : std::vector<Client *>(other.clients))
        theirs->poll();
    }
  }
};
void Client::poll() {
  if (owner)
    owner->drop(this);
}
void Client::closeIf(bool closing) {
  if (closing)
    owner->drop(this);
}

static Server &twoClients() {
  Server &s = *new Server;
  s.add();
  s.add();
  s.idle = s.clients;
  return s;
}
void pollAll() { twoClients().pollAll(); }
void logAll() { twoClients().logAll(); }
void pollCopy() { twoClients().pollCopy(); }
void pollIdle() { twoClients().pollIdle(); }
void pollFirst() { twoClients().pollFirst(); }
void neverClose() { twoClients().neverClose(); }
void pollOther() { twoClients().pollOther(twoClients()); }

// Observers register with a subject, and keep it.
class Observer {
public:
  virtual ~Observer() = default;
  virtual void changed() = 0;
};
class Subject {
public:
  void add(Observer *o) { observers.push_back(o); }
  void remove(Observer *o) { observers.erase(std::find(observers.begin(), observers.end(), o)); }
  void notify() {
    for (Observer *o : observers)
      o->changed(); // finding: mutate-while-iterating
  }
  void notifyCopy() {
    std::vector<Observer *> now(observers);
    for (Observer *o : now)
      o->changed();
  }

private:
  std::vector<Observer *> observers;
};
class Counter : public Observer {
public:
  explicit Counter(Subject &s) { s.add(this); }
  void changed() override { ++count; }

private:
  int count = 0;
};
class Once : public Observer {
public:
  explicit Once(Subject &s) : subject(s) { subject.add(this); }
  void changed() override { subject.remove(this); }

private:
  Subject &subject;
};
static Subject &observed() {
  Subject &s = *new Subject;
  new Once(s);
  new Counter(s);
  new Once(s);
  return s;
}
void notifyAll() { observed().notify(); }
void notifyCopy() { observed().notifyCopy(); }

// Callbacks that an object registers with its own signals.
struct Signal {
  std::vector<std::function<void(int)>> slots;
  void connect(std::function<void(int)> slot) { slots.push_back(std::move(slot)); }
  void emit(int value) const {
    for (const auto &slot : slots)
      slot(value);
  }
};
class Chat {
public:
  Chat() {
    left.connect([this](int id) { members.erase(id); });
    spoke.connect([this](int id) { last = id; });
    onReset = [this] { members.clear(); };
  }
  void fill() { members = {{1, "one"}, {2, "two"}}; }
  void kickAll() {
    for (auto &member : members)
      left.emit(member.first); // finding: mutate-while-iterating
  }
  void kickFirst() {
    for (auto &member : members) {
      left.emit(member.first);
      break;
    }
  }
  void greetAll() {
    for (auto &member : members)
      spoke.emit(member.first);
  }
  void resetAll() {
    for (auto &member : members)
      if (member.first)
        onReset(); // finding: mutate-while-iterating
  }
  // Another one's callbacks change another one's members.
  void kickThere(const Chat &other) {
    for (auto &member : members)
      other.left.emit(member.first);
  }

private:
  std::map<int, std::string> members;
  Signal left;
  Signal spoke;
  std::function<void()> onReset;
  int last = 0;
};
static Chat &chat() {
  Chat &c = *new Chat;
  c.fill();
  return c;
}
void kickAll() { chat().kickAll(); }
void kickFirst() { chat().kickFirst(); }
void greetAll() { chat().greetAll(); }
void resetAll() { chat().resetAll(); }
void kickThere() { chat().kickThere(chat()); }

// A callback that is handed over and called at once.
static void forEach(const std::vector<int> &v, const std::function<void(int)> &f) {
  for (int x : v)
    f(x);
}
void appendEach(std::vector<int> &v) {
  forEach(v, [&](int x) { v.push_back(x); }); // finding: mutate-while-iterating
}
void appendElsewhere(std::vector<int> &v, std::vector<int> &w) {
  forEach(v, [&](int x) { w.push_back(x); });
}

// The base class says when, a derived one what.
class Job {
public:
  virtual ~Job() = default;
  virtual void step(std::vector<int> &queue) = 0;
};
class Count : public Job {
public:
  void step(std::vector<int> &) override { ++n; }
  int n = 0;
};
class Extend : public Job {
public:
  void step(std::vector<int> &queue) override { queue.push_back(1); }
};
void stepAll(std::vector<int> &queue, Job &job) {
  for (int x : queue) {
    (void)x;
    job.step(queue); // finding: mutate-while-iterating
  }
}
void stepExtend(std::vector<int> &queue) {
  Extend job;
  stepAll(queue, job);
}
void stepCount(std::vector<int> &queue) {
  Count job;
  for (int x : queue) {
    (void)x;
    job.step(queue);
  }
}

// A destructor that changes what is iterated.
class Registration {
public:
  Registration(std::vector<int> &list, int id) : list(list), id(id) { list.push_back(id); }
  ~Registration() { list.pop_back(); }

private:
  std::vector<int> &list;
  int id;
};
void registerWhileWalking(std::vector<int> &v) {
  for (int x : v)
    Registration r(v, x); // finding: mutate-while-iterating
}
void registerElsewhere(std::vector<int> &v, std::vector<int> &w) {
  for (int x : v)
    Registration r(w, x);
}

// A member of a local object refers to a parameter, and keeps doing so whatever is called in between.
struct Listener {
  virtual ~Listener() = default;
  virtual void on(int k) = 0;
};
class Resetting : public Listener {
public:
  explicit Resetting(std::vector<int> &list) : list(list) {}
  void on(int) override { list = std::vector<int>(); }

private:
  std::vector<int> &list;
};
void log(int k);
int resetThroughReference(std::vector<int> &v) {
  std::unique_ptr<Listener> listener = std::make_unique<Resetting>(v);
  log(1);
  auto it = v.begin();
  listener->on(1);
  return *it; // finding: invalidated-iterator
}
int resetOther(std::vector<int> &v, std::vector<int> &w) {
  std::unique_ptr<Listener> listener = std::make_unique<Resetting>(w);
  log(1);
  auto it = v.begin();
  listener->on(1);
  return *it;
}
#ifdef HOLDFAST_EXECUTE
void log(int) {}
#endif

EXECUTE(BAD(pollAll) GOOD(logAll) GOOD(pollCopy) GOOD(pollIdle) GOOD(pollFirst) GOOD(neverClose)
        GOOD(pollOther) BAD(notifyAll) GOOD(notifyCopy) BAD(kickAll) GOOD(kickFirst) GOOD(greetAll)
        BAD(resetAll) GOOD(kickThere) BAD(appendEach) GOOD(appendElsewhere) BAD(stepExtend)
        GOOD(stepCount) BAD(registerWhileWalking) GOOD(registerElsewhere)
        BAD(resetThroughReference) GOOD(resetOther))
