//===- main.cpp - an observer goes while it is called -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: telegramdesktop/tdesktop
// Fix: d864a8d8eb12 "Fixed crash in Observers (removing an observer inside notify call)." (2016)
// Class: callback
// notify() calls the handler of each entry; a handler that closes the newest observer makes the destructor of that take
// its entry, through a table of untyped functions, off the end of the entries.

#include "notify.h"
#include "observer.h"
#include <memory>

class Widget : public Notify::Observer {
public:
	int updates = 0;
};

int main() {
	Notify::startObservers();

	auto popup = std::make_unique<Widget>();
	Widget window;
	Notify::registerPeerObserver(Notify::PeerUpdateFlag::NameChanged, &window, [&](int) {
		window.updates++;
		popup.reset();
	});
	Notify::registerPeerObserver(Notify::PeerUpdateFlag::NameChanged, popup.get(), [&](int) {
		popup->updates++;
	});
	Notify::peerUpdatedSendDelayed(7);
	return window.updates == 1 ? 0 : 1;
}
