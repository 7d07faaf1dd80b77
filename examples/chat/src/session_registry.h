#pragma once

#include "session.h"

#include <map>
#include <optional>
#include <unordered_map>

namespace chat {

// All sessions of the server, and who is logged in where.
class SessionRegistry {
public:
  SessionId open(const std::string &user, Clock::time_point now);
  bool close(SessionId id);

  // Closes sessions that have been silent for too long; returns how many.
  std::size_t expireIdle(Clock::time_point now);
  // Closes every session of a user; returns how many.
  std::size_t closeAllOf(const std::string &user);
  // Leaves the room in every session, and forgets sessions that are in no room any more.
  void leaveEverywhere(const std::string &room);
  // Renames a user; false if the name is taken.
  bool rename(const std::string &from, const std::string &to);

  std::optional<SessionId> findByUser(const std::string &user) const;
  std::size_t size() const { return sessions_.size(); }

private:
  std::unordered_map<SessionId, Session> sessions_;
  std::multimap<std::string, SessionId> byUser_;
  SessionId next_ = 1;
};

} // namespace chat
