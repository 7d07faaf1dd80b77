//===- signals-qt.cpp - signals and slots of Qt 5 and 6 ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17 -- -fPIC -isystem /usr/include/x86_64-linux-gnu/qt5 \
// RUN:   -isystem /usr/include/x86_64-linux-gnu/qt5/QtCore
// RUN: %check %s --std=c++17,c++20 -- -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 \
// RUN:   -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore
//
// What moc writes is not there: a signal has no body, and calls what was connected to it.
#include <QList>
#include <QObject>

class Client : public QObject {
  Q_OBJECT
public:
  void poll() { emit closed(this); }
  void look() { emit polled(1); }
  void rename() { Q_EMIT renamed(QString(), 1); }
  void overload() { emit changed(1); }
  void overloadText() { emit changed(QString()); }
  void relay() { emit inner(); }
  void queue() { emit later(this); }
signals:
  void closed(Client *client);
  void polled(int times);
  void renamed(const QString &name, int id);
  void changed(int id);
  void changed(const QString &name);
  void inner();
  void outer();
  void later(Client *client);
  void unheard(Client *client);
};

// The example, in each form of connect.
class Server : public QObject {
  Q_OBJECT
public:
  void open() {
    Client *client = new Client;
    connect(client, &Client::closed, this, &Server::onClosed);
    connect(client, &Client::polled, this, &Server::onPolled);
    clients.append(client);
  }
  void broadcast() {
    for (Client *c : clients)
      c->poll(); // finding: mutate-while-iterating
  }
  void emitThere() {
    for (Client *c : clients)
      emit c->closed(c); // finding: mutate-while-iterating
  }
  void lookAtAll() {
    for (Client *c : clients)
      c->look();
  }
  void nobodyHears() {
    for (Client *c : clients)
      emit c->unheard(c);
  }
  void broadcastCopy() {
    const QList<Client *> copy = clients;
    for (Client *c : copy)
      c->poll();
  }
  void broadcastLast() {
    Client *last = nullptr;
    for (Client *c : clients)
      last = c;
    if (last)
      last->poll();
  }
  void broadcastFirst() {
    for (Client *c : clients) {
      c->poll();
      return;
    }
  }
  // Clients of another server belong to that one.
  void broadcastThere(Server &other) {
    for (Client *c : clients)
      if (c)
        other.spare->poll();
  }
  // A client that was never connected to anything.
  void pollLocal() {
    Client local;
    for (Client *c : clients)
      if (c)
        local.poll();
  }
  Client *spare = nullptr;
private slots:
  void onClosed(Client *c) { clients.removeOne(c); }
  void onPolled(int times) { polls += times; }

private:
  QList<Client *> clients;
  int polls = 0;
};

