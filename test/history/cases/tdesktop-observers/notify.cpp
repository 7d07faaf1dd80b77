//===- notify.cpp - what changes at a peer ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "notify.h"
#include "observer.h"

namespace Notify {
namespace {

ObservedEventRegistrator<int, std::function<void(int)>> PeerUpdatedEvent;

} // namespace

void registerPeerObserver(int flags, Observer *observer, std::function<void(int)> handler) {
	auto connection = PeerUpdatedEvent.registerObserver(flags, std::move(handler));
	observer->observerRegistered(connection);
}

void peerUpdatedSendDelayed(int peer) {
	PeerUpdatedEvent.notify(NameChanged, peer);
}

} // namespace Notify
