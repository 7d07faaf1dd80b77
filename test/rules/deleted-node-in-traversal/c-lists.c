//===- c-lists.c - linked lists in C ------------------------------*- C -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c99,c17
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

struct node {
  int value;
  struct node *next;
  char *name;
};

// The classic.
void free_in_for(struct node *head) {
  for (struct node *n = head; n; n = n->next) // finding: deleted-node-in-traversal "'n'"
    free(n);
}

// Parts first, then the node: the node is still read for its link.
void free_parts_in_for(struct node *head) {
  struct node *n;
  for (n = head; n != NULL; n = n->next) { // finding: deleted-node-in-traversal
    free(n->name);
    free(n);
  }
}

// In a while loop.
void free_in_while(struct node *n) {
  while (n != NULL) {
    free(n);
    n = n->next; // finding: deleted-node-in-traversal certain
  }
}

// The node first, then its parts: wrong, but no traversal.
void free_node_before_parts(struct node *n) {
  free(n);
  free(n->name);
}

// The same in a traversal.
void free_node_before_parts_in_loop(struct node *n) {
  while (n) {
    struct node *next = n->next;
    free(n);
    free(n->name); // finding: deleted-node-in-traversal
    n = next;
  }
}

// realloc may move the node.
void old_after_realloc(struct node *head) {
  for (struct node *n = head; n; n = n->next) { // finding: deleted-node-in-traversal
    struct node *bigger = realloc(n, 2 * sizeof *n);
    if (!bigger)
      return;
    bigger->value = 0;
  }
}

// The new block is the one to use.
int new_after_realloc(struct node *n) {
  struct node *bigger = realloc(n, 2 * sizeof *n);
  if (!bigger) {
    free(n);
    return 0;
  }
  return bigger->value;
}

// next saved first.
void next_saved(struct node *head) {
  struct node *n = head;
  while (n) {
    struct node *next = n->next;
    free(n->name);
    free(n);
    n = next;
  }
}

// The head moves on first.
void head_moves_on(struct node **head) {
  while (*head) {
    struct node *doomed = *head;
    *head = doomed->next;
    free(doomed);
  }
}

// Only the parts are freed.
void free_parts_only(struct node *head) {
  for (struct node *n = head; n; n = n->next) {
    free(n->name);
    n->name = NULL;
  }
}

// Freed, then left.
bool free_first_match(struct node *head, int value) {
  struct node **link = &head;
  for (struct node *n = head; n; link = &n->next, n = n->next)
    if (n->value == value) {
      *link = n->next;
      free(n);
      return true;
    }
  return false;
}

// goto out of the loop.
int free_and_goto(struct node *head) {
  int result = 0;
  for (struct node *n = head; n; n = n->next)
    if (n->value < 0) {
      free(n);
      result = -1;
      goto out;
    }
out:
  return result;
}

// A block that is freed and made again.
int free_and_remake(void) {
  int *p = malloc(sizeof *p);
  free(p);
  p = malloc(sizeof *p);
  if (!p)
    return 0;
  *p = 1;
  int value = *p;
  free(p);
  return value;
}

// The error path frees, the good path returns.
struct node *make(int value) {
  struct node *n = calloc(1, sizeof *n);
  if (!n)
    return NULL;
  n->name = malloc(16);
  if (!n->name) {
    free(n);
    return NULL;
  }
  n->value = value;
  return n;
}

// Everybody has a free of their own.
static void drop(void *p) { free(p); }
static void drop_node(struct node *n) {
  drop(n->name);
  drop(n);
}
void drop_all(struct node *head) {
  for (struct node *n = head; n; n = n->next) // finding: deleted-node-in-traversal
    drop_node(n);
}
void drop_all_properly(struct node *head) {
  while (head) {
    struct node *next = head->next;
    drop_node(head);
    head = next;
  }
}
void drop_names(struct node *head) {
  for (struct node *n = head; n; n = n->next) {
    drop(n->name);
    n->name = NULL;
  }
}

// SQLite's measuring of what would be freed: what members were read of is not null.
struct database {
  struct node *first;
  int *measured;
};
void visit(struct database *db, struct node *n);
static void drop_or_measure(struct database *db, void *p) {
  if (db) {
    if (db->measured) {
      *db->measured += 1;
      return;
    }
  }
  free(p);
}
int measure(struct database *db) {
  int count = 0;
  db->measured = &count;
  for (struct node *n = db->first; n; n = n->next) {
    visit(db, n);
    drop_or_measure(db, n);
  }
  db->measured = NULL;
  return count;
}
void drop_unless_measured(struct database *db) {
  for (struct node *n = db->first; n; n = n->next) // finding: deleted-node-in-traversal
    drop_or_measure(db, n);
}
