//===- log.cpp - the logger and its outputs ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "log.h"

#include <algorithm>

Logger g_logger;

void Logger::addOutputMaxLevel(ILogOutput *out, LogLevel lev)
{
	MutexAutoLock lock(m_mutex);
	for (int i = 0; i <= lev; i++)
		m_outputs[i].push_back(out);
}

void Logger::removeOutput(ILogOutput *out)
{
	MutexAutoLock lock(m_mutex);
	for (auto &outputs : m_outputs) {
		auto it = std::find(outputs.begin(), outputs.end(), out);
		if (it != outputs.end())
			outputs.erase(it);
	}
}

void Logger::log(LogLevel lev, const std::string &text)
{
	static const char *const labels[] = {"ERROR", "INFO"};
	logToOutputs(lev, std::string(labels[lev]) + ": " + text);
}

void Logger::logToOutputs(LogLevel lev, const std::string &combined)
{
	MutexAutoLock lock(m_mutex);
	for (ILogOutput *output : m_outputs[lev])
		output->logRaw(lev, combined);
}

void LogOutputBuffer::logRaw(LogLevel lev, const std::string &line)
{
	std::string color;
	if (lev == LL_ERROR)
		color = "\x1b(c@#F00)";
#ifdef FIXED
	MutexAutoLock lock(m_buffer_mutex);
	m_buffer.emplace(color.append(line));
#else
	m_buffer.push(color.append(line));
#endif
}
