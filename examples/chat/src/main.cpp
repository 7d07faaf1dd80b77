#include "command.h"
#include "event_bus.h"
#include "outbox.h"
#include "room.h"
#include "scheduler.h"
#include "session_registry.h"

#include <iostream>

// A session at the console instead of a socket: reads commands until /quit.
int main() {
  chat::SessionRegistry registry;
  chat::EventBus bus;
  chat::Scheduler scheduler;
  chat::Outbox outbox;
  std::map<std::string, chat::Room> rooms;

  auto now = chat::Clock::now();
  chat::SessionId me = registry.open("console", now);
  scheduler.everyMinute(now, "expire", [&] { registry.expireIdle(chat::Clock::now()); });

  for (std::string line; std::getline(std::cin, line);) {
    chat::Command command = chat::parse(line);
    if (command.verb == "quit")
      break;
    if (command.verb == "join") {
      chat::Room &room = rooms.try_emplace(command.argument, command.argument).first->second;
      std::cout << room.welcome(me, "console") << '\n';
      bus.subscribe(room.name(), [&](const chat::Event &event) { outbox.push(event.text); });
    } else if (command.verb == "leave") {
      auto room = rooms.find(command.argument);
      if (room != rooms.end()) {
        room->second.leave(me);
        if (room->second.members().empty())
          rooms.erase(room);
      }
    } else if (command.verb == "help") {
      std::cout << chat::help("en");
    } else {
      for (auto &[name, room] : rooms) {
        room.say(line);
        bus.publish(chat::Event{name, chat::logLine(line)});
      }
    }
    scheduler.runDue(chat::Clock::now());
  }
  return 0;
}
