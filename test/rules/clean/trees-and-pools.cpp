//===- trees-and-pools.cpp - linked structures, pools and registries *- C++ -*-===//
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

template <class T> class SlotMap {
  struct Slot {
    std::optional<T> value;
    std::uint32_t generation = 0;
  };
  std::vector<Slot> slots;
  std::vector<std::uint32_t> unused;

public:
  std::pair<std::uint32_t, std::uint32_t> insert(T value) {
    if (unused.empty()) {
      unused.push_back(static_cast<std::uint32_t>(slots.size()));
      slots.emplace_back();
    }
    auto index = unused.back();
    unused.pop_back();
    auto &slot = slots[index];
    slot.value = std::move(value);
    return {index, slot.generation};
  }
  void erase(std::uint32_t index) {
    auto &slot = slots.at(index);
    slot.value.reset();
    ++slot.generation;
    unused.push_back(index);
  }
  T *get(std::uint32_t index, std::uint32_t generation) {
    if (index >= slots.size() || slots[index].generation != generation || !slots[index].value)
      return nullptr;
    return &*slots[index].value;
  }
  template <class F> void each(F f) {
    for (auto &slot : slots)
      if (slot.value)
        f(*slot.value);
  }
};
template class SlotMap<std::string>;
void lengths(SlotMap<std::string> &m, std::vector<std::size_t> &out) {
  m.each([&](std::string &s) { out.push_back(s.size()); });
}

class ObjectPool {
  std::deque<Node> storage;
  std::vector<Node *> unused;

public:
  Node *acquire() {
    if (unused.empty()) {
      storage.emplace_back();
      return &storage.back();
    }
    Node *node = unused.back();
    unused.pop_back();
    return node;
  }
  void release(Node *node) {
    *node = Node();
    unused.push_back(node);
  }
};

template <class T, std::size_t N> class Ring {
  std::array<T, N> items{};
  std::size_t first = 0, count = 0;

public:
  bool push(T item) {
    if (count == N)
      return false;
    items[(first + count++) % N] = std::move(item);
    return true;
  }
  T pop() {
    T item = std::move(items[first]);
    first = (first + 1) % N;
    --count;
    return item;
  }
};
template class Ring<std::string, 8>;

struct Particle {
  float x = 0, speed = 0;
  int life = 0;
};

class World {
  std::vector<Particle> particles;
  std::vector<Particle> spawned;
  std::unordered_map<int, std::vector<int>> grid;

public:
  void update() {
    for (auto &p : particles) {
      p.x += p.speed;
      if (--p.life == 1)
        spawned.push_back({p.x, -p.speed, 100});
    }
    particles.erase(std::remove_if(particles.begin(), particles.end(),
                                   [](const Particle &p) { return p.life <= 0; }),
                    particles.end());
    particles.insert(particles.end(), spawned.begin(), spawned.end());
    spawned.clear();
  }
  void swapRemove() {
    for (std::size_t i = 0; i < particles.size();) {
      if (particles[i].life <= 0) {
        std::swap(particles[i], particles.back());
        particles.pop_back();
      } else {
        ++i;
      }
    }
  }
  void index() {
    grid.clear();
    for (std::size_t i = 0; i < particles.size(); ++i)
      grid[int(particles[i].x) / 16].push_back(int(i));
  }
  int neighbours(int cell) const {
    int n = 0;
    for (int c = cell - 1; c <= cell + 1; ++c)
      if (auto it = grid.find(c); it != grid.end())
        n += int(it->second.size());
    return n;
  }
};

class Registry {
  std::unordered_map<std::type_index, std::function<std::unique_ptr<Tree>()>> makers;
  std::map<std::string, std::type_index> names;

public:
  void add(const std::string &name, std::type_index type, std::function<std::unique_ptr<Tree>()> f) {
    names.emplace(name, type);
    makers[type] = std::move(f);
  }
  void removeUnnamed() {
    std::set<std::type_index> named;
    for (const auto &[name, type] : names)
      named.insert(type);
    for (auto it = makers.begin(); it != makers.end();)
      it = named.count(it->first) ? std::next(it) : makers.erase(it);
  }
};