// Lambdas and functors, with a context and without; what the signal has more is left out.
class Room : public QObject {
  Q_OBJECT
public:
  struct Clear {
    void operator()() const { room->clients.clear(); }
    Room *room;
  };
  Room() {
    connect(&context, &Client::closed, this, [this](Client *c) { clients.removeOne(c); });
    QObject::connect(&plain, &Client::closed, [this](Client *c) { clients.removeOne(c); });
    connect(&fewer, &Client::renamed, this, [this] { clients.clear(); });
    connect(&functor, &Client::closed, this, Clear{this});
    connect(&direct, &Client::closed, this, [this] { clients.clear(); }, Qt::DirectConnection);
    connect(&unique, &Client::closed, this, &Room::clear,
            Qt::ConnectionType(Qt::AutoConnection | Qt::UniqueConnection));
    connect(&queued, &Client::closed, this, [this] { clients.clear(); }, Qt::QueuedConnection);
    connect(&queued, &Client::later, this, &Room::clear,
            Qt::ConnectionType(Qt::QueuedConnection | Qt::UniqueConnection));
    this->connect(&member, &Client::closed, this, &Room::clear);
    connect(&overloaded, QOverload<int>::of(&Client::changed), this, &Room::clear);
    connect(&converted, static_cast<void (Client::*)(int)>(&Client::changed), this, &Room::clear);
    connect(&chained, &Client::inner, &chained, &Client::outer);
    connect(&chained, &Client::outer, this, &Room::clear);
    connect(&quiet, &Client::closed, this, [this] { ++count; });
    connect(&elsewhere, &Client::closed, this, [this](Client *c) { gone.append(c); });
    connect(&shared, &Client::closed, this, &Room::onShared);
  }
  void withContext() {
    for (Client *c : clients)
      if (c)
        context.poll(); // finding: mutate-while-iterating
  }
  void withoutContext() {
    for (Client *c : clients)
      if (c)
        plain.poll(); // finding: mutate-while-iterating
  }
  void withFewer() {
    for (Client *c : clients)
      if (c)
        fewer.rename(); // finding: mutate-while-iterating
  }
  void withFunctor() {
    for (Client *c : clients)
      if (c)
        functor.poll(); // finding: mutate-while-iterating
  }
  void directly() {
    for (Client *c : clients)
      if (c)
        direct.poll(); // finding: mutate-while-iterating
  }
  void uniquely() {
    for (Client *c : clients)
      if (c)
        unique.poll(); // finding: mutate-while-iterating
  }
  void asMember() {
    for (Client *c : clients)
      if (c)
        member.poll(); // finding: mutate-while-iterating
  }
  void overload() {
    for (Client *c : clients)
      if (c)
        overloaded.overload(); // finding: mutate-while-iterating
  }
  void conversion() {
    for (Client *c : clients)
      if (c)
        converted.overload(); // finding: mutate-while-iterating
  }
  void chain() {
    for (Client *c : clients)
      if (c)
        chained.relay(); // finding: mutate-while-iterating
  }
  // The slots run when the event loop does.
  void queuedUp() {
    for (Client *c : clients)
      if (c) {
        queued.poll();
        queued.queue();
      }
  }
  // The other overload.
  void otherOverload() {
    for (Client *c : clients)
      if (c) {
        overloaded.overloadText();
        converted.overloadText();
      }
  }
  void quietly() {
    for (Client *c : clients)
      if (c)
        quiet.poll();
  }
  void changeElsewhere() {
    for (Client *c : clients)
      if (c)
        elsewhere.poll();
  }
  // Deferred: the slot only remembers.
  void deferred() {
    for (Client *c : clients)
      if (c)
        elsewhere.poll();
    for (Client *c : gone)
      clients.removeOne(c);
    gone.clear();
  }
  // A client that was never connected to anything.
  void pollLocal() {
    Client local;
    for (Client *c : clients)
      if (c)
        local.poll();
  }
  void pollThere(Room &other) {
    for (Client *c : clients)
      if (c)
        other.context.poll();
  }
  // The slot of the same name as the signal of somebody else.
  void onShared(Client *) { ++count; }
  void poll() {
    for (Client *c : clients)
      if (c)
        shared.poll();
  }

private:
  void clear() { clients.clear(); }
  QList<Client *> clients, gone;
  Client context, plain, fewer, functor, direct, unique, queued, member, overloaded, converted,
      chained, quiet, elsewhere, shared;
  int count = 0;
};

