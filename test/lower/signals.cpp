// RUN: %holdfast lower --text %s -- -std=c++17 -fPIC -DQT_NO_KEYWORDS \
// RUN:   -isystem /usr/include/x86_64-linux-gnu/qt5 -isystem /usr/include/x86_64-linux-gnu/qt5/QtCore \
// RUN:   | FileCheck %s
//
// Slots of a signal that is a method are a member that the class does not have.
#include <QObject>
#include <boost/signals2.hpp>

struct Client : QObject {
  Q_OBJECT
Q_SIGNALS:
  void closed(Client *client, const QString &why);
  void closed(int code);
  int asked(int times);

public:
  void called(int times);
  bool emits;
};
struct Server : QObject {
  Q_OBJECT
  Client client;
  Client *other;
  void onClosed(Client *client);
  virtual void onCode();
  void pointers(QObject *unknown, Qt::ConnectionType when);
  void names(QObject *unknown);
  void generated();
  void written();
};

// A signal gets the body that moc would write, once …
// CHECK-LABEL: function "Client::closed" usr "c:@S@Client@F@closed#*$@S@Client#&1$@S@QString#" class "c:@S@Client"
// CHECK-NEXT: param %client type pointer
// CHECK-NEXT: param %why ref
// CHECK: call indirect this."closed(Client *, const QString &)"@Client args %client, &%why
// CHECK-NOT: function "Client::closed" usr "c:@S@Client@F@closed#*$@S@Client#&1$@S@QString#"

void Server::pointers(QObject *unknown, Qt::ConnectionType when) {
  connect(&client, QOverload<Client *, const QString &>::of(&Client::closed), this, &Server::onClosed);
  connect(other, static_cast<void (Client::*)(int)>(&Client::closed), this, &Server::onCode);
  connect(&client, qOverload<int>(&Client::closed), other, qOverload<int>(&Client::closed));
  connect(other, qOverload<int>(&Client::closed), [] {});
  // Later, or perhaps later: nothing is stored.
  connect(other, qOverload<int>(&Client::closed), this, &Server::onCode, Qt::QueuedConnection);
  connect(other, qOverload<int>(&Client::closed), this, &Server::onCode, when);
}
// CHECK: call "c:@S@Server@F@onClosed#*$@S@Client#" name "Server::onClosed" recv this args %0
// CHECK: call virtual "c:@S@Server@F@onCode#" name "Server::onCode" recv this
// CHECK: call "c:@S@Client@F@closed#I#" name "Client::closed" recv this.other@Server.* args %0
// CHECK-LABEL: function "Server::pointers"
// CHECK: assign this.client@Server."closed(Client *, const QString &)"@Client = %{{.*}}
// CHECK: assign this.other@Server.*."closed(int)"@Client = %{{.*}}
// CHECK: assign this.client@Server."closed(int)"@Client = %{{.*}}
// CHECK: assign this.other@Server.*."closed(int)"@Client = %{{.*}}
// CHECK-NOT: "closed(int)"@Client =
// CHECK: exit

// CHECK-LABEL: function "Client::asked"
// CHECK-NEXT: param %times type int
// CHECK-NEXT: block 0:
// CHECK-NEXT: call indirect this."asked(int)"@Client args %times
// CHECK-NEXT: exit
// CHECK-NOT: function "Client::asked"

void Server::names(QObject *unknown) {
  connect(&client, SIGNAL(closed(Client*,QString)), this, SLOT(onClosed(Client*)));
  connect(other, SIGNAL( closed(int) ), SLOT( onCode() ));
  connect(other, SIGNAL(asked(qint32)), SLOT(onCode()));
  // Who does not have such a method, or what is not known to have it, is not connected.
  connect(other, SIGNAL(closed()), SLOT(onCode()));
  connect(unknown, SIGNAL(closed(int)), this, SLOT(onCode()));
}
// CHECK-LABEL: function "Server::names"
// CHECK: assign this.client@Server."closed(Client *, const QString &)"@Client = %{{.*}}
// CHECK: assign this.other@Server.*."closed(int)"@Client = %{{.*}}
// CHECK: assign this.other@Server.*."asked(int)"@Client = %{{.*}}
// CHECK-NOT: "closed(
// CHECK: exit

// … and instead of the one that moc did write.
int Client::asked(int _t1) {
  int _t0{};
  void *_a[] = {const_cast<void *>(reinterpret_cast<const void *>(&_t0)),
                const_cast<void *>(reinterpret_cast<const void *>(&_t1))};
  QMetaObject::activate(this, &staticMetaObject, 1, _a);
  return _t0;
}
void Server::generated() { connect(&client, &Client::asked, this, &Server::onCode); }
// CHECK-LABEL: function "Server::generated"
// CHECK: assign this.client@Server."asked(int)"@Client = %{{.*}}

// What has another body is no signal.
void Client::called(int) { emits = false; }
void Server::written() { connect(&client, &Client::called, this, &Server::onCode); }
// CHECK-LABEL: function "Server::written"
// CHECK-NOT: assign
// CHECK: exit

// A signal that is an object is what it calls.
struct Button {
  boost::signals2::signal<void(int)> clicked;
  void add(int);
  void connectAll() {
    clicked.connect([](int) {});
    clicked.connect(0, &Button::plain);
  }
  void click(int x) { clicked(x); }
  static void plain(int);
};
// CHECK-LABEL: function "Button::connectAll"
// CHECK: closure %[[F:.*]] =
// CHECK: assign this.clicked@Button = %[[F]]
// CHECK: closure %[[G:.*]] = "c:@S@Button@F@plain#I#S"
// CHECK: assign this.clicked@Button = %[[G]]
// CHECK-LABEL: function "Button::click"
// CHECK: call indirect this.clicked@Button args %x
