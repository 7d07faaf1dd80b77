// RUN: %holdfast lower --text %s -- | FileCheck %s
//
// C: raw nodes, deallocation functions, statement expressions of list macros.
#include <stddef.h>
#include <stdlib.h>

struct node {
  struct node *next;
};
void freeAll(struct node *h) {
  for (struct node *n = h; n; n = n->next)
    free(n);
}
// CHECK-LABEL: function "freeAll"
// CHECK: branch %n,
// CHECK: op free(I) args %n
// CHECK: assign %n = %n.*.next@node

struct list_head {
  struct list_head *next;
};
struct item {
  int x;
  struct list_head list;
};
#define container_of(ptr, type, member)                                                            \
  ({                                                                                               \
    struct list_head *__mptr = (ptr);                                                              \
    (type *)((char *)__mptr - offsetof(type, member));                                             \
  })
int first(struct list_head *head) { return container_of(head->next, struct item, list)->x; }
// CHECK-LABEL: function "first"
// CHECK: assign %__mptr = %head.*.next@list_head
// CHECK: sub [[P:%[0-9]+]] = %__mptr, ?
// CHECK: return [[P]].*.x@item
