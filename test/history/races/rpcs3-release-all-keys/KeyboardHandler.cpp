//===- KeyboardHandler.cpp - who reads the keyboard -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "KeyboardHandler.h"

keyboard_consumer& KeyboardHandlerBase::AddConsumer(keyboard_consumer::identifier id, unsigned max_connect)
{
	auto it = m_consumers.find(id);
	if (it == m_consumers.end())
	{
		keyboard_consumer& consumer = m_consumers[id];
		consumer = keyboard_consumer(id);
		consumer.Init(max_connect);
		return consumer;
	}

	return it->second;
}

void KeyboardHandlerBase::RemoveConsumer(keyboard_consumer::identifier id)
{
	if (auto it = m_consumers.find(id); it != m_consumers.end())
	{
		m_consumers.erase(it);
	}
}

void KeyboardHandlerBase::ReleaseAllKeys()
{
#ifdef FIXED
	std::lock_guard<std::mutex> lock(m_mutex);

	for (auto& [id, consumer] : m_consumers)
#else
	for (auto& [id, consumer] : m_consumers) // finding: inconsistent-lock
#endif
	{
		consumer.ReleaseAllKeys();
	}
}

void keyboard_consumer::Init(unsigned max_connect)
{
	m_buttons.resize(100 * max_connect);
}

void keyboard_consumer::ReleaseAllKeys()
{
	for (KbButton& button : m_buttons)
	{
		button.m_pressed = false;
	}
}
