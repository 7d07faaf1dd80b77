//===- observer.h - events and who observes them ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <functional>
#include <vector>

namespace Notify {

using ConnectionId = unsigned;

void startObservers();

class Observer {
public:
	virtual ~Observer();
	void observerRegistered(ConnectionId connection);

private:
	std::vector<ConnectionId> _connections;
};

void unregisterObserver(ConnectionId connection);

namespace internal {

using ObservedEvent = unsigned char;
using StartCallback = void(*)(void*);
using UnregisterCallback = void(*)(void*, int connectionIndex);

class BaseObservedEventRegistrator {
public:
	BaseObservedEventRegistrator(void *that, StartCallback startCallback, UnregisterCallback unregisterCallback);

protected:
	ObservedEvent event() const {
		return _event;
	}

private:
	ObservedEvent _event;
};

template <typename Flags, typename Handler>
struct ObserversList {
	struct Entry {
		Flags flags;
		Handler handler;
	};
	std::vector<Entry> entries;
	std::vector<int> freeIndices;
};

} // namespace internal

template <typename Flags, typename Handler>
class ObservedEventRegistrator : public internal::BaseObservedEventRegistrator {
public:
	ObservedEventRegistrator() : internal::BaseObservedEventRegistrator(static_cast<void*>(this), start, unregister) {
	}

	ConnectionId registerObserver(Flags flags, Handler &&handler) {
		int connectionIndex = doRegisterObserver(flags, std::move(handler));
		return (static_cast<unsigned>(event()) << 24) | static_cast<unsigned>(connectionIndex + 1);
	}

	template <typename... Args>
	void notify(Flags flags, Args... args) {
#ifdef FIXED
		auto &entries = _list->entries;
		for (int i = 0; i < static_cast<int>(entries.size()); ++i) {
			auto &entry = entries[i];
			if (entry.handler && (flags & entry.flags)) {
				entry.handler(args...);
			}
		}
#else
		for (auto &entry : _list->entries) {
			if (entry.handler && (flags & entry.flags)) {
				entry.handler(args...); // finding: mutate-while-iterating
			}
		}
#endif
	}

private:
	using Self = ObservedEventRegistrator<Flags, Handler>;
	static void start(void *vthat) {
		Self *that = static_cast<Self*>(vthat);
		that->_list = new internal::ObserversList<Flags, Handler>();
	}
	static void unregister(void *vthat, int connectionIndex) {
		Self *that = static_cast<Self*>(vthat);

		auto &entries = that->_list->entries;
		if (static_cast<int>(entries.size()) <= connectionIndex) return;

		if (static_cast<int>(entries.size()) == connectionIndex + 1) {
			for (entries.pop_back(); !entries.empty() && !entries.back().handler;) {
				entries.pop_back();
			}
		} else {
			entries[connectionIndex].handler = Handler();
			that->_list->freeIndices.push_back(connectionIndex);
		}
	}

	int doRegisterObserver(Flags flags, Handler &&handler) {
		while (!_list->freeIndices.empty()) {
			auto freeIndex = _list->freeIndices.back();
			_list->freeIndices.pop_back();

			if (freeIndex < static_cast<int>(_list->entries.size())) {
				_list->entries[freeIndex] = { flags, std::move(handler) };
				return freeIndex;
			}
		}
		_list->entries.push_back({ flags, std::move(handler) });
		return static_cast<int>(_list->entries.size()) - 1;
	}

	internal::ObserversList<Flags, Handler> *_list = nullptr;
};

} // namespace Notify
