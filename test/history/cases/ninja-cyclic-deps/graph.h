//===- graph.h - files and the commands that make them ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NINJA_GRAPH_H_
#define NINJA_GRAPH_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

struct Edge;

struct Node {
  explicit Node(const std::string& path) : path_(path) {}

  /// Return true if we needed to stat.
  bool StatIfNecessary();
  bool exists() const { return mtime_ > 0; }
  bool dirty() const { return dirty_; }
  void set_dirty(bool dirty) { dirty_ = dirty; }
  void MarkDirty() { dirty_ = true; }
  Edge* in_edge() const { return in_edge_; }
  void set_in_edge(Edge* edge) { in_edge_ = edge; }
  void AddOutEdge(Edge* edge) { out_edges_.push_back(edge); }

 private:
  std::string path_;
  int mtime_ = -1;
  bool dirty_ = false;
  Edge* in_edge_ = nullptr;
  std::vector<Edge*> out_edges_;
};

struct Edge {
  std::vector<Node*> inputs_;
  std::vector<Node*> outputs_;
  bool outputs_ready_ = false;
  int implicit_deps_ = 0;
  int order_only_deps_ = 0;
};

struct State {
  Edge* AddEdge();
  Node* GetNode(const std::string& path);
  void AddIn(Edge* edge, const std::string& path);
  void AddOut(Edge* edge, const std::string& path);

  std::map<std::string, std::unique_ptr<Node>> paths_;
  std::vector<std::unique_ptr<Edge>> edges_;
  std::map<Node*, std::vector<Node*>> deps_log_;
};

/// ImplicitDepLoader loads implicit dependencies, as referenced via the
/// "depfile" attribute in build files.
struct ImplicitDepLoader {
  explicit ImplicitDepLoader(State* state) : state_(state) {}

  bool LoadDeps(Edge* edge);

 private:
  bool LoadDepsFromLog(Edge* edge);
  std::vector<Node*>::iterator PreallocateSpace(Edge* edge, int count);
  void CreatePhonyInEdge(Node* node);

  State* state_;
};

/// DependencyScan manages the process of scanning the files in a graph
/// and updating the dirty/outputs_ready state of all the nodes and edges.
struct DependencyScan {
  explicit DependencyScan(State* state) : dep_loader_(state) {}

  bool RecomputeDirty(Edge* edge);

 private:
  ImplicitDepLoader dep_loader_;
};

#endif
