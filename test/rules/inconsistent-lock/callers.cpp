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
