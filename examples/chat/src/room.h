#pragma once

#include "session.h"

#include <deque>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace chat {

struct Member {
  SessionId session = 0;
  std::string nick;
  bool moderator = false;
};

// A room keeps its members in the order they joined, and the last messages.
class Room {
public:
  explicit Room(std::string name) : name_(std::move(name)) {}

  const std::string &name() const { return name_; }
  const std::vector<Member> &members() const { return members_; }

  Member &join(SessionId session, const std::string &nick);
  void leave(SessionId session);
  // Lets a guest in and has the first moderator welcome them.
  std::string welcome(SessionId session, const std::string &nick);
  // Removes everybody on the list.
  void kick(const std::set<SessionId> &banned);

  void say(const std::string &line);
  // Drops old messages until at most `count` are left.
  void trimHistory(std::size_t count);
  // Appends a copy of every message that mentions the nick, for the digest.
  void repeatMentions(const std::string &nick);

private:
  std::string name_;
  std::vector<Member> members_;
  std::deque<std::string> history_;
};

} // namespace chat
