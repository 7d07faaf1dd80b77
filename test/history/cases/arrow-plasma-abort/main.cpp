//===- main.cpp - a client of the object store goes away --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: apache/arrow
// Fix: 9812aea13e81 "ARROW-1812: [C++] Plasma store modifies hash table while iterating during client [...]" (2017)
// Class: callee
// The store walks its table of objects when a client disconnects and aborts the ones that this client had not finished,
// which erases them from the table.

#include "store.h"

int main() {
  plasma::PlasmaStore store;
  store.connect_client(3);
  store.connect_client(4);
  for (int i = 0; i < 30; i++) {
    plasma::ObjectID id = "object" + std::to_string(i);
    store.create_object(id, 100, 3);
    if (i % 3 == 0) store.seal_object(id);
  }
  store.disconnect_client(3);
  return store.num_objects() == 10 ? 0 : 1;
}
