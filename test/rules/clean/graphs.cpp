//===- graphs.cpp - graph algorithms ----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Right code; nothing may be said about this file.
// RUN: %check %s --std=c++17,c++20
#include <algorithm>
#include <deque>
#include <functional>
#include <limits>
#include <map>
#include <numeric>
#include <queue>
#include <set>
#include <stack>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

using Graph = std::vector<std::vector<int>>;
using Weighted = std::vector<std::vector<std::pair<int, int>>>;
using Named = std::map<std::string, std::set<std::string>>;

std::vector<int> breadthFirst(const Graph &g, int start) {
  std::vector<int> order;
  std::vector<bool> seen(g.size());
  std::queue<int> work;
  work.push(start);
  seen[start] = true;
  while (!work.empty()) {
    int node = work.front();
    work.pop();
    order.push_back(node);
    for (int to : g[node])
      if (!seen[to]) {
        seen[to] = true;
        work.push(to);
      }
  }
  return order;
}

std::vector<int> breadthFirstByIndex(const Graph &g, int start) {
  std::vector<int> order{start};
  std::vector<bool> seen(g.size());
  seen[start] = true;
  for (std::size_t i = 0; i < order.size(); ++i)
    for (int to : g[order[i]])
      if (!seen[to]) {
        seen[to] = true;
        order.push_back(to);
      }
  return order;
}

void depthFirst(const Graph &g, int node, std::vector<bool> &seen, std::vector<int> &order) {
  seen[node] = true;
  for (int to : g[node])
    if (!seen[to])
      depthFirst(g, to, seen, order);
  order.push_back(node);
}

std::vector<int> depthFirstWithStack(const Graph &g, int start) {
  std::vector<int> order, stack{start};
  std::set<int> seen;
  while (!stack.empty()) {
    int node = stack.back();
    stack.pop_back();
    if (!seen.insert(node).second)
      continue;
    order.push_back(node);
    for (auto it = g[node].rbegin(); it != g[node].rend(); ++it)
      if (!seen.count(*it))
        stack.push_back(*it);
  }
  return order;
}

std::vector<int> dijkstra(const Weighted &g, int start) {
  std::vector<int> distance(g.size(), std::numeric_limits<int>::max());
  std::priority_queue<std::pair<int, int>, std::vector<std::pair<int, int>>, std::greater<>> work;
  distance[start] = 0;
  work.emplace(0, start);
  while (!work.empty()) {
    auto [d, node] = work.top();
    work.pop();
    if (d > distance[node])
      continue;
    for (auto [to, w] : g[node])
      if (d + w < distance[to]) {
        distance[to] = d + w;
        work.emplace(distance[to], to);
      }
  }
  return distance;
}

std::vector<int> dijkstraWithSet(const Weighted &g, int start) {
  std::vector<int> distance(g.size(), std::numeric_limits<int>::max());
  std::set<std::pair<int, int>> work{{0, start}};
  distance[start] = 0;
  while (!work.empty()) {
    auto first = work.begin();
    int node = first->second;
    work.erase(first);
    for (const auto &[to, w] : g[node]) {
      int d = distance[node] + w;
      if (d >= distance[to])
        continue;
      work.erase({distance[to], to});
      distance[to] = d;
      work.insert({d, to});
    }
  }
  return distance;
}

std::vector<int> topologicalOrder(const Graph &g) {
  std::vector<int> degree(g.size()), order;
  for (const auto &edges : g)
    for (int to : edges)
      ++degree[to];
  std::deque<int> ready;
  for (std::size_t i = 0; i < g.size(); ++i)
    if (degree[i] == 0)
      ready.push_back(static_cast<int>(i));
  while (!ready.empty()) {
    int node = ready.front();
    ready.pop_front();
    order.push_back(node);
    for (int to : g[node])
      if (--degree[to] == 0)
        ready.push_back(to);
  }
  return order;
}

std::vector<std::string> topologicalNames(Named g) {
  std::vector<std::string> order;
  while (!g.empty()) {
    auto it = std::find_if(g.begin(), g.end(), [](const auto &e) { return e.second.empty(); });
    if (it == g.end())
      break;
    std::string name = it->first;
    g.erase(it);
    for (auto &[other, needs] : g)
      needs.erase(name);
    order.push_back(std::move(name));
  }
  return order;
}

struct Components {
  const Graph &g;
  std::vector<int> index, low, stack;
  std::vector<bool> onStack;
  std::vector<std::vector<int>> result;
  int counter = 0;

  explicit Components(const Graph &graph)
      : g(graph), index(graph.size(), -1), low(graph.size()), onStack(graph.size()) {
    for (std::size_t i = 0; i < g.size(); ++i)
      if (index[i] < 0)
        visit(static_cast<int>(i));
  }
  void visit(int node) {
    index[node] = low[node] = counter++;
    stack.push_back(node);
    onStack[node] = true;
    for (int to : g[node]) {
      if (index[to] < 0) {
        visit(to);
        low[node] = std::min(low[node], low[to]);
      } else if (onStack[to]) {
        low[node] = std::min(low[node], index[to]);
      }
    }
    if (low[node] != index[node])
      return;
    result.emplace_back();
    int member;
    do {
      member = stack.back();
      stack.pop_back();
      onStack[member] = false;
      result.back().push_back(member);
    } while (member != node);
  }
};

