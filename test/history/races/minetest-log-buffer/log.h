//===- log.h - the logger and its outputs -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "mutex_auto_lock.h"

#include <mutex>
#include <queue>
#include <string>
#include <utility>
#include <vector>

class ILogOutput;

enum LogLevel {
	LL_ERROR,
	LL_INFO,
	LL_MAX,
};

class Logger {
public:
	void addOutputMaxLevel(ILogOutput *out, LogLevel lev);
	void removeOutput(ILogOutput *out);
	void log(LogLevel lev, const std::string &text);

private:
	void logToOutputs(LogLevel lev, const std::string &combined);

	std::vector<ILogOutput *> m_outputs[LL_MAX];
	mutable std::mutex m_mutex;
};

class ILogOutput {
public:
	virtual ~ILogOutput() = default;
	virtual void logRaw(LogLevel lev, const std::string &line) = 0;
};

class LogOutputBuffer : public ILogOutput {
public:
	LogOutputBuffer(Logger &logger) :
		m_logger(logger)
	{
		m_logger.addOutputMaxLevel(this, LL_INFO);
	}

	~LogOutputBuffer() override
	{
		m_logger.removeOutput(this);
	}

	void logRaw(LogLevel lev, const std::string &line) override;

	bool empty() const
	{
#ifdef FIXED
		MutexAutoLock lock(m_buffer_mutex);
#endif
		return m_buffer.empty();
	}

	std::string get()
	{
#ifdef FIXED
		MutexAutoLock lock(m_buffer_mutex);
		if (m_buffer.empty())
			return "";
		std::string s = std::move(m_buffer.front());
		m_buffer.pop();
#else
		if (empty())
			return "";
		std::string s = m_buffer.front();
		m_buffer.pop(); // known-miss: unsynchronized-mutation issue "An object that keeps a pointer to another one"
#endif
		return s;
	}

private:
#ifdef FIXED
	// g_logger serializes calls to logRaw() with a mutex, but that does not
	// keep get() from being called at the same time.
	mutable std::mutex m_buffer_mutex;
#endif
	std::queue<std::string> m_buffer;
	Logger &m_logger;
};

extern Logger g_logger;
