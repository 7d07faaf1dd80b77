//===- linked-nodes.cpp - nodes deleted under the traversal -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include "../Inputs/Execute.h"
#include <cstdlib>
#include <memory>
#include <utility>

struct Node {
  int value = 0;
  Node *next = nullptr;
  Node *previous = nullptr;
};

struct Tree {
  Tree *left = nullptr, *right = nullptr;
};

inline void log(int) {}

// The classic: next is read from the dead node.
void deleteInFor(Node *head) {
  for (Node *n = head; n; n = n->next) // finding: deleted-node-in-traversal "'n'"
    delete n;
}

// The same with free.
void freeInFor(Node *head) {
  for (Node *n = head; n; n = n->next) // finding: deleted-node-in-traversal
    std::free(n);
}

// The same in a while loop.
void deleteInWhile(Node *n) {
  while (n) {
    delete n;
    n = n->next; // finding: deleted-node-in-traversal certain
  }
}

// The same in a do loop.
void deleteInDo(Node *n) {
  do {
    delete n;
    n = n->next; // finding: deleted-node-in-traversal
  } while (n != nullptr);
}

// Only some are deleted.
void deleteSome(Node *head, int value) {
  for (Node *n = head; n != nullptr; n = n->next) // finding: deleted-node-in-traversal
    if (n->value == value)
      delete n;
}

// Backwards.
void deleteBackwards(Node *tail) {
  for (Node *n = tail; n; n = n->previous) // finding: deleted-node-in-traversal
    delete n;
}

// No traversal: a use after free outside of loops is left to the tools that are made for it.
int valueAfterDelete(Node *n) {
  delete n;
  return n->value;
}

// Through a copy of the pointer.
void deleteCopy(Node *head) {
  for (Node *n = head; n; n = n->next) { // finding: deleted-node-in-traversal
    Node *doomed = n;
    delete doomed;
  }
}

// next saved first.
void nextSaved(Node *head) {
  for (Node *n = head; n;) {
    Node *next = n->next;
    delete n;
    n = next;
  }
}

// next saved in the header.
void nextSavedInHeader(Node *head) {
  for (Node *n = head, *next; n; n = next) {
    next = n->next;
    delete n;
  }
}

// The head moves on before the delete.
void headMovesOn(Node *&head) {
  while (head) {
    Node *doomed = head;
    head = head->next;
    delete doomed;
  }
}

// std::exchange moves on.
void exchangeMovesOn(Node *head) {
  while (head)
    delete std::exchange(head, head->next);
}

// Deleted, then the loop is left.
void deleteOne(Node *head, int value) {
  for (Node *n = head; n; n = n->next)
    if (n->value == value) {
      delete n;
      break;
    }
}

// Deleted, then returned.
bool deleteOneReturn(Node *head, int value) {
  for (Node *n = head; n; n = n->next)
    if (n->value == value) {
      delete n;
      return true;
    }
  return false;
}

// The unlink idiom with a pointer to the link.
void unlink(Node **link, int value) {
  while (*link) {
    Node *n = *link;
    if (n->value == value) {
      *link = n->next;
      delete n;
    } else {
      link = &n->next;
    }
  }
}

// Another node is deleted.
void deleteOther(Node *head) {
  for (Node *n = head; n; n = n->next) {
    Node *other = new Node;
    log(n->value);
    delete other;
  }
}

// The successor is unlinked and deleted.
void deleteSuccessor(Node *head) {
  for (Node *n = head; n; n = n->next)
    if (Node *next = n->next) {
      n->next = next->next;
      delete next;
    }
}

// The successor is deleted but not unlinked: the next turn reads from it.
void deleteSuccessorLinked(Node *head) {
  for (Node *n = head; n; n = n->next)
    delete n->next; // finding: deleted-node-in-traversal
}

// Recursion: both children first, then the node.
void deleteTree(Tree *t) {
  if (!t)
    return;
  deleteTree(t->left);
  deleteTree(t->right);
  delete t;
}

// The node first, then its children: wrong, and no loop.
void deleteTreeWrong(Tree *t) {
  if (!t)
    return;
  delete t;
  deleteTreeWrong(t->left);
  deleteTreeWrong(t->right);
}

// Deleted and set to null: the check keeps the dead one away.
void deleteAndNull(Node *n) {
  if (n->value) {
    delete n;
    n = nullptr;
  }
  if (n)
    log(n->value);
}

// The pointer itself may be compared or printed; nothing of the node is read.
bool comparedAfterDelete(Node *n, Node *m) {
  delete n;
  return m == nullptr;
}

// A use that a flag excludes.
void excludedByFlag(Node *n) {
  bool deleted = false;
  if (n->value == 2) {
    delete n;
    deleted = true;
  }
  if (!deleted)
    log(n->value);
}

