//===- dnsdist-backend.hh - connections to backends -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <ctime>
#include <memory>
#include <string>

class ConnectionToBackend : public std::enable_shared_from_this<ConnectionToBackend>
{
public:
  ConnectionToBackend(const std::string& backend, time_t now) : d_backend(backend), d_lastDataReceivedTime(now) {}
  virtual ~ConnectionToBackend() = default;

  const std::string& getBackend() const { return d_backend; }
  time_t getLastDataReceivedTime() const { return d_lastDataReceivedTime; }
  virtual bool isIdle() const = 0;
#ifdef FIXED
  virtual void release(bool removeFromCache) = 0;
#else
  virtual void release() = 0;
#endif

private:
  std::string d_backend;
  time_t d_lastDataReceivedTime;
};