// By name.
class Named : public QObject {
  Q_OBJECT
public:
  Named() {
    connect(&closing, SIGNAL(closed(Client*)), this, SLOT(onClosed(Client*)));
    connect(&member, SIGNAL(closed(Client *)), SLOT(onClosed(Client*)));
    QObject::connect(&fewer, SIGNAL(renamed(QString,int)), this, SLOT(clear()));
    connect(&chained, SIGNAL(inner()), &chained, SIGNAL(outer()));
    connect(&chained, SIGNAL(outer()), this, SLOT(clear()));
    connect(&overloaded, SIGNAL(changed(int)), this, SLOT(clear()));
    connect(&queued, SIGNAL(closed(Client*)), this, SLOT(clear()), Qt::QueuedConnection);
    connect(&quiet, SIGNAL(closed(Client*)), this, SLOT(look(Client*)));
    connect(&misspelled, SIGNAL(closed(Client*)), this, SLOT(noSuchSlot()));
  }
  void poll() {
    for (Client *c : clients)
      if (c)
        closing.poll(); // finding: mutate-while-iterating
  }
  void pollMember() {
    for (Client *c : clients)
      if (c)
        member.poll(); // finding: mutate-while-iterating
  }
  void pollFewer() {
    for (Client *c : clients)
      if (c)
        fewer.rename(); // finding: mutate-while-iterating
  }
  void pollChained() {
    for (Client *c : clients)
      if (c)
        chained.relay(); // finding: mutate-while-iterating
  }
  void pollOverloaded() {
    for (Client *c : clients)
      if (c)
        overloaded.overload(); // finding: mutate-while-iterating
  }
  void pollOtherOverload() {
    for (Client *c : clients)
      if (c)
        overloaded.overloadText();
  }
  void pollQueued() {
    for (Client *c : clients)
      if (c)
        queued.poll();
  }
  void pollQuietly() {
    for (Client *c : clients)
      if (c)
        quiet.poll();
  }
  void pollMisspelled() {
    for (Client *c : clients)
      if (c)
        misspelled.poll();
  }
private slots:
  void onClosed(Client *c) { clients.removeOne(c); }
  void look(Client *) { ++count; }
  void clear() { clients.clear(); }

private:
  QList<Client *> clients;
  Client closing, member, fewer, chained, overloaded, queued, quiet, misspelled;
  int count = 0;
};

// The object's own signal.
class Model : public QObject {
  Q_OBJECT
public:
  Model() { connect(this, &Model::reset, this, &Model::clear); }
  void visit() {
    for (int row : rows)
      if (row)
        emit reset(); // finding: mutate-while-iterating
  }
  void visitQuietly() {
    for (int row : rows)
      emit visited(row);
  }
signals:
  void reset();
  void visited(int row);

private:
  void clear() { rows.clear(); }
  QList<int> rows;
};

// Clients that somebody else makes. Nobody in the program says which.
class Adopter : public QObject {
  Q_OBJECT
public:
  void adopt(Client *c) {
    connect(c, &Client::closed, this, &Adopter::onClosed);
    clients.append(c);
  }
  void pollAll() {
    for (Client *c : clients)
      c->poll(); // finding: mutate-while-iterating
  }
  // A client that was never adopted.
  void pollLocal() {
    Client local;
    for (Client *c : clients)
      if (c)
        local.poll();
  }
  // A client that this one adopts while it walks.
  void pollAdopted() {
    Client local;
    adopt(&local);
    for (Client *c : clients)
      if (c)
        local.poll(); // finding: mutate-while-iterating
  }
  // Clients of another one belong to that one.
  void pollOther(Adopter &other) {
    for (Client *c : clients)
      if (c)
        other.spare->poll();
  }
  Client *spare = nullptr;

private:
  void onClosed(Client *c) { clients.removeOne(c); }
  QList<Client *> clients;
};

// Who disconnects or blocks first need not fear the slot.
class Careful : public QObject {
  Q_OBJECT
public:
  void add(Client *c) {
    connect(c, &Client::closed, this, &Careful::onClosed);
    connect(c, &Client::renamed, this, [this] { clients.clear(); });
    clients.append(c);
  }
  void disconnectFirst() {
    for (Client *c : clients) {
      disconnect(c, &Client::closed, this, &Careful::onClosed);
      c->poll();
    }
  }
  void disconnectAllFirst() {
    for (Client *c : clients) {
      c->disconnect(this);
      c->poll();
    }
  }
  void disconnectByName() {
    for (Client *c : clients) {
      disconnect(c, SIGNAL(closed(Client*)), this, nullptr);
      c->poll();
    }
  }
  void disconnectEverything() {
    for (Client *c : clients) {
      disconnect(c, nullptr, this, nullptr);
      c->poll();
    }
  }
  void block() {
    for (Client *c : clients) {
      c->blockSignals(true);
      c->poll();
      c->blockSignals(false);
    }
  }
  void blocker() {
    for (Client *c : clients) {
      const QSignalBlocker blocker(c);
      c->poll();
    }
  }
  // Another signal, another object, or too late.
  void disconnectOther() {
    for (Client *c : clients) {
      disconnect(c, &Client::renamed, this, nullptr);
      c->poll(); // finding: mutate-while-iterating
    }
  }
  void blockMyself() {
    blockSignals(true);
    for (Client *c : clients)
      c->poll(); // finding: mutate-while-iterating
  }
  void disconnectAfterwards() {
    for (Client *c : clients)
      c->poll(); // finding: mutate-while-iterating
    for (Client *c : clients)
      c->disconnect(this);
  }

private:
  // It comes too late here, too.
  void onClosed(Client *c) {
    disconnect(c, nullptr, this, nullptr);
    clients.removeOne(c);
  }
  QList<Client *> clients;
};

