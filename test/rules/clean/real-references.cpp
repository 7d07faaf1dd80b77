//===- real-references.cpp - references that real programs keep --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// References, pointers and iterators kept over changes that leave them alone, as
// found in the projects of docs/quality.md. Nothing may be said about this file.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

// A worklist by index: growth during the walk, no reference over it.
int closure(std::vector<int> work) {
  for (size_t i = 0; i != work.size(); ++i) {
    int value = work[i];
    if (value > 1)
      work.push_back(value / 2);
  }
  return static_cast<int>(work.size());
}

// The last element is copied, popped, and others are pushed.
struct Node {
  std::vector<Node *> children;
  int weight = 0;
};
int weigh(Node *root) {
  std::vector<Node *> stack{root};
  int sum = 0;
  while (!stack.empty()) {
    Node *node = stack.back();
    stack.pop_back();
    sum += node->weight;
    for (Node *child : node->children)
      stack.push_back(child);
  }
  return sum;
}

// The top is a reference until the next push, fetched anew in each round.
int depthFirst(Node *root) {
  std::vector<std::pair<Node *, size_t>> stack;
  stack.push_back({root, 0});
  int seen = 0;
  while (!stack.empty()) {
    auto &top = stack.back();
    if (top.second == top.first->children.size()) {
      stack.pop_back();
      ++seen;
      continue;
    }
    Node *child = top.first->children[top.second++];
    stack.push_back({child, 0});
  }
  return seen;
}

// A map's value stays where it is while the map grows.
int &counterOf(std::map<std::string, int> &counters, const std::string &name) {
  int &value = counters[name];
  counters.emplace(name + ".total", 0);
  ++value;
  return value;
}

// The same with a hash map: the iterator is gone, the reference is not used as one.
void link(std::unordered_map<int, std::vector<int>> &edges, int from, int to) {
  std::vector<int> &out = edges[from];
  edges[to];
  out.push_back(to);
}

// Insert if absent; the iterator that insert returns is the one that is used.
std::string &intern(std::unordered_map<std::string, std::unique_ptr<std::string>> &pool,
                    const std::string &text) {
  auto it = pool.find(text);
  if (it == pool.end())
    it = pool.emplace(text, std::make_unique<std::string>(text)).first;
  return *it->second;
}

// The pointee outlives the vector that grew.
Node *adopt(std::vector<std::unique_ptr<Node>> &nodes) {
  nodes.push_back(std::make_unique<Node>());
  Node *fresh = nodes.back().get();
  nodes.push_back(std::make_unique<Node>());
  fresh->weight = 1;
  return fresh;
}

// Fetched again after the growth.
int *grown(std::vector<int> &values) {
  int *first = values.data();
  *first = 1;
  values.resize(values.size() + 8);
  first = values.data();
  *first = 2;
  return first;
}

// Room was made first.
void duplicate(std::vector<int> &values) {
  values.reserve(values.size() * 2);
  const auto end = values.size();
  for (size_t i = 0; i < end; ++i)
    values.push_back(values[i]);
}

// An offset instead of an iterator over the insertion.
void insertSorted(std::vector<int> &values, int value) {
  auto it = std::lower_bound(values.begin(), values.end(), value);
  auto offset = it - values.begin();
  values.insert(it, value);
  values[offset] = value;
}

// A member is walked, another one collects, then they change places.
struct Queue {
  std::vector<int> waiting;
  std::vector<int> running;
  void step() {
    std::vector<int> left;
    for (int job : waiting) {
      if (job % 2)
        running.push_back(job);
      else
        left.push_back(job);
    }
    waiting.swap(left);
  }
  void flush() {
    std::vector<int> jobs;
    jobs.swap(waiting);
    for (int job : jobs)
      waiting.push_back(job + 1);
  }
};

// The walked set is copied; the elements leave the original.
struct Registry {
  std::set<Node *> nodes;
  void remove(Node *node) { nodes.erase(node); }
  void removeAll() {
    std::set<Node *> copy = nodes;
    for (Node *node : copy)
      remove(node);
  }
  void removeLight() {
    std::vector<Node *> light;
    for (Node *node : nodes)
      if (node->weight == 0)
        light.push_back(node);
    for (Node *node : light)
      nodes.erase(node);
  }
};

// A string is cut and looked at again with fresh positions.
std::string trim(std::string text) {
  auto begin = text.find_first_not_of(' ');
  if (begin == std::string::npos)
    return "";
  text.erase(0, begin);
  auto end = text.find_last_not_of(' ');
  text.erase(end + 1);
  return text;
}

// c_str() for the length of a call only, before each change.
size_t lengthOf(const char *text);
size_t measure(std::string text) {
  size_t sum = lengthOf(text.c_str());
  text += '!';
  return sum + lengthOf(text.c_str());
}

// The result of find is tested, the container changed on the other path only.
int lookUp(std::map<int, int> &cache, int key) {
  auto it = cache.find(key);
  if (it != cache.end())
    return it->second;
  if (cache.size() > 100)
    cache.clear();
  int value = key * key;
  cache[key] = value;
  return value;
}

// A deque used as a queue.
int breadthFirst(Node *root) {
  std::deque<Node *> queue{root};
  int sum = 0;
  while (!queue.empty()) {
    Node *node = queue.front();
    queue.pop_front();
    sum += node->weight;
    for (Node *child : node->children)
      queue.push_back(child);
  }
  return sum;
}

// A pointer to the current group, set anew whenever a group is added.
struct Group {
  std::string name;
  std::vector<int> items;
};
std::vector<Group> groupBy(const std::vector<std::pair<std::string, int>> &rows) {
  std::vector<Group> groups;
  Group *current = nullptr;
  for (const auto &row : rows) {
    if (!current || current->name != row.first) {
      groups.push_back({row.first, {}});
      current = &groups.back();
    }
    current->items.push_back(row.second);
  }
  return groups;
}
