#include "outbox.h"

#include <utility>

namespace chat {

Outbox::~Outbox() {
  while (Packet *packet = head_) {
    head_ = packet->next;
    delete packet;
  }
}

void Outbox::push(std::string bytes) { head_ = new Packet{std::move(bytes), head_}; }

std::size_t Outbox::dropLargerThan(std::size_t size) {
  std::size_t dropped = 0;
  Packet **link = &head_;
  while (Packet *packet = *link) {
    if (packet->bytes.size() > size) {
      *link = packet->next;
      delete packet;
      ++dropped;
    } else {
      link = &packet->next;
    }
  }
  return dropped;
}

void Outbox::clear() {
  for (Packet *packet = head_; packet != nullptr; packet = packet->next)
    delete packet; // The loop then reads packet->next.
  head_ = nullptr;
}

} // namespace chat
