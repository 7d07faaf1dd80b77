#include "event_bus.h"

namespace chat {

int EventBus::subscribe(const std::string &room, Handler handler, bool once) {
  subscriptions_.push_back(Subscription{next_, room, std::move(handler), once, false});
  return next_++;
}

void EventBus::cancel(int id) {
  for (Subscription &subscription : subscriptions_) {
    if (subscription.id == id)
      subscription.cancelled = true; // Removed by sweep(): a handler may be running.
  }
}

void EventBus::publish(const Event &event) {
  // Handlers may subscribe: they get a copy of the handlers that were there before.
  std::vector<Handler> handlers;
  for (Subscription &subscription : subscriptions_) {
    if (subscription.room == event.room && !subscription.cancelled) {
      handlers.push_back(subscription.handler);
      subscription.cancelled = subscription.once;
    }
  }
  for (const Handler &handler : handlers)
    handler(event);
  sweep();
}

void EventBus::sweep() {
  for (auto it = subscriptions_.begin(); it != subscriptions_.end();) {
    if (it->cancelled)
      it = subscriptions_.erase(it);
    else
      ++it;
  }
}

void EventBus::closeRoom(const std::string &room) {
  for (auto it = subscriptions_.begin(); it != subscriptions_.end(); ++it) {
    if (it->room == room)
      subscriptions_.erase(it); // sweep() above does it right.
  }
}

} // namespace chat
