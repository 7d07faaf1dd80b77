//===- stored-callables.cpp - callables and where they are kept -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
//
// A loop calls what was stored long before: who is it, and what does it change?
#include "../Inputs/Execute.h"
#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

using Handler = std::function<void()>;

// A setter stores its parameter; another one hands its own on.
class Button {
public:
  void onClick(Handler f) { click = f; }
  void onMove(Handler f) { move = std::move(f); }
  void onKey(const Handler &f) { key = f; }
  void onHover(Handler f) { setHover(std::move(f)); }
  void fireClick() const { click(); }
  void fireMove() const { move(); }
  void fireKey() const { key(); }
  void fireHover() const { hover(); }
  void fireIdle() const { idle(); }

private:
  void setHover(Handler f) { hover = std::move(f); }
  Handler click, move, key, hover;
  Handler idle = [] {};
};
class Panel {
public:
  Panel() {
    copied.onClick([this] { items.push_back(1); });
    moved.onMove([this] { items.push_back(2); });
    referred.onKey([this] { items.push_back(3); });
    handedOn.onHover([this] { items.push_back(4); });
    quiet.onClick([this] { ++clicks; });
    quiet.onMove([this] { clicked.push_back(clicks); });
  }
  void clickEach() {
    for (int item : items)
      if (item)
        copied.fireClick(); // finding: mutate-while-iterating
  }
  void moveEach() {
    for (int item : items)
      if (item)
        moved.fireMove(); // finding: mutate-while-iterating
  }
  void keyEach() {
    for (int item : items)
      if (item)
        referred.fireKey(); // finding: mutate-while-iterating
  }
  void hoverEach() {
    for (int item : items)
      if (item)
        handedOn.fireHover(); // finding: mutate-while-iterating
  }
  // What the other button does is of no interest here.
  void clickQuietly() {
    for (int item : items)
      if (item) {
        quiet.fireClick();
        quiet.fireMove();
        quiet.fireIdle();
      }
  }
  // Another panel's button changes another panel.
  void clickThere(const Panel &other) {
    for (int item : items)
      if (item)
        other.copied.fireClick();
  }

private:
  std::vector<int> items = {1, 2, 3};
  std::vector<int> clicked;
  Button copied, moved, referred, handedOn, quiet;
  int clicks = 0;
};
static Panel &panel() { return *new Panel; }
void clickEach() { panel().clickEach(); }
void moveEach() { panel().moveEach(); }
void keyEach() { panel().keyEach(); }
void hoverEach() { panel().hoverEach(); }
void clickQuietly() { panel().clickQuietly(); }
void clickThere() { panel().clickThere(panel()); }

// A constructor stores its parameter.
class Timer {
public:
  explicit Timer(Handler f) : expired(f) {}
  Timer(int delay, Handler f) : expired(std::move(f)), delay(delay) {}
  void fire() const { expired(); }

private:
  Handler expired;
  int delay = 0;
};
class Scheduler {
public:
  Scheduler()
      : own([this] { jobs.push_back(1); }), later(7, [this] { jobs.push_back(2); }),
        quiet(7, [this] { ++runs; }), unique(std::make_unique<Timer>([this] { jobs.push_back(3); })),
        quietUnique(std::make_unique<Timer>([this] { ++runs; })) {
    shared = std::make_shared<Timer>(7, [this] { jobs.push_back(4); });
    raw = new Timer([this] { jobs.push_back(5); });
  }
  void runOwn() {
    for (int job : jobs)
      if (job)
        own.fire(); // finding: mutate-while-iterating
  }
  void runLater() {
    for (int job : jobs)
      if (job)
        later.fire(); // finding: mutate-while-iterating
  }
  void runUnique() {
    for (int job : jobs)
      if (job)
        unique->fire(); // finding: mutate-while-iterating
  }
  void runShared() {
    for (int job : jobs)
      if (job)
        shared->fire(); // finding: mutate-while-iterating
  }
  void runRaw() {
    for (int job : jobs)
      if (job)
        raw->fire(); // finding: mutate-while-iterating
  }
  void runQuietly() {
    for (int job : jobs)
      if (job) {
        quiet.fire();
        quietUnique->fire();
      }
  }
  void runCopy() {
    const std::vector<int> copy = jobs;
    for (int job : copy)
      if (job) {
        own.fire();
        unique->fire();
      }
  }

private:
  std::vector<int> jobs = {1, 2, 3};
  Timer own, later, quiet;
  std::unique_ptr<Timer> unique, quietUnique;
  std::shared_ptr<Timer> shared;
  Timer *raw = nullptr;
  int runs = 0;
};
static Scheduler &scheduler() { return *new Scheduler; }
void runOwn() { scheduler().runOwn(); }
void runLater() { scheduler().runLater(); }
void runUnique() { scheduler().runUnique(); }
void runShared() { scheduler().runShared(); }
void runRaw() { scheduler().runRaw(); }
void runQuietly() { scheduler().runQuietly(); }
void runCopy() { scheduler().runCopy(); }

