//===- main.cpp - a subscriber has closed its end ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: apache/arrow
// Fix: 1d9d8939efe5 "ARROW-2629: [Plasma] Iterator invalidation for pending_notifications_" (2018)
// Class: callee
// A new object is told to every subscriber. The function that sends drops the subscriber's queue when the other end has
// closed its pipe, from the map that its caller walks.

#include "io.h"
#include "store.h"

int main() {
  plasma::EventLoop loop;
  plasma::PlasmaStore store(&loop);
  store.subscribe_to_updates(3);
  store.subscribe_to_updates(4);
  store.subscribe_to_updates(5);
  plasma::fill_socket(3);
  store.seal_object("a");
  plasma::break_pipe(4);
  store.seal_object("b");
  loop.Run();
  return store.num_subscribers() == 2 ? 0 : 1;
}
