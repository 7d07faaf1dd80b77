#pragma once

#include <cstddef>
#include <string>

namespace chat {

// Packets that wait for a slow client: an intrusive list, because they are handed
// on to the network layer one by one.
struct Packet {
  std::string bytes;
  Packet *next = nullptr;
};

class Outbox {
public:
  Outbox() = default;
  Outbox(const Outbox &) = delete;
  Outbox &operator=(const Outbox &) = delete;
  ~Outbox();

  void push(std::string bytes);
  // Drops packets above a size; returns how many.
  std::size_t dropLargerThan(std::size_t size);
  // Drops everything.
  void clear();

private:
  Packet *head_ = nullptr;
};

} // namespace chat
