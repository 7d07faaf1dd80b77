//===- signals.cpp - signals and slots of Boost.Signals2 --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
//
// A signal calls what was connected to it.
#include "../Inputs/Execute.h"
#include <boost/bind/bind.hpp>
#include <boost/signals2.hpp>
#include <functional>
#include <vector>

template <class S> using Signal = boost::signals2::signal<S>;

// Clients tell whoever listens that they are closed.
struct Client {
  Signal<void(Client *)> closed;
  Signal<void()> polled;
  void poll() { closed(this); }
  void touch() { polled(); }
};
class Server {
public:
  void open() {
    Client *client = new Client;
    client->closed.connect([this](Client *c) { drop(c); });
    client->polled.connect([this] { ++polls; });
    clients.push_back(client);
  }
  void pollAll() {
    for (Client *c : clients)
      c->poll(); // finding: mutate-while-iterating
  }
  // The other signal's slot changes nothing here.
  void touchAll() {
    for (Client *c : clients)
      c->touch();
  }
  void pollCopy() {
    const std::vector<Client *> copy = clients;
    for (Client *c : copy)
      c->poll();
  }
  // After the loop.
  void pollLast() {
    Client *last = nullptr;
    for (Client *c : clients)
      last = c;
    if (last)
      last->poll();
  }
  void pollFirst() {
    for (Client *c : clients) {
      c->poll();
      break;
    }
  }
  // A client of another server: that one drops it.
  void pollOther(Server &other) {
    for (Client *c : clients)
      if (c)
        other.spare.poll();
  }
  Client spare;

private:
  void drop(Client *c) {
    for (std::size_t i = 0; i != clients.size(); ++i)
      if (clients[i] == c) {
        clients.erase(clients.begin() + i);
        return;
      }
    clients.clear();
  }
  std::vector<Client *> clients;
  int polls = 0;
};
static Server &server() {
  Server &s = *new Server;
  s.open();
  s.open();
  return s;
}
void pollAll() { server().pollAll(); }
void touchAll() { server().touchAll(); }
void pollCopy() { server().pollCopy(); }
void pollLast() { server().pollLast(); }
void pollFirst() { server().pollFirst(); }
void pollOther() { server().pollOther(server()); }

// All that may be connected.
class Panel {
public:
  struct Appender {
    void operator()(int) const { panel->items.push_back(1); }
    Panel *panel;
  };
  struct Counter {
    void operator()(int) const { ++panel->count; }
    Panel *panel;
  };
  Panel() {
    bound.connect(boost::bind(&Panel::append, this, boost::placeholders::_1));
    stdBound.connect(std::bind(&Panel::append, this, std::placeholders::_1));
    grouped.connect(0, [this](int item) { items.push_back(item); });
    front.connect([this](int item) { items.push_back(item); }, boost::signals2::at_front);
    functor.connect(Appender{this});
    function = [this](int item) { items.push_back(item); };
    wrapped.connect(function);
    handed([this](int item) { items.push_back(item); });
    several.connect([this](int) { ++count; });
    several.connect([this](int item) { append(item); });
    quiet.connect(boost::bind(&Panel::look, this, boost::placeholders::_1));
    quiet.connect(std::bind(&Panel::look, this, std::placeholders::_1));
    quiet.connect(Counter{this});
    quiet.connect(0, [this](int item) { others.push_back(item); });
  }
  void fireBound() {
    for (int item : items)
      bound(item); // finding: mutate-while-iterating
  }
  void fireStdBound() {
    for (int item : items)
      stdBound(item); // finding: mutate-while-iterating
  }
  void fireGrouped() {
    for (int item : items)
      grouped(item); // finding: mutate-while-iterating
  }
  void fireFront() {
    for (int item : items)
      front(item); // finding: mutate-while-iterating
  }
  void fireFunctor() {
    for (int item : items)
      functor(item); // finding: mutate-while-iterating
  }
  void fireWrapped() {
    for (int item : items)
      wrapped(item); // finding: mutate-while-iterating
  }
  void fireHanded() {
    for (int item : items)
      onHanded(item); // finding: mutate-while-iterating
  }
  void fireSeveral() {
    for (int item : items)
      several(item); // finding: mutate-while-iterating
  }
  void fireQuietly() {
    for (int item : items)
      quiet(item);
  }
  void fireUnconnected() {
    for (int item : items)
      unconnected(item);
  }
  // Deferred: the slot remembers, the loop is over when it happens.
  void fireDeferred() {
    for (int item : items)
      quiet(item);
    for (int item : others)
      bound(item);
  }
  // The slots of another panel's signal are that panel's.
  void fireThere(Panel &other) {
    for (int item : items)
      other.bound(item);
  }

private:
  void handed(const Signal<void(int)>::slot_type &slot) { onHanded.connect(slot); }
  void append(int item) { items.push_back(item); }
  void look(int item) { count += item; }
  std::vector<int> items = {1, 2, 3};
  std::vector<int> others;
  int count = 0;
  std::function<void(int)> function;
  Signal<void(int)> bound, stdBound, grouped, front, functor, wrapped, onHanded, several, quiet,
      unconnected;
};
static Panel &panel() { return *new Panel; }
void fireBound() { panel().fireBound(); }
void fireStdBound() { panel().fireStdBound(); }
void fireGrouped() { panel().fireGrouped(); }
void fireFront() { panel().fireFront(); }
void fireFunctor() { panel().fireFunctor(); }
void fireWrapped() { panel().fireWrapped(); }
void fireHanded() { panel().fireHanded(); }
void fireSeveral() { panel().fireSeveral(); }
void fireQuietly() { panel().fireQuietly(); }
void fireUnconnected() { panel().fireUnconnected(); }
void fireDeferred() { panel().fireDeferred(); }
void fireThere() { panel().fireThere(panel()); }

