//===- callers.cpp - locks that are held by who calls the caller ----------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <list>
#include <map>
#include <mutex>

// Who closes a client, holds the lock of the object that keeps it (MPD, HttpdClient::LockClose).
class Client;
class Output {
public:
  void add(Client *client) {
    std::lock_guard<std::mutex> guard(mutex);
    clients.push_back(client);
  }
  bool hasClients() const {
    std::lock_guard<std::mutex> guard(mutex);
    return !clients.empty();
  }
  void clear() {
    std::lock_guard<std::mutex> guard(mutex);
    clients.clear();
  }
  void removeClient(Client &client) { clients.remove(&client); }
  mutable std::mutex mutex;

private:
  std::list<Client *> clients;
};
class Client {
public:
  explicit Client(Output &output) : output(output) {}
  void lockClose() {
    std::lock_guard<std::mutex> guard(output.mutex);
    close();
  }
  bool write(int page) {
    std::lock_guard<std::mutex> guard(output.mutex);
    if (page < 0)
      return fail();
    return true;
  }

private:
  bool fail() {
    close();
    return false;
  }
  void close() { output.removeClient(*this); }
  Output &output;
};

// One of them does not.
class Peer;
class Room {
public:
  void add(Peer *peer) {
    std::lock_guard<std::mutex> guard(mutex);
    peers.push_back(peer);
  }
  bool hasPeers() const {
    std::lock_guard<std::mutex> guard(mutex);
    return !peers.empty();
  }
  void clear() {
    std::lock_guard<std::mutex> guard(mutex);
    peers.clear();
  }
  void remove(Peer &peer) {
    peers.remove(&peer); // finding: inconsistent-lock "'peers' without 'mutex'"
  }
  mutable std::mutex mutex;

private:
  std::list<Peer *> peers;
};
class Peer {
public:
  explicit Peer(Room &room) : room(room) {}
  void lockLeave() {
    std::lock_guard<std::mutex> guard(room.mutex);
    leave();
  }
  void onError() { leave(); }

private:
  void leave() { room.remove(*this); }
  Room &room;
};

// Who calls a free function that calls the method has locked what is no object's (XMP SDK).
std::mutex aliasMutex;
std::map<int, int> aliases;
class Document {
public:
  int property(int name) { return aliases.count(name) ? aliases.at(name) : 0; }
};
static void migrate(Document *document) { document->property(1); }
static void touchUp(Document *document) { migrate(document); }
void addAlias(int name, int actual) {
  std::lock_guard<std::mutex> guard(aliasMutex);
  aliases[name] = actual;
}
void removeAlias(int name) {
  std::lock_guard<std::mutex> guard(aliasMutex);
  aliases.erase(name);
}
void parse(Document &document) {
  std::lock_guard<std::mutex> guard(aliasMutex);
  touchUp(&document);
}
int get(Document &document) {
  std::lock_guard<std::mutex> guard(aliasMutex);
  return document.property(2);
}

// A C library calls it back, from what is called with the lock or from elsewhere: nobody knows
// (XMP SDK, Expat). What it does itself, and others do not call, says nothing either.
extern "C" {
struct Parser;
void setElementHandler(Parser *parser, void (*handler)(void *, const char *));
int parseText(Parser *parser, const char *text);
}
std::mutex namesMutex;
std::list<int> names;
class Names {
public:
  static void add(int name) { names.push_back(name); }
};
static void handleElement(void *, const char *text) {
  Names::add(text[0]);
  names.unique();
}
void prepareNames(Parser *parser) { setElementHandler(parser, handleElement); }
void parseNames(Parser *parser) {
  std::lock_guard<std::mutex> guard(namesMutex);
  parseText(parser, "<a/>");
}
void addSecondName() {
  std::lock_guard<std::mutex> guard(namesMutex);
  Names::add(2);
}
void dropNames() {
  std::lock_guard<std::mutex> guard(namesMutex);
  names.clear();
}
void addFirstName() {
  std::lock_guard<std::mutex> guard(namesMutex);
  Names::add(1);
}
std::size_t countNames() {
  std::size_t count = 0;
  for (int name : names) // finding: inconsistent-lock "reading 'names' without 'namesMutex'"
    count += name != 0;
  return count;
}
