//===- KeyboardHandler.h - who reads the keyboard ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <cstddef>
#include <mutex>
#include <unordered_map>
#include <vector>

struct KbButton
{
	unsigned m_keyCode = 0;
	bool m_pressed = false;
};

class keyboard_consumer
{
public:
	enum class identifier
	{
		unknown,
		overlays,
		cellKb,
	};

	keyboard_consumer() {}
	keyboard_consumer(identifier id) : m_id(id) {}

	void Init(unsigned max_connect);
	void ReleaseAllKeys();

private:
	identifier m_id = identifier::unknown;
	std::vector<KbButton> m_buttons;
};

class KeyboardHandlerBase
{
public:
	virtual ~KeyboardHandlerBase() = default;

	// Must lock the mutex of the handler before you call these.
	keyboard_consumer& AddConsumer(keyboard_consumer::identifier id, unsigned max_connect);
	void RemoveConsumer(keyboard_consumer::identifier id);

	void ReleaseAllKeys();
	std::size_t GetConsumerCount() const { return m_consumers.size(); }

	std::mutex m_mutex;

protected:
	std::unordered_map<keyboard_consumer::identifier, keyboard_consumer> m_consumers;
};
