//===- mutex.hpp - a mutex of POSIX threads ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <pthread.h>

namespace zmq
{
class mutex_t
{
  public:
    mutex_t () { pthread_mutex_init (&_mutex, nullptr); }
    ~mutex_t () { pthread_mutex_destroy (&_mutex); }
    mutex_t (const mutex_t &) = delete;
    const mutex_t &operator= (const mutex_t &) = delete;

    void lock () { pthread_mutex_lock (&_mutex); }
    void unlock () { pthread_mutex_unlock (&_mutex); }

  private:
    pthread_mutex_t _mutex;
};
}
