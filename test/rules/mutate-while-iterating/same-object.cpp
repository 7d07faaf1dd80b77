//===- same-object.cpp - which object a pointer leads to --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
//
// Nobody in the chain of calls says which object a pointer leads to. When it is the only way of
// its class to such an object, and one of them is among the callers, it is presumed to be that one.
#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <vector>

// Somebody else gave the pointer.
struct Window;
struct Decoration {
  explicit Decoration(Window *window) : window(window) {}
  virtual ~Decoration() = default;
  virtual void update() = 0;
  Window *window;
};
struct Window {
  std::vector<std::unique_ptr<Decoration>> decorations;
  std::vector<std::unique_ptr<Decoration>> shadows;
  void remove(Decoration *which) {
    for (auto i = decorations.begin(); i != decorations.end(); ++i)
      if (i->get() == which) {
        decorations.erase(i);
        return;
      }
  }
  void updateAll() {
    for (auto &d : decorations)
      d->update(); // finding: mutate-while-iterating likely
  }
  void updateShadows() {
    for (auto &d : shadows)
      d->update();
  }
};
struct GroupBar : Decoration {
  using Decoration::Decoration;
  void update() override { window->remove(this); }
};

// An edge knows two nodes: which of them is it?
struct Node;
struct Edge {
  Node *from, *to;
  void cutFrom();
  void cutTo();
};
struct Node {
  std::vector<Edge *> edges;
  void remove(Edge *e) { edges.erase(std::remove(edges.begin(), edges.end(), e), edges.end()); }
  void cutAll() {
    for (Edge *e : edges)
      e->cutTo();
  }
};
void Edge::cutTo() { to->remove(this); }
void Edge::cutFrom() { from->remove(this); }

// A tree: a child's only pointer to a node is its parent.
struct Item {
  Item *parent = nullptr;
  std::set<Item *> children;
  ~Item() {
    if (parent)
      parent->children.erase(this);
  }
  void attach(Item *child) {
    children.insert(child);
    child->parent = this;
  }
  void clear() {
    for (Item *child : children)
      delete child; // finding: mutate-while-iterating likely
    children.clear();
  }
  void clearDetached() {
    for (Item *child : children) {
      child->parent = nullptr;
      delete child;
    }
    children.clear();
  }
  void clearFront() {
    while (!children.empty())
      delete *children.begin();
  }
};

// The only manager that anything leads to.
struct Manager;
Manager *theManager;
struct Actor {
  void act();
};
struct Manager {
  std::vector<Actor *> actors;
  void add(Actor *a) { actors.push_back(a); }
  void actAll() {
    for (Actor *a : actors)
      a->act(); // finding: mutate-while-iterating likely
  }
  void actSome() {
    std::vector<Actor *> some = actors;
    for (Actor *a : some)
      a->act();
  }
};
void Actor::act() { theManager->add(this); }

// A list that is a member of the only server, and nowhere else.
struct Task {
  virtual ~Task() = default;
  virtual void run() = 0;
};
struct TaskList {
  std::vector<Task *> tasks;
  void add(Task *t) { tasks.push_back(t); }
  void runAll() {
    for (Task *t : tasks)
      t->run(); // finding: mutate-while-iterating likely
  }
};
struct Server {
  TaskList pending;
};
extern Server server;
struct Restart : Task {
  void run() override { server.pending.add(this); }
};

// There are two lists: nobody knows which one is run.
struct Job {
  virtual ~Job() = default;
  virtual void run() = 0;
};
struct JobList {
  std::vector<Job *> jobs;
  void add(Job *j) { jobs.push_back(j); }
  void runAll() {
    for (Job *j : jobs)
      j->run();
  }
};
struct Office {
  JobList now, later;
  void work() { now.runAll(); later.runAll(); }
};
extern Office office;
struct Postpone : Job {
  void run() override { office.later.add(this); }
};

// What a weak_ptr leads to.
struct Torrent;
struct Peer {
  std::weak_ptr<Torrent> torrent;
  void tick();
};
struct Torrent {
  std::vector<Peer *> peers;
  void connect(Peer *p) { peers.push_back(p); }
  void tick() {
    for (Peer *p : peers)
      p->tick(); // finding: mutate-while-iterating likely
  }
};
void Peer::tick() {
  if (std::shared_ptr<Torrent> t = torrent.lock())
    t->connect(this);
}

// Both hold a pointer to the one client.
struct Client;
struct Transfer {
  Client *client;
  void fail();
};
struct Client {
  std::vector<Transfer *> transfers;
  void remove(Transfer *t) { transfers.erase(std::find(transfers.begin(), transfers.end(), t)); }
};
void Transfer::fail() { client->remove(this); }
struct Api {
  Client *client;
  void failAll() {
    for (Transfer *t : client->transfers)
      t->fail(); // finding: mutate-while-iterating likely
  }
};