class Document {
  std::list<std::string> lines;
  std::list<std::string>::iterator cursor = lines.begin();

public:
  void insertLine(std::string text) { cursor = lines.insert(cursor, std::move(text)); }
  void deleteLine() {
    if (cursor != lines.end())
      cursor = lines.erase(cursor);
  }
  void moveUp() {
    if (cursor != lines.begin())
      --cursor;
  }
  void moveDown() {
    if (cursor != lines.end())
      ++cursor;
  }
  void joinWithNext() {
    if (cursor == lines.end())
      return;
    auto next = std::next(cursor);
    if (next == lines.end())
      return;
    *cursor += *next;
    lines.erase(next);
  }
  void splitAt(std::size_t column) {
    if (cursor == lines.end() || column > cursor->size())
      return;
    auto rest = cursor->substr(column);
    cursor->erase(column);
    cursor = lines.insert(std::next(cursor), std::move(rest));
  }
};

class Polynomial {
  std::map<int, double> terms;

public:
  void add(int exponent, double factor) {
    auto it = terms.emplace(exponent, 0).first;
    it->second += factor;
    if (it->second == 0)
      terms.erase(it);
  }
  Polynomial times(const Polynomial &other) const {
    Polynomial result;
    for (const auto &[e1, f1] : terms)
      for (const auto &[e2, f2] : other.terms)
        result.add(e1 + e2, f1 * f2);
    return result;
  }
  void negate() {
    for (auto &term : terms)
      term.second = -term.second;
  }
};

class SparseMatrix {
  std::map<int, std::map<int, double>> rows;

public:
  void set(int r, int c, double v) {
    if (v != 0) {
      rows[r][c] = v;
      return;
    }
    auto row = rows.find(r);
    if (row == rows.end())
      return;
    row->second.erase(c);
    if (row->second.empty())
      rows.erase(row);
  }
  void scaleAndDrop(double by, double limit) {
    for (auto row = rows.begin(); row != rows.end();) {
      auto &cells = row->second;
      for (auto cell = cells.begin(); cell != cells.end();) {
        cell->second *= by;
        if (cell->second < limit)
          cell = cells.erase(cell);
        else
          ++cell;
      }
      if (cells.empty())
        row = rows.erase(row);
      else
        ++row;
    }
  }
};

std::size_t countNodes(const Tree *root) {
  std::queue<const Tree *> work;
  std::size_t n = 0;
  for (work.push(root); !work.empty();) {
    const Tree *t = work.front();
    work.pop();
    if (!t)
      continue;
    ++n;
    work.push(t->left.get());
    work.push(t->right.get());
  }
  return n;
}

struct Task {
  std::string name;
  std::vector<Task *> waiting;
  int blockers = 0;
};

std::vector<Task *> finish(Task &task) {
  std::vector<Task *> ready;
  for (Task *t : task.waiting)
    if (--t->blockers == 0)
      ready.push_back(t);
  task.waiting.clear();
  return ready;
}

void deleteAll(std::map<int, Tree *> &trees) {
  for (auto &entry : trees)
    delete entry.second;
  trees.clear();
}

void deleteSome(std::vector<Tree *> &trees) {
  for (auto it = trees.begin(); it != trees.end();) {
    if ((*it)->key < 0) {
      delete *it;
      it = trees.erase(it);
    } else {
      ++it;
    }
  }
}

void deleteAndNull(std::vector<Tree *> &trees) {
  for (auto &tree : trees)
    if (tree && tree->key < 0) {
      delete tree;
      tree = nullptr;
    }
  trees.erase(std::remove(trees.begin(), trees.end(), nullptr), trees.end());
}