// A member starts with a callable.
struct Cache {
  std::map<int, int> entries = {{1, 1}, {2, 2}};
  int hits = 0;
  Handler flush = [this] { entries.clear(); };
  Handler count = [this] { ++hits; };
  void flushEach() {
    for (auto &entry : entries)
      if (entry.first)
        flush(); // finding: mutate-while-iterating
  }
  void countEach() {
    for (auto &entry : entries)
      if (entry.first)
        count();
  }
};
void flushEach() { (new Cache)->flushEach(); }
void countEach() { (new Cache)->countEach(); }

// Handlers by name.
class Menu {
public:
  Menu() {
    assigned["new"] = [this] { entries.push_back("a"); };
    inserted.insert({"new", [this] { entries.push_back("b"); }});
    paired.insert(std::make_pair(std::string("new"), [this] { entries.push_back("p"); }));
    emplaced.emplace("new", [this] { entries.push_back("c"); });
    replaced.insert_or_assign("new", [this] { entries.push_back("d"); });
    add("new", [this] { entries.push_back("e"); });
    quiet["new"] = [this] { ++count; };
    quiet.emplace("old", [this] { ++count; });
  }
  void runAssigned() {
    for (const std::string &entry : entries)
      if (!entry.empty())
        assigned["new"](); // finding: mutate-while-iterating
  }
  void runInserted() {
    for (const std::string &entry : entries)
      if (!entry.empty())
        inserted.at("new")(); // finding: mutate-while-iterating
  }
  void runPaired() {
    for (const std::string &entry : entries)
      if (!entry.empty())
        paired.at("new")(); // finding: mutate-while-iterating
  }
  void runEmplaced() {
    for (const std::string &entry : entries)
      if (!entry.empty())
        emplaced.find("new")->second(); // finding: mutate-while-iterating
  }
  void runReplaced() {
    for (const std::string &entry : entries)
      for (auto &[name, handler] : replaced)
        if (name != entry) {
          handler(); // finding: mutate-while-iterating
          break;
        }
  }
  void runAdded() {
    for (const std::string &entry : entries)
      if (auto it = added.find("new"); it != added.end() && !entry.empty())
        it->second(); // finding: mutate-while-iterating
  }
  void runQuietly() {
    for (const std::string &entry : entries)
      for (auto &handler : quiet)
        if (handler.first != entry)
          handler.second();
  }

private:
  void add(const std::string &name, Handler f) { added[name] = std::move(f); }
  std::vector<std::string> entries = {"x", "y"};
  std::map<std::string, Handler> assigned, inserted, paired, emplaced, replaced, added, quiet;
  int count = 0;
};
static Menu &menu() { return *new Menu; }
void runAssigned() { menu().runAssigned(); }
void runInserted() { menu().runInserted(); }
void runPaired() { menu().runPaired(); }
void runEmplaced() { menu().runEmplaced(); }
void runReplaced() { menu().runReplaced(); }
void runAdded() { menu().runAdded(); }
void runMenuQuietly() { menu().runQuietly(); }

