//===- Logger.h - all that is logged ----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "sigutils_log.h"

#include <mutex>
#include <string>
#include <vector>

namespace Suscan {
  struct LoggerMessage {
    std::string domain;
    std::string message;
  };

  class Logger {
  private:
    static Logger *instance; // Singleton instance
    std::mutex mutex;
    std::vector<LoggerMessage> messages;

    static void log_func(
        void *privdata,
        const struct sigutils_log_message *message);

    Logger(void);
    void push(const struct sigutils_log_message *message);

  public:
    static Logger *getInstance(void);

    void flush(void);

    void lock(void);
    void unlock(void);

    std::vector<LoggerMessage>::const_iterator begin(void);
    std::vector<LoggerMessage>::const_iterator end(void);
  };
}
