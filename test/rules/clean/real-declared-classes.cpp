//===- real-declared-classes.cpp - virtual calls on objects of a known class *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// The callee takes any message, and one kind of them has the loop's list changed when it is queued;
// here it gets another kind. Found in aria2.
// RUN: %check %s --std=c++17
#include <deque>
#include <memory>
#include <utility>
#include <vector>

class Dispatcher;
struct Message {
  explicit Message(Dispatcher &d) : dispatcher(d) {}
  virtual ~Message() = default;
  virtual void onQueued() {}
  Dispatcher &dispatcher;
};
struct Cancel : Message {
  using Message::Message;
};
struct Late : Cancel {
  using Cancel::Cancel;
  void onQueued() override;
};
struct Request : Message {
  using Message::Message;
  void onQueued() override;
};
struct Factory {
  virtual ~Factory() = default;
  virtual std::unique_ptr<Request> createRequest() = 0;
  virtual std::unique_ptr<Cancel> createCancel() = 0;
};
struct Slot {
  int index = 0;
};
class Dispatcher {
  std::deque<std::unique_ptr<Slot>> slots;
  std::vector<std::unique_ptr<Message>> queue;
  Factory *factory;

public:
  void addSlot(std::unique_ptr<Slot> slot) { slots.push_back(std::move(slot)); }
  void add(std::unique_ptr<Message> message) {
    message->onQueued();
    queue.push_back(std::move(message));
  }
  void see(Message &message) { message.onQueued(); }
  void cancelAll() {
    for (auto &slot : slots)
      if (slot->index)
        add(factory->createCancel());
  }
  void cancelThis(Cancel *cancel) {
    for (auto &slot : slots)
      if (slot->index) {
        Message *message = cancel;
        see(*message);
      }
  }
  void requestAll() {
    for (auto &slot : slots)
      if (slot->index)
        add(factory->createRequest()); // finding: mutate-while-iterating
  }
  void seeAny(Message &message) {
    for (auto &slot : slots)
      if (slot->index)
        see(message); // finding: mutate-while-iterating
  }
};
void Request::onQueued() { dispatcher.addSlot(std::make_unique<Slot>()); }
void Late::onQueued() {}

// It is of a class derived from the declared one that does.
class Later;
struct Base {
  virtual ~Base() = default;
  virtual void run() {}
};
struct Middle : Base {};
struct Deep : Middle {
  Later *later;
  void run() override;
};
class Later {
  std::vector<int> all;

public:
  void grow() { all.push_back(1); }
  void call(Base *b) { b->run(); }
  void walk(Middle *middle) {
    for (int x : all)
      if (x)
        call(middle); // finding: mutate-while-iterating
  }
};
void Deep::run() { later->grow(); }

// A predicate that changes another list than the one that is searched.
class Group;
template <class T> struct List {
  std::deque<T> seq;
  void push_front(const T &t) { seq.push_front(t); }
  template <class Pred> void remove_if(Pred pred) {
    auto first = seq.begin(), last = seq.end();
    for (; first != last && !pred(*first); ++first)
      ;
    if (first == last)
      return;
    seq.erase(first);
  }
};
using Groups = List<Group *>;
class Stopped {
  Groups &reserved;

public:
  explicit Stopped(Groups &r) : reserved(r) {}
  bool operator()(Group *group) {
    if (group)
      reserved.push_front(group);
    return true;
  }
};
class Manager {
  Groups groups, reserved;

public:
  void removeStopped() { groups.remove_if(Stopped(reserved)); }
};
