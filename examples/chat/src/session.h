#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace chat {

using SessionId = std::uint64_t;
using Clock = std::chrono::steady_clock;

// One connected client.
struct Session {
  SessionId id = 0;
  std::string user;
  Clock::time_point lastSeen;
  std::vector<std::string> rooms;

  bool idleAt(Clock::time_point now) const { return now - lastSeen > std::chrono::minutes(5); }
};

} // namespace chat
