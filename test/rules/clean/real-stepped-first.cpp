//===- real-stepped-first.cpp - loops that step, then erase by key *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// The loop steps before it erases what it was at, by its key, or by the name of what is kept there.
// Found in Anope.
// RUN: %check %s --std=c++17
#include <list>
#include <map>
#include <set>
#include <string>

class Module;
struct Query {
  int error = 0;
};
class Request;
class Manager {
public:
  virtual ~Manager() = default;
  virtual void removeRequest(Request *r) = 0;
};
class Request {
  Manager *manager;

public:
  unsigned short id = 0;
  Module *creator;
  Request(Manager *m, Module *c) : manager(m), creator(c) {}
  virtual ~Request() { manager->removeRequest(this); }
  virtual void onError(const Query *) {}
};
class MyManager : public Manager {
public:
  std::map<unsigned short, Request *> requests;
  void add(Request *r) {
    r->id = 3;
    requests[r->id] = r;
  }
  void removeRequest(Request *r) override { requests.erase(r->id); }
};
struct Requests {
  MyManager manager;
  void unload(Module *m) {
    for (std::map<unsigned short, Request *>::iterator it = manager.requests.begin(),
                                                       end = manager.requests.end();
         it != end;) {
      unsigned short id = it->first;
      Request *r = it->second;
      ++it;
      if (r->creator == m) {
        Query q;
        r->onError(&q);
        delete r;
        manager.requests.erase(id);
      }
    }
  }
};

struct Service {
  std::string name;
  Service(const std::string &n) : name(n) {}
  virtual ~Service();
};
struct Provider : Service {
  bool ssl;
  Provider(const std::string &n) : Service(n) {}
};
struct MyProvider : Provider {
  MyProvider(const std::string &n) : Provider(n) {}
};
struct PlainTable {
  std::map<std::string, MyProvider *> providers;
  void reload(const std::set<std::string> &existing) {
    for (std::map<std::string, MyProvider *>::iterator it = providers.begin(),
                                                       end = providers.end();
         it != end;) {
      Provider *p = it->second;
      ++it;
      if (existing.count(p->name) == 0) {
        providers.erase(p->name);
        delete p;
      }
    }
  }
};
struct FilledTable {
  std::map<std::string, MyProvider *> providers;
  void load(const std::string &hname) {
    auto *p = new MyProvider(hname);
    providers[hname] = p;
  }
  void reload(const std::set<std::string> &existing) {
    for (auto it = providers.begin(), end = providers.end(); it != end;) {
      Provider *p = it->second;
      ++it;
      if (existing.count(p->name) == 0) {
        providers.erase(p->name);
        delete p;
      }
    }
  }
};
struct LoggedTable {
  std::map<std::string, MyProvider *> providers;
  void log(const std::string &);
  void reload(const std::set<std::string> &existing) {
    for (auto it = providers.begin(), end = providers.end(); it != end;) {
      Provider *p = it->second;
      ++it;
      if (existing.count(p->name) == 0) {
        log("Removing" + p->name);
        providers.erase(p->name);
        delete p;
      }
    }
  }
};

// By the name of what is kept in the element that comes next.
struct Ahead {
  std::map<std::string, MyProvider *> providers;
  void reload(const std::set<std::string> &existing) {
    for (auto it = providers.begin(), end = providers.end(); it != end;) {
      ++it;
      if (it == end)
        break;
      Provider *next = it->second;
      if (existing.count(next->name) == 0) {
        providers.erase(next->name); // finding: mutate-while-iterating
        delete next;
      }
    }
  }
};

//===--- an iterator that a function is given by reference -------------------===//
// What somebody else is asked about the element changes neither of the two (OpenClonk's C4Shader).
bool isWanted(const char *source);
struct Slice {
  std::string source;
};
class Shader {
public:
  void removeFrom(std::list<Slice>::iterator &slice) {
    std::list<Slice>::iterator next;
    for (; slice != slices.end(); slice = next) {
      next = slice;
      next++;
      if (isWanted(slice->source.c_str()))
        slices.erase(slice);
    }
  }

private:
  std::list<Slice> slices;
};
