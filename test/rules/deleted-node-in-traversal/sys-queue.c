//===- sys-queue.c - BSD queues -----------------------------------*- C -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=gnu99,gnu17
#include <stdlib.h>
#include <sys/queue.h>

// glibc's header lacks the safe forms of the BSDs.
#ifndef TAILQ_FOREACH_SAFE
#define TAILQ_FOREACH_SAFE(var, head, field, tvar)                                                 \
  for ((var) = TAILQ_FIRST(head); (var) && ((tvar) = TAILQ_NEXT(var, field), 1); (var) = (tvar))
#endif
#ifndef LIST_FOREACH_SAFE
#define LIST_FOREACH_SAFE(var, head, field, tvar)                                                  \
  for ((var) = LIST_FIRST(head); (var) && ((tvar) = LIST_NEXT(var, field), 1); (var) = (tvar))
#endif

struct entry {
  int value;
  TAILQ_ENTRY(entry) link;
  LIST_ENTRY(entry) chain;
  SLIST_ENTRY(entry) single;
};
TAILQ_HEAD(queue, entry);
LIST_HEAD(list, entry);
SLIST_HEAD(slist, entry);

// TAILQ_FOREACH reads the link of the freed entry.
void tailq_free(struct queue *q) {
  struct entry *e;
  TAILQ_FOREACH(e, q, link) // finding: deleted-node-in-traversal "'e'"
    free(e);
}

// Removing it first does not help: the macro reads the entry, not the queue.
void tailq_remove_and_free(struct queue *q) {
  struct entry *e;
  TAILQ_FOREACH(e, q, link) { // finding: deleted-node-in-traversal
    TAILQ_REMOVE(q, e, link);
    free(e);
  }
}

// LIST_FOREACH.
void list_free(struct list *l) {
  struct entry *e;
  LIST_FOREACH(e, l, chain) { // finding: deleted-node-in-traversal
    LIST_REMOVE(e, chain);
    free(e);
  }
}

// SLIST_FOREACH.
void slist_free(struct slist *l) {
  struct entry *e;
  SLIST_FOREACH(e, l, single) // finding: deleted-node-in-traversal
    free(e);
}

// Only some are freed.
void tailq_free_some(struct queue *q) {
  struct entry *e;
  TAILQ_FOREACH(e, q, link) // finding: deleted-node-in-traversal
    if (e->value < 0) {
      TAILQ_REMOVE(q, e, link);
      free(e);
    }
}

// The safe form saves the next entry.
void tailq_free_safe(struct queue *q) {
  struct entry *e, *next;
  TAILQ_FOREACH_SAFE(e, q, link, next) {
    TAILQ_REMOVE(q, e, link);
    free(e);
  }
}

// The safe form of LIST.
void list_free_safe(struct list *l) {
  struct entry *e, *next;
  LIST_FOREACH_SAFE(e, l, chain, next)
    if (e->value < 0) {
      LIST_REMOVE(e, chain);
      free(e);
    }
}

// Always the first.
void tailq_drain(struct queue *q) {
  struct entry *e;
  while ((e = TAILQ_FIRST(q)) != NULL) {
    TAILQ_REMOVE(q, e, link);
    free(e);
  }
}

// Always the first, with an empty check.
void slist_drain(struct slist *l) {
  while (!SLIST_EMPTY(l)) {
    struct entry *e = SLIST_FIRST(l);
    SLIST_REMOVE_HEAD(l, single);
    free(e);
  }
}

// Found, removed, left.
void tailq_remove_one(struct queue *q, int value) {
  struct entry *e;
  TAILQ_FOREACH(e, q, link)
    if (e->value == value) {
      TAILQ_REMOVE(q, e, link);
      free(e);
      break;
    }
}

// Only read.
int tailq_sum(struct queue *q) {
  int sum = 0;
  struct entry *e;
  TAILQ_FOREACH(e, q, link)
    sum += e->value;
  return sum;
}
