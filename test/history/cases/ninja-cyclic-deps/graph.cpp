//===- graph.cpp - files and the commands that make them --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "graph.h"

using namespace std;

bool Node::StatIfNecessary() {
  if (mtime_ != -1)
    return false;
  mtime_ = 1;
  return true;
}

Edge* State::AddEdge() {
  edges_.push_back(unique_ptr<Edge>(new Edge()));
  return edges_.back().get();
}

Node* State::GetNode(const string& path) {
  unique_ptr<Node>& node = paths_[path];
  if (!node)
    node.reset(new Node(path));
  return node.get();
}

void State::AddIn(Edge* edge, const string& path) {
  Node* node = GetNode(path);
  edge->inputs_.push_back(node);
  node->AddOutEdge(edge);
}

void State::AddOut(Edge* edge, const string& path) {
  Node* node = GetNode(path);
  edge->outputs_.push_back(node);
  node->set_in_edge(edge);
}

bool DependencyScan::RecomputeDirty(Edge* edge) {
  bool dirty = false;
  edge->outputs_ready_ = true;

#ifdef FIXED
  for (vector<Node*>::iterator o = edge->outputs_.begin(); o != edge->outputs_.end(); ++o) {
    (*o)->StatIfNecessary();
  }
#endif

  if (!dep_loader_.LoadDeps(edge))
    dirty = true;

  // Visit all inputs; we're dirty if any of the inputs are dirty.
  for (vector<Node*>::iterator i = edge->inputs_.begin(); i != edge->inputs_.end(); ++i) {
    if ((*i)->StatIfNecessary()) {
      if (Edge* in_edge = (*i)->in_edge()) {
#ifdef FIXED
        if (!RecomputeDirty(in_edge))
          return false;
#else
        if (!RecomputeDirty(in_edge)) // known-miss: mutate-while-iterating issue "The whole program"
          return false;
#endif
      } else {
        // This input has no in-edge; it is dirty if it is missing.
        (*i)->set_dirty(!(*i)->exists());
      }
    }

    // If an input is not ready, neither are our outputs.
    if (Edge* in_edge = (*i)->in_edge()) {
      if (!in_edge->outputs_ready_)
        edge->outputs_ready_ = false;
    }

    // If a regular input is dirty (or missing), we're dirty.
    if ((*i)->dirty())
      dirty = true;
  }

  // Finally, visit each output and update their dirty state if necessary.
  for (vector<Node*>::iterator o = edge->outputs_.begin(); o != edge->outputs_.end(); ++o) {
    (*o)->StatIfNecessary();
    if (dirty)
      (*o)->MarkDirty();
  }

  if (dirty)
    edge->outputs_ready_ = false;
  return true;
}

bool ImplicitDepLoader::LoadDeps(Edge* edge) {
  if (!edge->outputs_.empty())
    return LoadDepsFromLog(edge);

  // No deps to load.
  return true;
}

bool ImplicitDepLoader::LoadDepsFromLog(Edge* edge) {
  Node* output = edge->outputs_[0];
  map<Node*, vector<Node*>>::iterator deps = state_->deps_log_.find(output);
  if (deps == state_->deps_log_.end())
    return true;

  vector<Node*>::iterator implicit_dep = PreallocateSpace(edge, (int)deps->second.size());
  for (size_t i = 0; i < deps->second.size(); ++i, ++implicit_dep) {
    Node* node = deps->second[i];
    *implicit_dep = node;
    node->AddOutEdge(edge);
    CreatePhonyInEdge(node);
  }
  return true;
}

vector<Node*>::iterator ImplicitDepLoader::PreallocateSpace(Edge* edge, int count) {
  edge->inputs_.insert(edge->inputs_.end() - edge->order_only_deps_, (size_t)count, nullptr);
  edge->implicit_deps_ += count;
  return edge->inputs_.end() - edge->order_only_deps_ - count;
}

void ImplicitDepLoader::CreatePhonyInEdge(Node* node) {
  if (node->in_edge())
    return;

  Edge* phony_edge = state_->AddEdge();
  node->set_in_edge(phony_edge);
  phony_edge->outputs_.push_back(node);
  phony_edge->outputs_ready_ = true;
}
