//===- real-lists.c - how real C programs free their lists ----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// The shapes in which tmux and Redis take their lists apart. Nothing may be said.
// RUN: %check %s
#include <stdlib.h>
#include <string.h>
#include <sys/queue.h>

struct entry {
  char *name;
  int id;
  int references;
  TAILQ_ENTRY(entry) link;
};
TAILQ_HEAD(entries, entry);

/* glibc's sys/queue.h has no _SAFE macros: programs bring their own. */
#define EACH_SAFE(var, head, field, next) \
  for ((var) = TAILQ_FIRST(head); (var) && ((next) = TAILQ_NEXT(var, field), 1); (var) = (next))

// Until it is empty.
void drain(struct entries *head) {
  struct entry *e;
  while ((e = TAILQ_FIRST(head)) != NULL) {
    TAILQ_REMOVE(head, e, link);
    free(e->name);
    free(e);
  }
}

// The next one is known before the body.
void sweep(struct entries *head, int id) {
  struct entry *e, *next;
  EACH_SAFE(e, head, link, next) {
    if (e->id != id)
      continue;
    TAILQ_REMOVE(head, e, link);
    free(e->name);
    free(e);
  }
}

// The first match only.
int removeFirst(struct entries *head, const char *name) {
  struct entry *e;
  TAILQ_FOREACH(e, head, link) {
    if (strcmp(e->name, name) == 0) {
      TAILQ_REMOVE(head, e, link);
      free(e->name);
      free(e);
      return 1;
    }
  }
  return 0;
}

// The first match only, the loop left by break.
void removeById(struct entries *head, int id) {
  struct entry *e;
  TAILQ_FOREACH(e, head, link) {
    if (e->id == id)
      break;
  }
  if (e == NULL)
    return;
  TAILQ_REMOVE(head, e, link);
  free(e);
}

// Counted: freed only when nobody else has it, through a helper.
static void release(struct entry *e) {
  if (--e->references > 0)
    return;
  free(e->name);
  free(e);
}

void releaseAll(struct entries *head) {
  struct entry *e, *next;
  EACH_SAFE(e, head, link, next)
    release(e);
}

struct node {
  struct node *next;
  struct node *prev;
  void *value;
};
struct list {
  struct node *head;
  struct node *tail;
  unsigned long length;
};

// Counted down, next saved.
void listEmpty(struct list *l) {
  unsigned long n = l->length;
  struct node *current = l->head, *next;
  while (n--) {
    next = current->next;
    free(current->value);
    free(current);
    current = next;
  }
  l->head = l->tail = NULL;
  l->length = 0;
}

// Next saved in the head of the loop.
void freeAll(struct node *head) {
  struct node *next;
  for (struct node *n = head; n != NULL; n = next) {
    next = n->next;
    free(n);
  }
}

// Unlinking with a trailing pointer.
void unlinkValue(struct node **head, void *value) {
  struct node *n = *head, *before = NULL;
  while (n) {
    if (n->value == value) {
      if (before)
        before->next = n->next;
      else
        *head = n->next;
      free(n);
      return;
    }
    before = n;
    n = n->next;
  }
}

// Unlinking with a pointer to the link.
void unlinkAll(struct node **link, void *value) {
  while (*link) {
    struct node *n = *link;
    if (n->value == value) {
      *link = n->next;
      free(n);
    } else {
      link = &n->next;
    }
  }
}

// A hash table: chains in buckets, next saved in each.
void clearTable(struct node **table, unsigned long size) {
  for (unsigned long i = 0; i < size; i++) {
    struct node *n, *next;
    if ((n = table[i]) == NULL)
      continue;
    while (n) {
      next = n->next;
      free(n->value);
      free(n);
      n = next;
    }
    table[i] = NULL;
  }
}

// Freed and set to null; the loop ends on it.
void freeOnce(struct node *n) {
  while (n != NULL) {
    if (n->value == NULL) {
      free(n);
      n = NULL;
    } else {
      n = n->next;
    }
  }
}

// Grown: the old address is never used again.
char *append(char *text, unsigned long length, char c) {
  char *grown = realloc(text, length + 2);
  if (grown == NULL) {
    free(text);
    return NULL;
  }
  grown[length] = c;
  grown[length + 1] = '\0';
  return grown;
}

// What an element owns is freed in a loop, the element after it.
void freeWords(char **words) {
  for (char **w = words; *w; w++)
    free(*w);
  free(words);
}

// From the last one on, each through the one before it: never the head. As in Squid.
struct group {
  char *name;
  struct group *next;
};
#define SAFE_FREE(p)                                                                               \
  do {                                                                                             \
    if (p) {                                                                                       \
      free(p);                                                                                     \
      (p) = NULL;                                                                                  \
    }                                                                                              \
  } while (0)
void clean_groups(struct group *groups) {
  struct group *p = groups, *previous = NULL;
  while (p) {
    while (p->next) {
      previous = p;
      p = p->next;
    }
    SAFE_FREE(p->name);
    if (previous)
      SAFE_FREE(previous->next);
    if (p == groups)
      SAFE_FREE(groups);
    p = groups;
  }
}
