// A session that ends unregisters itself from the table that is being emptied.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER
#include <memory>

class Server;
struct Session {
  Server *server;
  int id;
  ~Session();
};
class Server {
public:
  void open(int id) {
    sessions.insert_or_assign(id, std::shared_ptr<Session>(new Session{this, id}));
  }
  void closed(int id) {
    sessions.erase(id);
    ++count;
  }
  void closeAll() {
    for (const auto &[id, session] : sessions)
      sessions.erase(id);
  }
  int count = 0;

private:
  MAP<int, std::shared_ptr<Session>> sessions;
};
Session::~Session() {
  if (server)
    server->closed(id);
}

int main() {
  Server server;
  for (int i = 0; i < 30; ++i)
    server.open(i);
  server.closeAll();
  return server.count == 30 ? 0 : 1;
}