// Entries that hold a handler among other things.
struct Entry {
  int id;
  Handler handler;
};
struct Slot {
  Slot(int id, Handler f) : id(id), handler(std::move(f)) {}
  int id;
  Handler handler;
};
class Bus {
public:
  Bus() {
    listed.push_back({1, [this] { topics.push_back(1); }});
    named.push_back(Entry{1, [this] { topics.push_back(2); }});
    emplaced.emplace_back(1, [this] { topics.push_back(3); });
    paired.emplace_back(1, [this] { topics.push_back(4); });
    subscribe(1, [this] { topics.push_back(5); });
    quiet.push_back({1, [this] { ++sent; }});
    Entry filled;
    filled.id = 2;
    filled.handler = [this] { topics.push_back(6); };
    copied.push_back(filled);
  }
  void sendListed() {
    for (int topic : topics)
      for (auto &entry : listed)
        if (entry.id != topic)
          entry.handler(); // finding: mutate-while-iterating
  }
  void sendNamed() {
    for (int topic : topics)
      for (const auto &[id, handler] : named)
        if (id != topic)
          handler(); // finding: mutate-while-iterating
  }
  void sendEmplaced() {
    for (int topic : topics)
      for (auto &entry : emplaced)
        if (entry.id != topic)
          entry.handler(); // finding: mutate-while-iterating
  }
  void sendPaired() {
    for (int topic : topics)
      for (auto &entry : paired)
        if (entry.first != topic)
          entry.second(); // finding: mutate-while-iterating
  }
  void sendSubscribed() {
    for (int topic : topics)
      for (auto &entry : subscribed)
        if (entry.id != topic)
          entry.handler(); // finding: mutate-while-iterating
  }
  void sendCopied() {
    for (int topic : topics)
      for (auto &entry : copied)
        if (entry.id != topic)
          entry.handler(); // finding: mutate-while-iterating
  }
  void sendQuietly() {
    for (int topic : topics)
      for (auto &entry : quiet)
        if (entry.id != topic)
          entry.handler();
  }

private:
  void subscribe(int id, Handler f) { subscribed.push_back({id, std::move(f)}); }
  std::vector<int> topics = {7, 8, 9};
  std::vector<Entry> listed, named, subscribed, copied, quiet;
  std::vector<Slot> emplaced;
  std::vector<std::pair<int, Handler>> paired;
  int sent = 0;
};
static Bus &bus() { return *new Bus; }
void sendListed() { bus().sendListed(); }
void sendNamed() { bus().sendNamed(); }
void sendEmplaced() { bus().sendEmplaced(); }
void sendPaired() { bus().sendPaired(); }
void sendSubscribed() { bus().sendSubscribed(); }
void sendCopied() { bus().sendCopied(); }
void sendQuietly() { bus().sendQuietly(); }

// The entries are changed by one of their own handlers.
class Requests {
public:
  void request(int id, const Handler &f) { pending.push_back({id, f}); }
  void answerAll() {
    for (auto &entry : pending)
      entry.handler(); // finding: mutate-while-iterating
  }
  void answerCopies() {
    const std::vector<Entry> now = pending;
    for (auto &entry : now)
      entry.handler();
  }

private:
  std::vector<Entry> pending;
};
class Loader {
public:
  Loader() {
    requests.request(1, [this] { requests.request(2, [] {}); });
    requests.request(3, [] {});
  }
  Requests requests;
};
void answerAll() { (new Loader)->requests.answerAll(); }
void answerCopies() { (new Loader)->requests.answerCopies(); }

// Methods, bound to their object.
class Tray {
public:
  Tray() {
    using namespace std::placeholders;
    bound.onClick(std::bind(&Tray::clear, this));
    partly = std::bind(&Tray::append, this, _1);
    constant = std::bind(&Tray::append, this, 7);
    quiet.onClick(std::bind(&Tray::count, this));
  }
  void clickEach() {
    for (int icon : icons)
      if (icon)
        bound.fireClick(); // finding: mutate-while-iterating
  }
  void appendEach() {
    for (int icon : icons)
      partly(icon); // finding: mutate-while-iterating
  }
  void appendConstant() {
    for (int icon : icons)
      if (icon)
        constant(); // finding: mutate-while-iterating
  }
  void countEach() {
    for (int icon : icons)
      if (icon)
        quiet.fireClick();
  }

private:
  void clear() { icons.clear(); }
  void append(int icon) { icons.push_back(icon); }
  void count() { ++clicks; }
  std::vector<int> icons = {1, 2, 3};
  Button bound, quiet;
  std::function<void(int)> partly;
  std::function<void()> constant;
  int clicks = 0;
};
static Tray &tray() { return *new Tray; }
void bindAll() { tray().clickEach(); }
void bindPartly() { tray().appendEach(); }
void bindConstant() { tray().appendConstant(); }
void bindQuietly() { tray().countEach(); }

