//===- callees.cpp - nodes that a called function deletes -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
struct Token {
  Token *next;
  Token *previous;
  int op;
};

// The shape of simplecpp's TokenList.
class TokenList {
public:
  void deleteToken(Token *tok) {
    if (!tok)
      return;
    Token *const prev = tok->previous;
    Token *const next = tok->next;
    if (prev)
      prev->next = next;
    if (next)
      next->previous = prev;
    if (front == tok)
      front = next;
    delete tok;
  }
  // The next one: its neighbours know each other afterwards.
  void mergeWithNext() {
    for (Token *tok = front; tok; tok = tok->next)
      if (tok->op == 1)
        deleteToken(tok->next);
  }
  // The one at hand.
  void deleteThis() {
    for (Token *tok = front; tok; tok = tok->next) // finding: deleted-node-in-traversal
      if (tok->op == 1)
        deleteToken(tok);
  }

private:
  Token *front = nullptr;
};

// LLVM's User.cpp: operands lie before the object, or elsewhere. Only those that lie elsewhere
// grow.
struct Operand {
  void *value;
};
struct User {
  User *next;
  bool isHungOff;
  unsigned count;
  Operand *operands() {
    return isHungOff ? *(reinterpret_cast<Operand **>(this) - 1)
                     : reinterpret_cast<Operand *>(this) - count;
  }
  void grow() {
    Operand *old = operands();
    *(reinterpret_cast<Operand **>(this) - 1) = static_cast<Operand *>(::operator new(2 * count));
    ::operator delete(old);
  }
};
void growAll(User *first) {
  for (User *u = first; u; u = u->next)
    u->grow();
}
