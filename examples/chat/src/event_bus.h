#pragma once

#include <functional>
#include <list>
#include <string>
#include <vector>

namespace chat {

struct Event {
  std::string room;
  std::string text;
};

using Handler = std::function<void(const Event &)>;

struct Subscription {
  int id = 0;
  std::string room;
  Handler handler;
  bool once = false;
  bool cancelled = false;
};

// Who wants to hear what. Handlers may subscribe and cancel while they run.
class EventBus {
public:
  int subscribe(const std::string &room, Handler handler, bool once = false);
  void cancel(int id);
  void publish(const Event &event);
  // Forgets cancelled subscriptions.
  void sweep();
  // Forgets every subscription to a room that is closed.
  void closeRoom(const std::string &room);

private:
  std::list<Subscription> subscriptions_;
  int next_ = 1;
};

} // namespace chat
