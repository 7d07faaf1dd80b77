//===- observer.cpp - events and who observes them --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "observer.h"

namespace Notify {
namespace internal {
namespace {

struct StartCallbackData {
	void *that;
	StartCallback call;
};
struct UnregisterCallbackData {
	void *that;
	UnregisterCallback call;
};

std::vector<StartCallbackData> &StartCallbacks() {
	static std::vector<StartCallbackData> result;
	return result;
}

std::vector<UnregisterCallbackData> &UnregisterCallbacks() {
	static std::vector<UnregisterCallbackData> result;
	return result;
}

} // namespace

BaseObservedEventRegistrator::BaseObservedEventRegistrator(void *that, StartCallback startCallback,
		UnregisterCallback unregisterCallback)
: _event(static_cast<ObservedEvent>(UnregisterCallbacks().size())) {
	StartCallbacks().push_back({ that, startCallback });
	UnregisterCallbacks().push_back({ that, unregisterCallback });
}

} // namespace internal

void startObservers() {
	for (auto &callback : internal::StartCallbacks()) {
		callback.call(callback.that);
	}
}

void unregisterObserver(ConnectionId connection) {
	auto event = static_cast<internal::ObservedEvent>(connection >> 24);
	auto connectionIndex = int(connection & 0x00FFFFFFU) - 1;
	auto &callback = internal::UnregisterCallbacks()[event];
	callback.call(callback.that, connectionIndex);
}

Observer::~Observer() {
	for (auto connection : _connections) {
		unregisterObserver(connection);
	}
}

void Observer::observerRegistered(ConnectionId connection) {
	_connections.push_back(connection);
}

} // namespace Notify