// Owned by a unique_ptr that is reset: no loop.
struct Owner {
  int value = 0;
  std::unique_ptr<Owner> next;
};
int resetOwner(std::unique_ptr<Owner> &o) {
  Owner *raw = o.get();
  o.reset();
  return raw->value;
}

// The chain of owners taken apart from the front.
void popOwners(std::unique_ptr<Owner> &head) {
  while (head)
    head = std::move(head->next);
}

// The owner of the node is reset inside the walk.
int resetInWalk(std::unique_ptr<Owner> &o) {
  int sum = 0;
  for (Owner *n = o.get(); n; n = n->next.get()) { // finding: deleted-node-in-traversal
    sum += n->value;
    if (n->value == 2)
      o.reset();
  }
  return sum;
}

// Released first, deleted later by hand.
int releaseOwner(std::unique_ptr<Owner> &o) {
  Owner *raw = o.release();
  int value = raw->value;
  delete raw;
  return value;
}

// delete this, then a member: no loop.
class Session {
  int id = 0;

public:
  int close() {
    delete this;
    return id;
  }
  void closeAndReturn() {
    delete this;
    return;
  }
};

// An array of pointers: each is deleted once, the array lives on.
void deletePointees(Node **nodes, int n) {
  for (int i = 0; i < n; ++i)
    delete nodes[i];
  for (int i = 0; i < n; ++i)
    nodes[i] = nullptr;
}

// Each node is replaced by a copy; one of them is selected. Found in OpenTTD.
struct Config {
  Config *next = nullptr;
  int version = 1;
  Config() = default;
  Config(const Config &other) : version(other.version) {}
};
void replaceEach(Config *&head, Config *&selected) {
  for (Config **link = &head; *link != nullptr; link = &(*link)->next) {
    Config *old = *link;
    *link = new Config(*old);
    (*link)->next = old->next;
    if (selected == old)
      selected = *link;
    delete old;
  }
}
// Plain copies.
void replaceEachNode(Node *&head, Node *&selected) {
  for (Node **link = &head; *link != nullptr; link = &(*link)->next) { // known-false-alarm: deleted-node-in-traversal issue "The whole program"
    Node *old = *link;
    *link = new Node(*old);
    (*link)->next = old->next;
    if (selected == old)
      selected = *link;
    delete old;
  }
}

#ifdef HOLDFAST_EXECUTE
Node *chain() {
  Node *a = new Node{1}, *b = new Node{2}, *c = new Node{3};
  a->next = b, b->next = c, c->previous = b, b->previous = a;
  return a;
}
Config *&configs() {
  auto **first = new Config *(new Config);
  (*first)->next = new Config;
  return *first;
}
Node *&head() { return *new Node *(chain()); }
std::unique_ptr<Owner> &owner() {
  auto *o = new std::unique_ptr<Owner>(new Owner);
  (*o)->next.reset(new Owner);
  return *o;
}
#endif

EXECUTE(BAD_CALL(deleteInFor(chain())) BAD_CALL(deleteInWhile(chain())) BAD_CALL(deleteInDo(chain()))
        BAD_CALL(deleteSome(chain(), 2)) BAD_CALL(deleteBackwards(chain()->next))
        BAD_CALL(valueAfterDelete(chain())) BAD_CALL(deleteCopy(chain())) GOOD_CALL(nextSaved(chain()))
        GOOD_CALL(nextSavedInHeader(chain())) GOOD_CALL(headMovesOn(head()))
        GOOD_CALL(exchangeMovesOn(chain())) GOOD_CALL(deleteOne(chain(), 2))
        GOOD_CALL(deleteOneReturn(chain(), 2)) GOOD_CALL(unlink(&head(), 2))
        GOOD_CALL(deleteOther(chain())) GOOD_CALL(deleteSuccessor(chain()))
        BAD_CALL(deleteSuccessorLinked(chain())) GOOD_CALL(deleteTree(new Tree{new Tree, new Tree}))
        BAD_CALL(deleteTreeWrong(new Tree{new Tree, new Tree})) GOOD_CALL(deleteAndNull(chain()))
        GOOD_CALL(comparedAfterDelete(chain(), nullptr)) GOOD_CALL(excludedByFlag(chain()->next))
        BAD_CALL(resetOwner(owner())) GOOD_CALL(popOwners(owner())) GOOD_CALL(releaseOwner(owner()))
        GOOD_CALL(replaceEach(configs(), configs())) GOOD_CALL(replaceEachNode(head(), head()))
        BAD_CALL((new Session)->close()) GOOD_CALL((new Session)->closeAndReturn()))