// All in one function.
void localSignal(std::vector<int> &v) {
  Signal<void(int)> changed;
  changed.connect([&](int x) { v.push_back(x); }); // finding: mutate-while-iterating
  for (int x : v)
    changed(x);
}
void localElsewhere(std::vector<int> &v, std::vector<int> &w) {
  Signal<void(int)> changed;
  changed.connect([&](int x) { w.push_back(x); });
  for (int x : v)
    changed(x);
}
void localBoth(std::vector<int> &v) {
  Signal<void(int)> changed, unchanged;
  int sum = 0;
  changed.connect([&](int x) { v.push_back(x); });
  unchanged.connect([&](int x) { sum += x; });
  for (int x : v)
    unchanged(x);
  changed(sum);
}
void localDisconnected(std::vector<int> &v) {
  Signal<void(int)> changed;
  changed.connect([&](int x) { v.push_back(x); });
  changed.disconnect_all_slots();
  for (int x : v)
    changed(x);
}
// The list of slots may change while it is walked: the signal walks a copy.
void connectWhileCalled(std::vector<int> &v) {
  Signal<void(int)> changed;
  changed.connect([&](int x) { changed.connect([x](int) {}); });
  for (int x : v)
    changed(x);
}
// Returned values are combined.
int collect(std::vector<int> &v) {
  Signal<int(int)> asked;
  asked.connect([&](int x) {
    v.push_back(x); // finding: mutate-while-iterating
    return x;
  });
  int sum = 0;
  for (int x : v)
    sum += *asked(x);
  return sum;
}
// By pointer.
struct Holder {
  Holder() : changed(new Signal<void()>) {
    changed->connect([this] { items.clear(); });
  }
  void fire() {
    for (int item : items)
      if (item)
        (*changed)(); // finding: mutate-while-iterating
  }
  std::vector<int> items = {1, 2, 3};
  Signal<void()> *changed;
};
void fireByPointer() { (new Holder)->fire(); }

EXECUTE(BAD(pollAll) GOOD(touchAll) GOOD(pollCopy) GOOD(pollLast) GOOD(pollFirst) GOOD(pollOther)
        BAD(fireBound) BAD(fireStdBound) BAD(fireGrouped) BAD(fireFront) BAD(fireFunctor)
        BAD(fireWrapped) BAD(fireHanded) BAD(fireSeveral) GOOD(fireQuietly) GOOD(fireUnconnected)
        GOOD(fireDeferred) GOOD(fireThere) BAD(localSignal) GOOD(localElsewhere) GOOD(localBoth)
        GOOD(localDisconnected) GOOD(connectWhileCalled) BAD(collect) BAD(fireByPointer))
