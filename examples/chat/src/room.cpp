#include "room.h"

#include <algorithm>

namespace chat {

Member &Room::join(SessionId session, const std::string &nick) {
  Member member;
  member.session = session;
  member.nick = nick;
  member.moderator = members_.empty();
  members_.push_back(std::move(member));
  return members_.back();
}

void Room::leave(SessionId session) {
  for (auto it = members_.begin(); it != members_.end(); ++it) {
    if (it->session == session) {
      members_.erase(it);
      return;
    }
  }
}

std::string Room::welcome(SessionId session, const std::string &nick) {
  if (members_.empty())
    return join(session, nick).nick + " opens the room";
  const Member &host = members_.front();
  members_.push_back(Member{session, nick, false});
  return host.nick + " welcomes " + nick; // push_back may have moved the host away.
}

void Room::kick(const std::set<SessionId> &banned) {
  // Two banned members in a row: the second one stays.
  for (std::size_t i = 0; i < members_.size(); ++i) {
    if (banned.count(members_[i].session) != 0)
      members_.erase(members_.begin() + i);
  }
}

void Room::say(const std::string &line) {
  history_.push_back(line);
  trimHistory(100);
}

void Room::trimHistory(std::size_t count) {
  while (history_.size() > count)
    history_.pop_front();
}

void Room::repeatMentions(const std::string &nick) {
  for (const std::string &line : history_) {
    if (line.find(nick) != std::string::npos)
      history_.push_back(line); // Grows what the loop walks.
  }
}

} // namespace chat
