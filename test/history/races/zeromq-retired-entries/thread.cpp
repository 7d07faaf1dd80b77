//===- thread.cpp - a POSIX thread ------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "thread.hpp"

void zmq::thread_t::start (thread_fn *tfn_, void *arg_)
{
    _tfn = tfn_;
    _arg = arg_;
    pthread_create (&_descriptor, nullptr, thread_routine, this);
}

void zmq::thread_t::stop ()
{
    pthread_join (_descriptor, nullptr);
}

void *zmq::thread_t::thread_routine (void *arg_)
{
    thread_t *self = static_cast<thread_t *> (arg_);
    self->_tfn (self->_arg);
    return nullptr;
}
