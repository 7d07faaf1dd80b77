//===- real-flags.cpp - flags that say that a walk is under way -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// A flag or a counter says that a walk is under way, so that the container is left alone meanwhile.
// In Exiv2's TiffReader what is met while the deferred components are visited is not deferred again.
// RUN: %check %s --std=c++17
#include <algorithm>
#include <cstdio>
#include <functional>
#include <list>
#include <memory>
#include <string>
#include <vector>

namespace exiv2 {

class Reader;
class Component {
public:
  virtual ~Component() = default;
  void accept(Reader &reader) { doAccept(reader); }

private:
  virtual void doAccept(Reader &reader) = 0;
};

class Reader {
public:
  void visitArray(Component *array);
  void visitEntry(Component *entry);
  void postProcess();

private:
  void read(Component *entry);
  std::vector<Component *> deferred;
  std::string text;
  bool isPostProcessing = false;
};

class Array : public Component {
  void doAccept(Reader &reader) override { reader.visitArray(this); }
};
class Entry : public Component {
  void doAccept(Reader &reader) override { reader.visitEntry(this); }
};
class Directory : public Component {
  void doAccept(Reader &reader) override {
    for (const std::unique_ptr<Component> &part : parts)
      part->accept(reader);
  }
  std::vector<std::unique_ptr<Component>> parts;
};

void Reader::read(Component *) {
  text += "entry ";
  std::printf("%s\n", text.c_str());
}
void Reader::visitEntry(Component *entry) { read(entry); }
void Reader::visitArray(Component *array) {
  if (!isPostProcessing) {
    read(array);
    deferred.push_back(array);
    return;
  }
  read(array);
}
void Reader::postProcess() {
  isPostProcessing = true;
  for (auto pos = deferred.begin(); pos != deferred.end(); ++pos)
    (*pos)->accept(*this);
  isPostProcessing = false;
}

} // namespace exiv2

namespace holes {

class Observer {
public:
  virtual ~Observer() = default;
  virtual void changed() = 0;
};

// Observers that go while they are told leave a hole.
class Subject {
public:
  void remove(Observer *o) {
    if (walks != 0)
      std::replace(observers.begin(), observers.end(), o, static_cast<Observer *>(nullptr));
    else
      observers.erase(std::remove(observers.begin(), observers.end(), o), observers.end());
  }
  void notify() {
    ++walks;
    for (Observer *o : observers)
      if (o)
        o->changed();
    --walks;
  }

private:
  std::vector<Observer *> observers;
  int walks = 0;
};

class Fleeting : public Observer {
public:
  explicit Fleeting(Subject &s) : subject(s) {}
  void changed() override { subject.remove(this); }

private:
  Subject &subject;
};
class Lasting : public Observer {
  void changed() override { std::puts("changed"); }
};

} // namespace holes

namespace callbacks {

class Bus {
public:
  void removeAll(int topic) {
    if (isDelivering)
      removed.push_back(topic);
    else
      handlers.erase(std::remove_if(handlers.begin(), handlers.end(),
                                    [&](const Handler &h) { return h.topic == topic; }),
                     handlers.end());
  }
  void add(int topic, std::function<void(Bus &)> f) {
    if (!isDelivering)
      handlers.push_back({topic, std::move(f)});
  }
  void deliver() {
    isDelivering = true;
    for (Handler &h : handlers)
      h.run(*this);
    isDelivering = false;
  }
  void once(int topic) {
    add(topic, [topic](Bus &bus) { bus.removeAll(topic); });
  }

private:
  struct Handler {
    int topic;
    std::function<void(Bus &)> run;
  };
  std::vector<Handler> handlers;
  std::vector<int> removed;
  bool isDelivering = false;
};

} // namespace callbacks

namespace reset {

// The flag is taken back by what the loop calls.
class Queue {
public:
  void add(int job) {
    if (isRunning)
      return;
    jobs.push_back(job);
  }
  void finish() { isRunning = false; }
  void run() {
    isRunning = true;
    for (int job : jobs) {
      if (job < 0)
        finish();
      add(job + 1); // finding: mutate-while-iterating
    }
  }

private:
  std::vector<int> jobs;
  bool isRunning = false;
};

} // namespace reset

namespace begun {

// What only the constructor calls gives the flag its first value; a script may do anything, but
// nobody takes the mark back (OpenClonk's C4ScriptGuiWindow).
void runScript();
class Window {
public:
  Window() { init(); }
  void close() {
    closeAll();
    runScript();
    if (!wasRemoved)
      parent->remove(this);
  }
  void closeAll() {
    for (Window *child : children) {
      child->wasRemoved = true;
      child->close();
    }
    children.clear();
  }
  void remove(Window *child) {
    child->wasRemoved = true;
    child->close();
    children.remove(child);
    delete child;
  }
  Window *parent = nullptr;

private:
  void init() { wasRemoved = false; }
  std::list<Window *> children;
  bool wasRemoved;
};

} // namespace begun

namespace reused {

// Here the mark is taken back.
void runScript();
class Window {
public:
  void reuse() { wasRemoved = false; }
  void close() {
    closeAll();
    runScript();
    if (!wasRemoved)
      parent->remove(this);
  }
  void closeAll() {
    for (Window *child : children) {
      child->wasRemoved = true;
      child->close(); // finding: mutate-while-iterating
      child->reuse();
    }
  }
  void remove(Window *child) {
    child->wasRemoved = true;
    children.remove(child);
    delete child;
  }
  Window *parent = nullptr;

private:
  std::list<Window *> children;
  bool wasRemoved = false;
};

} // namespace reused
