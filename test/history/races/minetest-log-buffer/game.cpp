//===- game.cpp - what the player sees --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "game.h"

Game::Game() :
	m_chat_log_buf(g_logger)
{
}

void Game::updateChat()
{
	// Get new messages from error log buffer
	while (!m_chat_log_buf.empty())
		m_chat_backend.addMessage(m_chat_log_buf.get());
}