// An algorithm calls what a member of the object around it does.
class Host {
public:
  explicit Host(const std::function<void(int)> &added) : added(added) {}
  void add(int item) { items.push_back(item); }
  void drop(int item) { items.erase(std::find(items.begin(), items.end(), item)); }
  void announce() {
    std::for_each(items.begin(), items.end(), added); // finding: mutate-while-iterating // finding: invalidated-iterator
  }
  void announceCopy() {
    const std::vector<int> copy = items;
    std::for_each(copy.begin(), copy.end(), added);
  }

private:
  std::vector<int> items = {1, 2, 3};
  std::function<void(int)> added;
};
class Bar {
public:
  Bar() : host(std::bind(&Bar::onAdd, this, std::placeholders::_1)) {}
  Host host;

private:
  void onAdd(int item) {
    if (item == 2)
      host.drop(item);
  }
};
void announce() { (new Bar)->host.announce(); }
void announceCopy() { (new Bar)->host.announceCopy(); }

// Which method to call is handed in.
class Watcher {
public:
  virtual ~Watcher() = default;
  virtual void changed(std::vector<int> &) {}
  virtual void closed(std::vector<int> &) {}
};
class Writer : public Watcher {
public:
  void changed(std::vector<int> &log) override { log.push_back(1); }
};
static void tellLog(std::vector<int> &log, Watcher &watcher,
                    void (Watcher::*method)(std::vector<int> &)) {
  for (int entry : log)
    if (entry)
      (watcher.*method)(log); // finding: mutate-while-iterating
}
void tellChanged(std::vector<int> &log) {
  Writer writer;
  tellLog(log, writer, &Watcher::changed);
}
static void closeLog(std::vector<int> &log, Watcher &watcher,
                     void (Watcher::*method)(std::vector<int> &)) {
  for (int entry : log)
    if (entry)
      (watcher.*method)(log);
}
void tellClosed(std::vector<int> &log) {
  Writer writer;
  closeLog(log, writer, &Watcher::closed);
}
class Watched {
public:
  void add(int id) { ids.push_back(id); }
  void grow() { ids.push_back(0); }
  void look() {}
  template <class Method> void each(Method method) {
    for (int id : ids)
      if (id)
        (this->*method)(); // finding: mutate-while-iterating
  }
  template <class Method> void eachQuietly(Method method) {
    for (int id : ids)
      if (id)
        (this->*method)();
  }

private:
  std::vector<int> ids = {1, 2, 3};
};
void growEach() { (new Watched)->each(&Watched::grow); }
void lookAtEach() { (new Watched)->eachQuietly(&Watched::look); }

// What is registered belongs to a local variable.
void localObject() {
  Requests requests;
  requests.request(1, [&] { requests.request(2, [] {}); });
  requests.request(3, [] {});
  requests.answerAll(); // finding: mutate-while-iterating
}
// An object whose address somebody has is no copy.
struct Answerer {
  explicit Answerer(Requests *requests) : requests(requests) {}
  Requests *requests;
};
void localAddress() {
  Requests requests;
  std::vector<Answerer *> answerers;
  answerers.push_back(new Answerer(&requests));
  requests.request(1, [&] { requests.request(2, [] {}); });
  requests.request(3, [] {});
  requests.answerAll(); // finding: mutate-while-iterating
}
void localMember() {
  struct {
    Requests first, second;
  } both;
  both.first.request(1, [&] { both.second.request(2, [] {}); });
  both.first.request(3, [] {});
  both.first.answerAll();
}

EXECUTE(BAD(clickEach) BAD(moveEach) BAD(keyEach) BAD(hoverEach) GOOD(clickQuietly) GOOD(clickThere)
        BAD(runOwn) BAD(runLater) BAD(runUnique) BAD(runShared) BAD(runRaw) GOOD(runQuietly) GOOD(runCopy)
        BAD(flushEach) GOOD(countEach)
        BAD(runAssigned) BAD(runInserted) BAD(runPaired) BAD(runEmplaced) BAD(runReplaced) BAD(runAdded)
        GOOD(runMenuQuietly)
        BAD(sendListed) BAD(sendNamed) BAD(sendEmplaced) BAD(sendPaired) BAD(sendSubscribed) BAD(sendCopied)
        GOOD(sendQuietly) BAD(answerAll) GOOD(answerCopies) BAD(bindAll) BAD(bindPartly)
        BAD(bindConstant) GOOD(bindQuietly) BAD(announce) GOOD(announceCopy) BAD(tellChanged)
        GOOD(tellClosed) BAD(growEach) GOOD(lookAtEach) BAD(localObject) BAD(localAddress)
        GOOD(localMember))
