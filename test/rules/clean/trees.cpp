//===- trees.cpp - linked structures and tries ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Right code; nothing may be said about this file.
// RUN: %check %s --std=c++17,c++20
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <queue>
#include <set>
#include <stack>
#include <string>
#include <typeindex>
#include <unordered_map>
#include <utility>
#include <vector>

struct Node {
  int value = 0;
  Node *next = nullptr;
};

void freeList(Node *head) {
  while (head) {
    Node *next = head->next;
    delete head;
    head = next;
  }
}

Node *reverse(Node *head) {
  Node *result = nullptr;
  while (head)
    result = std::exchange(head, std::exchange(head->next, result));
  return result;
}

Node *removeAll(Node *head, int value) {
  while (head && head->value == value) {
    Node *doomed = head;
    head = head->next;
    delete doomed;
  }
  for (Node *n = head; n && n->next;) {
    if (n->next->value == value) {
      Node *doomed = n->next;
      n->next = doomed->next;
      delete doomed;
    } else {
      n = n->next;
    }
  }
  return head;
}

void removeDuplicates(Node *head) {
  std::set<int> seen;
  Node *previous = nullptr;
  for (Node *n = head; n;) {
    Node *next = n->next;
    if (!seen.insert(n->value).second) {
      previous->next = next;
      delete n;
    } else {
      previous = n;
    }
    n = next;
  }
}

Node *merge(Node *a, Node *b) {
  Node head, *tail = &head;
  while (a && b) {
    Node *&smaller = a->value < b->value ? a : b;
    tail->next = smaller;
    tail = smaller;
    smaller = smaller->next;
  }
  tail->next = a ? a : b;
  return head.next;
}

class Stack {
  Node *top = nullptr;

public:
  ~Stack() {
    while (top)
      pop();
  }
  void push(int value) { top = new Node{value, top}; }
  int pop() {
    Node *old = top;
    int value = old->value;
    top = old->next;
    delete old;
    return value;
  }
};

struct Tree {
  int key = 0;
  std::unique_ptr<Tree> left, right;
};

void insert(std::unique_ptr<Tree> &root, int key) {
  auto *link = &root;
  while (*link)
    link = key < (*link)->key ? &(*link)->left : &(*link)->right;
  *link = std::make_unique<Tree>();
  (*link)->key = key;
}

bool erase(std::unique_ptr<Tree> &root, int key) {
  auto *link = &root;
  while (*link && (*link)->key != key)
    link = key < (*link)->key ? &(*link)->left : &(*link)->right;
  if (!*link)
    return false;
  if (!(*link)->left) {
    *link = std::move((*link)->right);
  } else if (!(*link)->right) {
    *link = std::move((*link)->left);
  } else {
    auto *smallest = &(*link)->right;
    while ((*smallest)->left)
      smallest = &(*smallest)->left;
    (*link)->key = (*smallest)->key;
    *smallest = std::move((*smallest)->right);
  }
  return true;
}

std::vector<int> inOrder(const Tree *root) {
  std::vector<int> keys;
  std::vector<const Tree *> stack;
  for (const Tree *t = root; t || !stack.empty();) {
    while (t) {
      stack.push_back(t);
      t = t->left.get();
    }
    t = stack.back();
    stack.pop_back();
    keys.push_back(t->key);
    t = t->right.get();
  }
  return keys;
}

void destroyIteratively(std::unique_ptr<Tree> root) {
  std::vector<std::unique_ptr<Tree>> work;
  work.push_back(std::move(root));
  while (!work.empty()) {
    auto tree = std::move(work.back());
    work.pop_back();
    if (!tree)
      continue;
    work.push_back(std::move(tree->left));
    work.push_back(std::move(tree->right));
  }
}

class Trie {
  struct Branch {
    std::map<char, std::unique_ptr<Branch>> children;
    bool end = false;
  };
  Branch root;

public:
  void add(const std::string &word) {
    auto *at = &root;
    for (char c : word) {
      auto &child = at->children[c];
      if (!child)
        child = std::make_unique<Branch>();
      at = child.get();
    }
    at->end = true;
  }
  bool remove(const std::string &word) { return remove(root, word, 0); }
  bool remove(Branch &at, const std::string &word, std::size_t depth) {
    if (depth == word.size())
      return std::exchange(at.end, false);
    auto it = at.children.find(word[depth]);
    if (it == at.children.end() || !remove(*it->second, word, depth + 1))
      return false;
    if (!it->second->end && it->second->children.empty())
      at.children.erase(it);
    return true;
  }
  std::vector<std::string> words() const {
    std::vector<std::string> out;
    std::vector<std::pair<const Branch *, std::string>> work{{&root, ""}};
    while (!work.empty()) {
      auto [branch, prefix] = std::move(work.back());
      work.pop_back();
      if (branch->end)
        out.push_back(prefix);
      for (const auto &[c, child] : branch->children)
        work.emplace_back(child.get(), prefix + c);
    }
    return out;
  }
};
