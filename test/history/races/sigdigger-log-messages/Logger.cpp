//===- Logger.cpp - all that is logged --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Logger.h"

#include <utility>

using namespace Suscan;

Logger *Logger::instance = nullptr;

void
Logger::log_func(void *privdata, const struct sigutils_log_message *message)
{
  Logger *logger = static_cast<Logger *>(privdata);

  logger->push(message);
}

Logger::Logger(void)
{
  struct sigutils_log_config config;

  config.priv = this;
  config.log_func = log_func;

  su_log_init(&config);
}

void
Logger::push(const struct sigutils_log_message *message)
{
  struct LoggerMessage msg;

  msg.domain  = std::string(message->domain);
  msg.message = std::string(message->message);

#ifdef FIXED
  std::lock_guard<std::mutex> lock(this->mutex);
  this->messages.push_back(std::move(msg));
#else
  std::lock_guard<std::mutex>(this->mutex);
  this->messages.push_back(std::move(msg)); // known-miss: unsynchronized-mutation issue "Callbacks by pointers to functions in C structs"
#endif
}

void
Logger::flush(void)
{
#ifdef FIXED
  std::lock_guard<std::mutex> lock(this->mutex);
  this->messages.clear();
#else
  std::lock_guard<std::mutex>(this->mutex);
  this->messages.clear(); // known-miss: unsynchronized-mutation issue "Callbacks by pointers to functions in C structs"
#endif
}

void
Logger::lock(void)
{
  this->mutex.lock();
}

void
Logger::unlock(void)
{
  this->mutex.unlock();
}

Logger *
Logger::getInstance(void)
{
  if (instance == nullptr)
    instance = new Logger();

  return instance;
}

std::vector<LoggerMessage>::const_iterator
Logger::begin(void)
{
  return this->messages.begin();
}

std::vector<LoggerMessage>::const_iterator
Logger::end(void)
{
  return this->messages.end();
}
