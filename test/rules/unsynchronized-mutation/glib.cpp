//===- glib.cpp - threads and locks of GLib --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include "../Inputs/ThreadFunctions.h"
#include <vector>

struct Queue {
  GMutex mutex;
  GRWLock lock;
  std::vector<int> jobs, cache;
};

static void *work(void *data) {
  auto *queue = static_cast<Queue *>(data);
  g_mutex_lock(&queue->mutex);
  queue->jobs.push_back(1);
  g_mutex_unlock(&queue->mutex);
  g_rw_lock_reader_lock(&queue->lock);
  queue->cache.size();
  g_rw_lock_reader_unlock(&queue->lock);
  return nullptr;
}

void use(Queue &queue) {
  GThread *thread = g_thread_new("worker", work, &queue);
  g_mutex_lock(&queue.mutex);
  queue.jobs.push_back(2);
  g_mutex_unlock(&queue.mutex);
  if (g_mutex_trylock(&queue.mutex)) {
    queue.jobs.push_back(3);
    g_mutex_unlock(&queue.mutex);
  }
  queue.jobs.push_back(4); // finding: inconsistent-lock "inserting into 'queue.jobs' without 'mutex'"
  g_rw_lock_writer_lock(&queue.lock);
  queue.cache.clear();
  g_rw_lock_writer_unlock(&queue.lock);
  g_rw_lock_reader_lock(&queue.lock);
  queue.cache.clear(); // finding: unsynchronized-mutation
  g_rw_lock_reader_unlock(&queue.lock);
  g_thread_join(thread);
  queue.jobs.clear();
}

// The main loop calls it, in the thread that runs it.
static int later(void *data) {
  static_cast<Queue *>(data)->jobs.clear();
  return 0;
}
void idle(Queue &queue) {
  g_idle_add(later, &queue);
  queue.jobs.push_back(1);
}
