//===- real-intrusive-lists.cpp - nodes that know their object -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// The node is a member of the object that its data points to, so the first node goes with its
// object. Found in Squid.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++

struct Link {
  void *data;
  Link *prev, *next;
};
struct List {
  Link *head, *tail;
};
struct Address {
  Link link;
  int expires;
};
void take(Link *link, List *list);
inline void unlink(Link *link, List *list) {
  if (link->next)
    link->next->prev = link->prev;
  if (link->prev)
    link->prev->next = link->next;
  if (link == list->head)
    list->head = link->next;
  if (link == list->tail)
    list->tail = link->prev;
  link->next = link->prev = nullptr;
}

// Nobody sees what takes it out.
void dropAll(List *addresses) {
  while (addresses->head != nullptr) {
    Address *address = static_cast<Address *>(addresses->head->data);
    // known-false-alarm@+1: deleted-node-in-traversal issue "Quality on real code"
    if (address->expires > 0) {
      take(&address->link, addresses);
      delete address;
    }
  }
}

void unlinkAll(List *addresses) {
  while (addresses->head != nullptr) {
    Address *address = static_cast<Address *>(addresses->head->data);
    // known-false-alarm@+1: deleted-node-in-traversal issue "Quality on real code"
    if (address->expires > 0) {
      unlink(&address->link, addresses);
      delete address;
    }
  }
}