class UnionFind {
  std::vector<int> parent;

public:
  explicit UnionFind(int n) : parent(n) { std::iota(parent.begin(), parent.end(), 0); }
  int find(int x) { return parent[x] == x ? x : parent[x] = find(parent[x]); }
  bool unite(int a, int b) {
    a = find(a), b = find(b);
    if (a == b)
      return false;
    parent[a] = b;
    return true;
  }
};

std::vector<std::tuple<int, int, int>> kruskal(std::vector<std::tuple<int, int, int>> edges, int n) {
  std::sort(edges.begin(), edges.end());
  UnionFind sets(n);
  std::vector<std::tuple<int, int, int>> tree;
  for (auto &[w, a, b] : edges)
    if (sets.unite(a, b))
      tree.emplace_back(w, a, b);
  return tree;
}

bool isBipartite(const Graph &g) {
  std::vector<int> color(g.size());
  for (std::size_t start = 0; start < g.size(); ++start) {
    if (color[start])
      continue;
    color[start] = 1;
    std::vector<int> work{static_cast<int>(start)};
    while (!work.empty()) {
      int node = work.back();
      work.pop_back();
      for (int to : g[node]) {
        if (color[to] == color[node])
          return false;
        if (!color[to]) {
          color[to] = -color[node];
          work.push_back(to);
        }
      }
    }
  }
  return true;
}

bool hasCycle(const Graph &g, int node, std::vector<char> &state) {
  state[node] = 1;
  for (int to : g[node]) {
    if (state[to] == 1)
      return true;
    if (state[to] == 0 && hasCycle(g, to, state))
      return true;
  }
  state[node] = 2;
  return false;
}

Graph transpose(const Graph &g) {
  Graph result(g.size());
  for (std::size_t from = 0; from < g.size(); ++from)
    for (int to : g[from])
      result[to].push_back(static_cast<int>(from));
  return result;
}

void removeNode(Named &g, const std::string &name) {
  g.erase(name);
  for (auto &entry : g)
    entry.second.erase(name);
}

void removeIsolated(Named &g) {
  for (auto it = g.begin(); it != g.end();) {
    if (it->second.empty())
      it = g.erase(it);
    else
      ++it;
  }
}

void contract(Named &g, const std::string &keep, const std::string &drop) {
  auto node = g.extract(drop);
  if (node.empty())
    return;
  g[keep].merge(node.mapped());
  g[keep].erase(keep);
  for (auto &[name, edges] : g)
    if (edges.erase(drop) && name != keep)
      edges.insert(keep);
}

std::vector<int> path(const std::map<int, int> &cameFrom, int goal) {
  std::vector<int> result{goal};
  for (auto it = cameFrom.find(goal); it != cameFrom.end(); it = cameFrom.find(it->second))
    result.push_back(it->second);
  std::reverse(result.begin(), result.end());
  return result;
}

int floodFill(std::vector<std::string> &grid, int y, int x) {
  std::vector<std::pair<int, int>> work{{y, x}};
  int filled = 0;
  while (!work.empty()) {
    auto [r, c] = work.back();
    work.pop_back();
    if (r < 0 || c < 0 || r >= int(grid.size()) || c >= int(grid[r].size()) || grid[r][c] != '.')
      continue;
    grid[r][c] = '#';
    ++filled;
    for (auto [dr, dc] : {std::pair{0, 1}, {1, 0}, {0, -1}, {-1, 0}})
      work.emplace_back(r + dr, c + dc);
  }
  return filled;
}

std::set<int> reachable(const std::unordered_map<int, std::vector<int>> &g, int start) {
  std::set<int> seen{start}, frontier{start};
  while (!frontier.empty()) {
    std::set<int> next;
    for (int node : frontier)
      if (auto it = g.find(node); it != g.end())
        for (int to : it->second)
          if (seen.insert(to).second)
            next.insert(to);
    frontier.swap(next);
  }
  return seen;
}

void floydWarshall(std::vector<std::vector<int>> &d) {
  for (std::size_t k = 0; k < d.size(); ++k)
    for (std::size_t i = 0; i < d.size(); ++i)
      for (std::size_t j = 0; j < d.size(); ++j)
        d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
}

std::vector<int> degreesRemoved(Graph g) {
  std::vector<int> removed;
  for (bool again = true; again;) {
    again = false;
    for (std::size_t i = 0; i < g.size(); ++i)
      if (g[i].size() == 1) {
        int other = g[i].front();
        g[i].clear();
        auto &back = g[other];
        back.erase(std::remove(back.begin(), back.end(), int(i)), back.end());
        removed.push_back(int(i));
        again = true;
      }
  }
  return removed;
}

std::map<int, int> countDegrees(const std::multimap<int, int> &edges) {
  std::map<int, int> degrees;
  for (auto it = edges.begin(); it != edges.end();) {
    auto range = edges.equal_range(it->first);
    degrees[it->first] = static_cast<int>(std::distance(range.first, range.second));
    it = range.second;
  }
  return degrees;
}
