//===- Slots.cpp - how many may work at a time ----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Slots.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Threading.h"
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace holdfast::tool {
namespace {

unsigned processors() { return llvm::hardware_concurrency().compute_thread_count(); }

/// Of this process and those that it forks.
class OwnSlots : public Slots {
public:
  explicit OwnSlots(unsigned Number) : Number(Number) {
    if (pipe2(Ends, O_CLOEXEC | O_NONBLOCK))
      Ends[0] = Ends[1] = -1; // One after the other, then.
    for (unsigned I = 1; I < Number; ++I)
      giveBack(llvm::JobSlot::createExplicit('+'));
  }
  ~OwnSlots() override {
    close(Ends[0]);
    close(Ends[1]);
  }

  llvm::JobSlot take() override {
    char Byte;
    while (true) {
      ssize_t N = read(Ends[0], &Byte, 1);
      if (N == 1)
        return llvm::JobSlot::createExplicit(static_cast<uint8_t>(Byte));
      if (N == 0 || errno != EINTR)
        return {};
    }
  }
  void giveBack(llvm::JobSlot S) override {
    char Byte = static_cast<char>(S.getExplicitValue());
    while (write(Ends[1], &Byte, 1) < 0 && errno == EINTR)
      ;
  }
  int descriptor() const override { return Ends[0]; }
  unsigned number() const override { return Number; }

private:
  int Ends[2];
  unsigned Number;
};

/// Of the make that runs us.
class SlotsOfMake : public Slots {
public:
  explicit SlotsOfMake(llvm::JobserverClient &Client) : Client(Client), Own(Client.tryAcquire()) {}
  ~SlotsOfMake() override { Client.release(std::move(Own)); }

  llvm::JobSlot take() override { return Client.tryAcquire(); }
  void giveBack(llvm::JobSlot S) override { Client.release(std::move(S)); }
  int descriptor() const override { return -1; }
  /// make does not say how many; no use is made of more.
  unsigned number() const override { return processors(); }

private:
  llvm::JobserverClient &Client;
  llvm::JobSlot Own; ///< That which every command of make has; forked processes must not find it.
};

} // namespace

std::shared_ptr<Slots> Slots::of(unsigned Jobs) {
  // Asked only when there is one: else it says on stderr that there is none.
  std::optional<std::string> Make = llvm::sys::Process::GetEnv("MAKEFLAGS");
  if (!Jobs && Make && llvm::StringRef(*Make).contains("--jobserver-"))
    if (llvm::JobserverClient *Client = llvm::JobserverClient::getInstance())
      return std::make_shared<SlotsOfMake>(*Client);
  return std::make_shared<OwnSlots>(Jobs ? Jobs : processors());
}

} // namespace holdfast::tool
