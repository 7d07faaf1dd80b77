//===- containers.c - containers written in C ---------------------*- C -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Right code; nothing may be said about this file.
// RUN: %check %s --std=c99,c17
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

struct array {
  int *items;
  size_t count, capacity;
};

bool array_push(struct array *a, int item) {
  if (a->count == a->capacity) {
    size_t capacity = a->capacity ? 2 * a->capacity : 8;
    int *items = realloc(a->items, capacity * sizeof *items);
    if (!items)
      return false;
    a->items = items;
    a->capacity = capacity;
  }
  a->items[a->count++] = item;
  return true;
}

void array_remove(struct array *a, size_t i) {
  memmove(a->items + i, a->items + i + 1, (a->count - i - 1) * sizeof *a->items);
  --a->count;
}

void array_remove_value(struct array *a, int value) {
  size_t out = 0;
  for (size_t i = 0; i < a->count; ++i)
    if (a->items[i] != value)
      a->items[out++] = a->items[i];
  a->count = out;
}

void array_free(struct array *a) {
  free(a->items);
  a->items = NULL;
  a->count = a->capacity = 0;
}

struct buffer {
  char *text;
  size_t length, capacity;
};

int buffer_append(struct buffer *b, const char *s) {
  size_t n = strlen(s);
  if (b->length + n + 1 > b->capacity) {
    size_t capacity = 2 * (b->length + n + 1);
    char *text = realloc(b->text, capacity);
    if (text == NULL)
      return -1;
    b->text = text;
    b->capacity = capacity;
  }
  memcpy(b->text + b->length, s, n + 1);
  b->length += n;
  return 0;
}

char *buffer_take(struct buffer *b) {
  char *text = b->text;
  b->text = NULL;
  b->length = b->capacity = 0;
  return text;
}

struct entry {
  char *key;
  int value;
  struct entry *next;
};

struct table {
  struct entry **buckets;
  size_t size, count;
};

static size_t hash(const char *s) {
  size_t h = 5381;
  while (*s)
    h = h * 33 + (unsigned char)*s++;
  return h;
}

struct entry *table_find(struct table *t, const char *key) {
  for (struct entry *e = t->buckets[hash(key) % t->size]; e; e = e->next)
    if (strcmp(e->key, key) == 0)
      return e;
  return NULL;
}

bool table_grow(struct table *t) {
  size_t size = 2 * t->size + 1;
  struct entry **buckets = calloc(size, sizeof *buckets);
  if (!buckets)
    return false;
  for (size_t i = 0; i < t->size; ++i) {
    struct entry *e = t->buckets[i];
    while (e) {
      struct entry *next = e->next;
      struct entry **slot = &buckets[hash(e->key) % size];
      e->next = *slot;
      *slot = e;
      e = next;
    }
  }
  free(t->buckets);
  t->buckets = buckets;
  t->size = size;
  return true;
}

bool table_put(struct table *t, const char *key, int value) {
  struct entry *e = table_find(t, key);
  if (e) {
    e->value = value;
    return true;
  }
  if (t->count >= t->size && !table_grow(t))
    return false;
  e = malloc(sizeof *e);
  if (!e)
    return false;
  e->key = malloc(strlen(key) + 1);
  if (!e->key) {
    free(e);
    return false;
  }
  strcpy(e->key, key);
  e->value = value;
  struct entry **slot = &t->buckets[hash(key) % t->size];
  e->next = *slot;
  *slot = e;
  ++t->count;
  return true;
}

bool table_remove(struct table *t, const char *key) {
  struct entry **link = &t->buckets[hash(key) % t->size];
  while (*link) {
    struct entry *e = *link;
    if (strcmp(e->key, key) == 0) {
      *link = e->next;
      free(e->key);
      free(e);
      --t->count;
      return true;
    }
    link = &e->next;
  }
  return false;
}

void table_remove_if(struct table *t, bool (*doomed)(const struct entry *)) {
  for (size_t i = 0; i < t->size; ++i)
    for (struct entry **link = &t->buckets[i]; *link;) {
      struct entry *e = *link;
      if (doomed(e)) {
        *link = e->next;
        free(e->key);
        free(e);
        --t->count;
      } else {
        link = &e->next;
      }
    }
}

void table_free(struct table *t) {
  for (size_t i = 0; i < t->size; ++i) {
    struct entry *e = t->buckets[i];
    while (e) {
      struct entry *next = e->next;
      free(e->key);
      free(e);
      e = next;
    }
    t->buckets[i] = NULL;
  }
  free(t->buckets);
}

struct link {
  struct link *next, *previous;
};

void ring_init(struct link *head) { head->next = head->previous = head; }

void ring_insert(struct link *head, struct link *item) {
  item->next = head->next;
  item->previous = head;
  head->next->previous = item;
  head->next = item;
}

void ring_free(struct link *head) {
  struct link *item = head->next;
  while (item != head) {
    struct link *next = item->next;
    free(item);
    item = next;
  }
  ring_init(head);
}

void ring_pop_all(struct link *head) {
  while (head->next != head) {
    struct link *item = head->next;
    head->next = item->next;
    item->next->previous = head;
    free(item);
  }
}

struct tree {
  int key;
  struct tree *left, *right;
};

void tree_free(struct tree *t) {
  if (t == NULL)
    return;
  tree_free(t->left);
  tree_free(t->right);
  free(t);
}

struct tree *tree_remove_smallest(struct tree **root) {
  struct tree **link = root;
  while ((*link)->left)
    link = &(*link)->left;
  struct tree *smallest = *link;
  *link = smallest->right;
  return smallest;
}

char **split(char *text, size_t *count) {
  char **parts = NULL;
  size_t n = 0;
  for (char *part = strtok(text, ","); part; part = strtok(NULL, ",")) {
    char **more = realloc(parts, (n + 1) * sizeof *parts);
    if (!more) {
      free(parts);
      return NULL;
    }
    parts = more;
    parts[n++] = part;
  }
  *count = n;
  return parts;
}

void free_all(char **names, size_t n) {
  for (size_t i = 0; i < n; ++i)
    free(names[i]);
  free(names);
}

void free_until_null(char **names) {
  for (char **p = names; *p; ++p)
    free(*p);
  free(names);
}
