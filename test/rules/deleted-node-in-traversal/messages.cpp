//===- messages.cpp - what the rule says, and where -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++20
#include <cstdlib>

struct Node {
  int value;
  Node *next;
};

// delete.
void deleted(Node *head) {
  for (Node *n = head; n; n = n->next) // finding: deleted-node-in-traversal certain "the loop at line [[@+0]] reads 'n' after it was deleted"
    delete n; // note: "'n' is deleted here" // note: "save the link to the next node in a variable before this, or leave the loop after it"
}

// free.
void freed(Node *n) {
  while (n) {
    std::free(n); // note: "'n' is released by 'free' here"
    n = n->next; // finding: deleted-node-in-traversal certain "reads 'n' after it was released by 'free'"
  }
}