// More listeners than are looked at: who is iterating comes first.
class Ticker : public QObject {
  Q_OBJECT
public:
  void tick() { emit ticked(); }
signals:
  void ticked();
};
static Ticker ticker;
template <int N> class Listener : public QObject {
public:
  Listener() {
    connect(&ticker, &Ticker::ticked, this, [this] { rows.clear(); });
  }
  QList<int> rows;
};
static Listener<1> first;
static Listener<2> second;
static Listener<3> third;
static Listener<4> fourth;
static Listener<5> fifth;
class LastListener : public QObject {
public:
  LastListener() {
    connect(&ticker, &Ticker::ticked, this, [this] { rows.clear(); });
  }
  void tickAll() {
    for (int row : rows)
      if (row)
        ticker.tick(); // finding: mutate-while-iterating
  }

private:
  QList<int> rows;
};

// What is connected further on was connected before, too: Collection::onDatabaseExposedGroupChanged()
// of KeePassXC 2.7.4.
template <class T> const T &constant(T &t) { return t; }
class Collection : public QObject {
  Q_OBJECT
public:
  void reload() {
    for (Client *c : constant(clients))
      c->poll(); // finding: mutate-while-iterating
    add();
  }
  void reloadQuietly() {
    for (Client *c : constant(clients))
      c->look();
    add();
  }

private:
  void add() {
    auto client = new Client;
    clients << client;
    connect(client, &Client::closed, this, [this, client] { clients.removeAll(client); });
  }
  QList<Client *> clients;
};

// Signals and slots of base classes, virtual slots, and receivers that are members.
class LoudClient : public Client {
  Q_OBJECT
};
class Store : public QObject {
  Q_OBJECT
public:
  void look() {
    for (int item : items)
      if (item)
        emit looked();
  }
  void grow() { items.append(1); }
  virtual void onVirtual() {}
  LoudClient loud;
signals:
  void looked();

protected:
  QList<int> items;
};
class Shop : public Store {
  Q_OBJECT
public:
  Shop() {
    connect(&loud, &LoudClient::closed, this, &Shop::grow);
    connect(&named, SIGNAL(polled(int)), this, SLOT(grow()));
    connect(&called, &Client::closed, this, &Store::onVirtual);
    connect(&client, &Client::closed, &store, &Store::grow);
    connect(&client, &Client::polled, pointer, &Store::grow);
  }
  void pollInherited() {
    for (int item : items)
      if (item)
        loud.poll(); // finding: mutate-while-iterating
  }
  void pollNamed() {
    for (int item : items)
      if (item)
        named.look(); // finding: mutate-while-iterating
  }
  void pollVirtual() {
    for (int item : items)
      if (item)
        called.poll(); // finding: mutate-while-iterating
  }
  // It is the store that grows.
  void pollMember() {
    for (int item : items)
      if (item) {
        client.poll();
        client.look();
      }
  }
  void onVirtual() override { items.clear(); }

private:
  LoudClient named;
  Client client, called;
  Store store;
  Store *pointer = nullptr;
};

// Who connects is neither the sender nor the receiver.
class Receiver : public QObject {
  Q_OBJECT
public:
  void pollAll() {
    for (Client *c : clients)
      c->poll();
  }
  void add(Client *c) { clients.append(c); }
public slots:
  void drop(Client *c) { clients.removeOne(c); }

private:
  QList<Client *> clients;
};
void wire() {
  Client client;
  Receiver receiver;
  receiver.add(&client);
  QObject::connect(&client, &Client::closed, &receiver, &Receiver::drop);
  receiver.pollAll(); // finding: mutate-while-iterating
}
