//===- kept-by-key.cpp - lookups by a member of what is kept ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
//
// A program that inserts objects under one of their members finds them by it: a lookup by that
// member of an object comes to the element that the object is in.
#include "../Inputs/Execute.h"
#include <algorithm>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <vector>

// Lists of connections by host; the connection looks for its own.
struct Connection : std::enable_shared_from_this<Connection> {
  std::string host;
  explicit Connection(std::string host) : host(std::move(host)) {}
  const std::string &name() const { return host; }
};
using Shared = std::shared_ptr<Connection>;
struct Pool {
  std::map<std::string, std::list<Shared>> byHost;
  void add(const Shared &c) { byHost[c->name()].push_back(c); }
  void remove(const Shared &c) {
    auto found = byHost.find(c->name());
    if (found == byHost.end())
      return;
    found->second.erase(std::find(found->second.begin(), found->second.end(), c));
  }
  void growFor(const Shared &c) { byHost[c->name()].push_back(nullptr); }
};
void removeEach(Pool &pool) {
  for (auto &entry : pool.byHost)
    for (auto &c : entry.second)
      pool.remove(c); // finding: mutate-while-iterating likely
}
// Through a pointer of another type.
void removeEachAsItself(Pool &pool) {
  for (auto &entry : pool.byHost)
    for (auto &c : entry.second)
      pool.remove(std::static_pointer_cast<Connection>(c->shared_from_this())); // finding: mutate-while-iterating likely
}
// Of other connections.
void removeOthers(Pool &pool, const std::vector<Shared> &closed) {
  for (auto &c : closed)
    pool.remove(c);
}
// A list grows while it is walked: its iterators stay.
void growEach(Pool &pool) {
  int left = 3;
  for (auto &entry : pool.byHost)
    for (auto &c : entry.second)
      if (c && left-- > 0)
        pool.growFor(c);
}

// An edge names the node at its other end, which is another element.
struct Edge {
  int target;
};
struct Node {
  int id;
  std::vector<Edge> edges;
};
struct Graph {
  std::map<int, Node> nodes;
  void add(const Node &n) { nodes[n.id] = n; }
};
void addBackEdges(Graph &graph) {
  for (auto &[id, node] : graph.nodes)
    for (Edge &edge : node.edges)
      graph.nodes[edge.target].edges.push_back({id});
}
// The node's own name leads back to it.
void growOwnEdges(Graph &graph) {
  for (auto &[id, node] : graph.nodes)
    for (Edge &edge : node.edges)
      if (edge.target >= 0)
        graph.nodes[node.id].edges.push_back({-1}); // finding: mutate-while-iterating likely
}

#ifdef HOLDFAST_EXECUTE
Pool &pool() {
  auto *p = new Pool;
  for (int i = 0; i < 3; ++i)
    p->add(std::make_shared<Connection>("host"));
  return *p;
}
Graph &graph() {
  auto *g = new Graph;
  g->add({1, {{2}}});
  g->add({2, {{3}}});
  g->add({3, {}});
  return *g;
}
#endif

EXECUTE(BAD_CALL(removeEach(pool())) BAD_CALL(removeEachAsItself(pool()))
        GOOD_CALL(removeOthers(pool(), {})) GOOD_CALL(growEach(pool()))
        GOOD_CALL(addBackEdges(graph())) BAD_CALL(growOwnEdges(graph())))
