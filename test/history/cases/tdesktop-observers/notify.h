//===- notify.h - what changes at a peer ------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <functional>

namespace Notify {

class Observer;

enum PeerUpdateFlag {
	NameChanged = 0x01,
	PhotoChanged = 0x02,
};

void registerPeerObserver(int flags, Observer *observer, std::function<void(int)> handler);
void peerUpdatedSendDelayed(int peer);

} // namespace Notify
