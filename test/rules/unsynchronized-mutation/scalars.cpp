//===- scalars.cpp - variables that are no containers -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17 --tool-option=--debug-scalars -- -fopenmp
#include "Inputs/omp.h"
#include <atomic>
#include <mutex>
#include <pthread.h>
#include <thread>

static int counter;
static double ratio, third, mean;
static std::atomic<int> atomicCounter;
static thread_local int ofThread;
static std::mutex mutex;

void plain() {
  std::thread t([] { ++counter; }); // finding: unsynchronized-mutation "assigning to 'counter' in a thread while this one is reading 'counter'"
  int seen = counter;
  t.join();
  counter = seen;
}
void onlyRead() {
  std::thread t([] { ratio = counter; });
  int seen = counter;
  t.join();
  ratio += seen;
}
void guarded() {
  std::thread t([] {
    std::lock_guard<std::mutex> guard(mutex);
    third += 1;
    ++atomicCounter;
    ++ofThread;
  });
  ++ofThread;
  ++atomicCounter;
  std::lock_guard<std::mutex> guard(mutex);
  third -= 1;
}

// What a pointer leads to is another variable than the pointer.

struct Node {
  int value, other;
  Node *next;
};
void members(Node &node) {
  std::thread t([&node] { node.value = 1; });
  node.other = 2;
  node.next->value = 3;
  node.value = 4; // finding: unsynchronized-mutation "'node.value'"
  t.join();
}
void pointers(int *p) {
  std::thread t([p] { *p = 1; });
  int *q = p;
  q = nullptr;
  *p = 2; // finding: unsynchronized-mutation
  t.join();
}
void copies(int x) {
  int y = x;
  std::thread t([&y] { ++y; });
  ++x;
  t.join();
}

// A lock of the same element guards it.

struct Cell {
  std::mutex mutex;
  int value;
};
static Cell cells[10];
static void *add(void *which) {
  int i = *static_cast<int *>(which);
  cells[i].mutex.lock();
  ++cells[i].value;
  cells[i].mutex.unlock();
  return nullptr;
}
static void *addUnderOther(void *which) {
  int i = *static_cast<int *>(which);
  cells[i].mutex.lock();
  ++cells[i + 1].value; // finding: unsynchronized-mutation "'cells[i + 1].value'"
  cells[i].mutex.unlock();
  return nullptr;
}
void elements(int *which) {
  pthread_t first, second;
  pthread_create(&first, nullptr, add, which);
  pthread_create(&second, nullptr, add, which);
  pthread_join(first, nullptr);
  pthread_join(second, nullptr);
  pthread_create(&first, nullptr, addUnderOther, which);
  pthread_create(&second, nullptr, addUnderOther, which);
  pthread_join(first, nullptr);
  pthread_join(second, nullptr);
}
void twoElements() {
  std::thread t([] { cells[1].value = 1; });
  cells[2].value = 2;
  cells[1].value = 3; // finding: unsynchronized-mutation "'cells[1].value'"
  t.join();
}

// What each thread of a team has of an array.

void indexes(int n, int *a, int (*square)[100], int *where) {
#pragma omp parallel for
  for (int i = 0; i < n; ++i)
    a[i] = a[i] + 1;
#pragma omp parallel for
  for (int i = 0; i < n; ++i)
    a[i] = a[i + 1]; // finding: unsynchronized-mutation "'a[i]'"
#pragma omp parallel for
  for (int i = 0; i < n; ++i)
    a[2 * i] = a[2 * i + 1];
#pragma omp parallel for
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      square[i][j] = square[i][j + 1];
#pragma omp parallel for
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      square[j][0] = i; // finding: unsynchronized-mutation
#pragma omp parallel for collapse(2)
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      square[i][j] = a[i]; // One of the two differs.
#pragma omp parallel for collapse(2)
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      a[i] = j; // finding: unsynchronized-mutation
#pragma omp parallel for
  for (int i = 0; i < n; ++i)
    a[where[i]] = i; // Perhaps they all differ.
#pragma omp parallel
  {
    int mine = omp_get_thread_num();
    a[mine] = 1; // finding: unsynchronized-mutation "'a[mine]'"
    for (int i = mine * 10; i < mine * 10 + 10; ++i)
      a[i] = 2;
    a[0] = 3;
  }
}
void sharing(int n) {
  int sum = 0, last = 0, i, shared = 0;
#pragma omp parallel for reduction(+ : sum) lastprivate(last)
  for (i = 0; i < n; ++i) {
    sum += i;
    last = i;
  }
#pragma omp parallel for
  for (i = 0; i < n; ++i)
    shared = i; // finding: unsynchronized-mutation "'shared'"
#pragma omp parallel
  {
#pragma omp atomic
    counter += 1;
#pragma omp for reduction(+ : sum) nowait // note: "the other access"
    for (i = 0; i < n; ++i)
      sum += i;
    int seen = sum; // finding: unsynchronized-mutation "'sum'"
    mean = seen;    // finding: unsynchronized-mutation "'mean'"
  }
}
