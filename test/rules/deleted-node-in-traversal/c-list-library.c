//===- c-list-library.c - a doubly linked list as C libraries have it -----===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Shapes of Redis' adlist.c and of what uses it: nine false alarms when frees in callees were
// followed for the first time.
// RUN: %check %s --std=c99,c17
#include <stdlib.h>

typedef struct node {
  struct node *prev, *next;
  void *value;
} node;
typedef struct list {
  node *head, *tail;
  void (*free)(void *value);
  unsigned long len;
} list;
typedef struct client {
  int flags;
  char *name;
  void (*run)(struct client *);
} client;

static void list_delete(list *l, node *n) {
  if (n->prev)
    n->prev->next = n->next;
  else
    l->head = n->next;
  if (n->next)
    n->next->prev = n->prev;
  else
    l->tail = n->prev;
  if (l->free)
    l->free(n->value);
  free(n);
  l->len--;
}

// Two lists keep a function that releases what it is given. Neither says anything about a third.
static void drop_client(void *value) {
  client *c = value;
  free(c->name);
  free(c);
}
static void drop_string(void *value) { free(value); }
list *clients, *names, *waiting;
void set_up(void) {
  clients->free = drop_client;
  names->free = drop_string;
}

// The node at the head has no prev, so unlinking it sets the head.
void drain(void) {
  while (waiting->len) {
    node *n = waiting->head;
    client *c = n->value;
    list_delete(waiting, n);
    c->flags = 0;
    c->run(c);
  }
}
// From the tail.
void trim(unsigned long limit) {
  while (waiting->len > limit)
    list_delete(waiting, waiting->tail);
}
// The value first, then its node.
void drain_and_free(void) {
  while (waiting->len) {
    node *n = waiting->head;
    free(n->value);
    list_delete(waiting, n);
  }
}
// The next one is read before.
void remove_if_flagged(void) {
  for (node *n = waiting->head, *next; n; n = next) {
    next = n->next;
    if (((client *)n->value)->flags)
      list_delete(waiting, n);
  }
}

// The next one is read from the node that is gone.
void remove_flagged(void) {
  for (node *n = waiting->head; n; n = n->next) // finding: deleted-node-in-traversal
    if (((client *)n->value)->flags)
      list_delete(waiting, n);
}
// Backwards.
void remove_flagged_backwards(void) {
  for (node *n = waiting->tail; n; n = n->prev) // finding: deleted-node-in-traversal
    if (((client *)n->value)->flags)
      list_delete(waiting, n);
}
