//===- kernel-list.c - the Linux kernel's lists -------------------*- C -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=gnu11,gnu17
//
// The macros are written after the documentation of <linux/list.h>: an entry
// embeds its links, and container_of goes from the links to the entry.
#include <stddef.h>
#include <stdlib.h>

struct list_head {
  struct list_head *next, *prev;
};

#define container_of(ptr, type, member) ((type *)((char *)(ptr)-offsetof(type, member)))
#define list_entry(ptr, type, member) container_of(ptr, type, member)
#define list_first_entry(ptr, type, member) list_entry((ptr)->next, type, member)
#define list_next_entry(pos, member) list_entry((pos)->member.next, __typeof__(*(pos)), member)
#define list_for_each(pos, head) for (pos = (head)->next; pos != (head); pos = pos->next)
#define list_for_each_safe(pos, n, head)                                                           \
  for (pos = (head)->next, n = pos->next; pos != (head); pos = n, n = pos->next)
#define list_for_each_entry(pos, head, member)                                                     \
  for (pos = list_first_entry(head, __typeof__(*pos), member); &pos->member != (head);             \
       pos = list_next_entry(pos, member))
#define list_for_each_entry_safe(pos, n, head, member)                                             \
  for (pos = list_first_entry(head, __typeof__(*pos), member), n = list_next_entry(pos, member);   \
       &pos->member != (head); pos = n, n = list_next_entry(n, member))

static inline void list_del(struct list_head *entry) {
  entry->prev->next = entry->next;
  entry->next->prev = entry->prev;
}
static inline int list_empty(const struct list_head *head) { return head->next == head; }

struct item {
  int value;
  struct list_head link;
};

// The entry's links are read after its death.
void free_entries(struct list_head *head) {
  struct item *pos;
  list_for_each_entry(pos, head, link) // finding: deleted-node-in-traversal "'pos'"
    free(pos);
}

// Unlinked first, still read.
void unlink_and_free(struct list_head *head) {
  struct item *pos;
  list_for_each_entry(pos, head, link) { // finding: deleted-node-in-traversal
    list_del(&pos->link);
    free(pos);
  }
}

// The cursor over the links, the entry freed around it.
void free_around_links(struct list_head *head) {
  struct list_head *pos;
  list_for_each(pos, head) { // finding: deleted-node-in-traversal
    struct item *item = list_entry(pos, struct item, link);
    free(item);
  }
}

// The safe form.
void free_safe(struct list_head *head) {
  struct item *pos, *next;
  list_for_each_entry_safe(pos, next, head, link) {
    list_del(&pos->link);
    free(pos);
  }
}

// The safe form over the links.
void free_links_safe(struct list_head *head) {
  struct list_head *pos, *next;
  list_for_each_safe(pos, next, head)
    free(list_entry(pos, struct item, link));
}

// Found and left.
void remove_one(struct list_head *head, int value) {
  struct item *pos;
  list_for_each_entry(pos, head, link)
    if (pos->value == value) {
      list_del(&pos->link);
      free(pos);
      return;
    }
}

// Always the first.
void drain(struct list_head *head) {
  while (!list_empty(head)) {
    struct item *item = list_first_entry(head, struct item, link);
    list_del(&item->link);
    free(item);
  }
}

// Only read.
int sum(struct list_head *head) {
  int n = 0;
  struct item *pos;
  list_for_each_entry(pos, head, link)
    n += pos->value;
  return n;
}
