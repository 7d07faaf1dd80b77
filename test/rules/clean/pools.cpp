//===- pools.cpp - pools, registries and documents --------------*- C++ -*-===//
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

struct Tree {
  int key = 0;
  std::unique_ptr<Tree> left, right;
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