// A loop in a callee, over what only this caller gives it.
struct Registry {
  std::vector<int> entries;
  void grow() { entries.push_back(1); }
  static void visit(const std::vector<int> &all, Registry &r) {
    for (int entry : all)
      if (entry)
        r.grow(); // finding: mutate-while-iterating likely
  }
  void visitOwn() {
    int &first = entries.front();
    visit(entries, *this); // note: "this happens when it is called by 'Registry::visitOwn' here"
    first = 1; // finding: invalidated-reference
  }
  static void look(const std::vector<int> &all, Registry &r) {
    for (int entry : all)
      if (entry)
        r.grow();
  }
  void lookOther(const std::vector<int> &other) {
    int &first = entries.front();
    first = 1;
    look(other, *this);
  }
};

// An owner's chain: what `inner` of an error leads to is no parent. Found in LLVM.
struct Error {
  virtual ~Error();
};
struct Wrapped : Error {
  std::unique_ptr<Error> inner;
};
struct Result {
  Error *payload;
  ~Result() {
    if (payload)
      delete payload;
  }
  std::unique_ptr<Error> take() {
    Error *taken = payload;
    payload = nullptr;
    return std::unique_ptr<Error>(taken);
  }
};
Error *release(Result result) { return result.take().release(); }

// A counted reference may be to anything that is counted, but not to the pool that runs. Found in POCO.
struct Counted {
  int count = 1;
  virtual ~Counted();
  void release() {
    if (--count == 0)
      delete this;
  }
};
struct Ref {
  Counted *pointer;
  ~Ref() {
    if (pointer)
      pointer->release();
  }
};
struct Pool : Counted {
  std::vector<Ref> idle;
  ~Pool() override;
  void purge() {
    for (auto i = idle.begin(); i != idle.end();)
      i = i->pointer->count ? i + 1 : idle.erase(i);
  }
};
Pool::~Pool() { idle.clear(); }

// Private data: a part's pointer to its whole, and to the parent of that.
struct Context;
struct ContextData {
  Context *const whole;
  Context *parent = nullptr;
  std::vector<Context *> children;
  explicit ContextData(Context *c) : whole(c) {}
  void removeChild(Context *c);
  void addLast();
};
struct Context {
  ContextData *d;
  explicit Context(Context *parent) : d(new ContextData(this)) { d->parent = parent; }
  ~Context() {
    if (d->parent)
      d->parent->d->removeChild(this);
    delete d;
  }
  void clean() {
    for (Context *child : d->children)
      delete child; // finding: mutate-while-iterating likely
  }
  void cleanCopy() {
    std::vector<Context *> copy = d->children;
    for (Context *child : copy)
      delete child;
  }
  // The data of the child has other children.
  void fillAll() {
    for (Context *child : d->children)
      child->d->addLast();
  }
};
void ContextData::removeChild(Context *c) {
  std::vector<Context *> &all = whole->d->children;
  all.erase(std::find(all.begin(), all.end(), c));
}
void ContextData::addLast() { whole->d->children.push_back(whole); }

// One of several queues: what an element takes out of one is itself, what it puts into one is not.
struct Queues;
struct Parcel {
  Queues *queues;
  int priority = 0;
  void cancel();
  void copy();
};
struct Queues {
  std::vector<Parcel *> waiting[2];
  void cancelAll() {
    for (int i = 0; i != 2; ++i)
      for (Parcel *p : waiting[i])
        p->cancel(); // finding: mutate-while-iterating likely
  }
  void copyAll() {
    for (int i = 0; i != 2; ++i)
      for (Parcel *p : waiting[i])
        p->copy();
  }
};
void Parcel::cancel() {
  std::vector<Parcel *> &own = queues->waiting[priority];
  own.erase(std::find(own.begin(), own.end(), this));
}
void Parcel::copy() { queues->waiting[0].push_back(new Parcel{queues}); }

// Two instances of one class template are two classes. Found in LLVM.
template <class Result> struct Results {
  std::map<int, std::unique_ptr<Result>> kept;
  std::vector<int> order;
  void clear() { order.clear(); }
  void forget() {
    for (int id : order)
      kept.erase(id);
  }
};
struct InnerProxy {
  Results<int> *inner;
  ~InnerProxy() { inner->clear(); }
};
void forgetAll(Results<InnerProxy> &outer) { outer.forget(); }
struct OwnProxy {
  Results<OwnProxy> *outer;
  ~OwnProxy();
};
template <> inline void Results<OwnProxy>::forget() {
  for (int id : order)
    kept.erase(id); // finding: mutate-while-iterating likely
}
OwnProxy::~OwnProxy() { outer->clear(); }

// A constructor that throws when there is an object already: the one that it makes is not there yet.
// Found in Fluxbox.
class Session {
public:
  Session() {
    if (instance)
      throw 1;
    instance = this;
  }
  void drop(int id) { ids.erase(id); }
  std::set<int> ids;
  static Session *instance;
};
void dropAll() {
  Session session;
  session.ids = {1, 2, 3};
  for (int id : session.ids)
    Session::instance->drop(id); // finding: mutate-while-iterating
}
