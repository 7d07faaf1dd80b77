//===- thread.hpp - a POSIX thread ------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <pthread.h>

namespace zmq
{
typedef void (thread_fn) (void *);

class thread_t
{
  public:
    //  Creates OS thread. 'tfn' is main thread function. It'll be passed
    //  'arg' as an argument.
    void start (thread_fn *tfn_, void *arg_);

    //  Waits for thread termination.
    void stop ();

  private:
    static void *thread_routine (void *arg_);

    thread_fn *_tfn;
    void *_arg;
    pthread_t _descriptor;
};
}
