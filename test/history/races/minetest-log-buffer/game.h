//===- game.h - what the player sees ----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "log.h"

#include <string>
#include <vector>

class ChatBackend {
public:
	void addMessage(const std::string &text) { m_lines.push_back(text); }
	size_t getLineCount() const { return m_lines.size(); }

private:
	std::vector<std::string> m_lines;
};

class Game {
public:
	Game();
	void updateChat();
	size_t messageCount() const { return m_chat_backend.getLineCount(); }

private:
	ChatBackend m_chat_backend;
	LogOutputBuffer m_chat_log_buf;
};
