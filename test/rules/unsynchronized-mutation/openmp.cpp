//===- openmp.cpp - directives that run code in several threads -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17 -- -fopenmp
#include "Inputs/omp.h"
#include <map>
#include <mutex>
#include <string>
#include <vector>

void parallelFor(std::vector<int> &v) {
#pragma omp parallel for
  for (int i = 0; i < 100; ++i)
    v.push_back(i); // finding: unsynchronized-mutation likely "inserting into 'v' in several threads at once"
}
void elements(std::vector<int> &v) {
#pragma omp parallel for
  for (int i = 0; i < 100; ++i)
    v[i] = i;
}
void insertsIntoMap(std::map<int, int> &m) {
#pragma omp parallel for // note: "several threads that run it are started here"
  for (int i = 0; i < 100; ++i)
    m[i] = i; // finding: unsynchronized-mutation
}
void reads(const std::map<int, int> &m, std::vector<int> &v) {
#pragma omp parallel for
  for (int i = 0; i < 100; ++i)
    v[i] = static_cast<int>(m.count(i) + v.size());
}
void withoutPragma(std::vector<int> &v) {
#pragma other parallel for
  for (int i = 0; i < 100; ++i)
    v.push_back(i);
}

// Who may be inside.

void critical(std::vector<int> &v) {
#pragma omp parallel for
  for (int i = 0; i < 100; ++i) {
#pragma omp critical
    v.push_back(i);
  }
}
void twoCriticals(std::vector<int> &v) {
#pragma omp parallel
  {
#pragma omp critical(one)
    v.push_back(1); // finding: unsynchronized-mutation
#pragma omp critical(other)
    v.push_back(2); // note: "only 'omp critical(other)' is held here"
  }
}
void criticalWithLoop(std::vector<int> &v, bool more) {
#pragma omp parallel
  {
#pragma omp critical
    while (v.size() < 100) {
      if (more)
        v.push_back(1);
      v.push_back(2);
    }
#pragma omp critical
    {
      if (more)
        v.pop_back();
    }
    v.clear(); // finding: unsynchronized-mutation
  }
}
void locks(std::vector<int> &v, omp_lock_t *lock) {
#pragma omp parallel
  {
    omp_set_lock(lock);
    v.push_back(1);
    omp_unset_lock(lock);
    if (omp_test_lock(lock)) {
      v.push_back(2);
      omp_unset_lock(lock);
    }
  }
}
void standardLock(std::vector<int> &v, std::mutex &mutex) {
#pragma omp parallel
  {
    std::lock_guard<std::mutex> guard(mutex);
    v.push_back(1);
  }
}
void ordered(std::vector<int> &v) {
#pragma omp parallel for ordered
  for (int i = 0; i < 100; ++i) {
#pragma omp ordered
    v.push_back(i);
  }
}

// Parts that one thread runs.

void single(std::vector<int> &v) {
#pragma omp parallel
  {
#pragma omp single
    v.push_back(1);
    v.size();
  }
}
void singleWithoutWaiting(std::vector<int> &v) {
#pragma omp parallel
  {
#pragma omp single nowait
    v.push_back(1); // note: "only 'omp single' is held here"
    v.size();       // finding: unsynchronized-mutation "while another thread is inserting into 'v'"
  }
}
void master(std::vector<int> &v) {
#pragma omp parallel
  {
#pragma omp master
    v.push_back(1);
    v.size(); // finding: unsynchronized-mutation
  }
}
void masterAndBarrier(std::vector<int> &v) {
#pragma omp parallel
  {
#pragma omp master
    v.push_back(1);
#pragma omp barrier
    v.size();
  }
}
void firstThread(std::vector<int> &v) {
#pragma omp parallel
  {
    if (omp_get_thread_num() == 0)
      v.push_back(1);
    int number = omp_get_thread_num();
#pragma omp barrier
    if (number != 0)
      v.size();
  }
}
void twoThreads(std::vector<int> &v) {
#pragma omp parallel
  {
    const int number = omp_get_thread_num();
    if (number == 0)
      v.push_back(1); // finding: unsynchronized-mutation "in a thread while another thread is"
    else if (number == 1)
      v.push_back(2);
  }
}
void sections(std::vector<int> &v, std::vector<int> &w) {
#pragma omp parallel sections
  {
    v.push_back(1);
#pragma omp section
    w.push_back(2);
  }
#pragma omp parallel
  {
#pragma omp sections
    {
#pragma omp section
      v.push_back(3); // finding: unsynchronized-mutation
#pragma omp section
      v.push_back(4);
    }
    v.size();
  }
}

// Whose variable it is.

void own(std::vector<int> v, const std::vector<int> &input) {
#pragma omp parallel
  {
    std::vector<int> mine;
    mine.push_back(1);
  }
#pragma omp parallel private(v)
  v.push_back(1);
#pragma omp parallel for firstprivate(v)
  for (int i = 0; i < 100; ++i)
    v.push_back(input[i]);
#pragma omp parallel
  {
#pragma omp for private(v)
    for (int i = 0; i < 100; ++i)
      v.push_back(i);
  }
}
static void add(std::vector<int> &v) { v.push_back(1); }
void buckets() {
  std::vector<int> buckets[8];
#pragma omp parallel
  {
    buckets[omp_get_thread_num()].push_back(1);
    add(buckets[omp_get_thread_num()]);
  }
}
static void resize(std::vector<int> &v, const std::vector<int> &w) {
#pragma omp single
  v.resize(w.size());
}
void barrierOfCallee(std::vector<int> &v, const std::vector<int> &w) {
#pragma omp parallel
  {
    resize(v, w);
    v.size();
  }
}
#pragma omp declare reduction(append : std::vector<int> : omp_out.insert(omp_out.end(), omp_in.begin(), omp_in.end()))
std::vector<int> reduction() {
  std::vector<int> v;
#pragma omp parallel for reduction(append : v)
  for (int i = 0; i < 100; ++i)
    v.push_back(i);
  return v;
}
static std::vector<int> ofThread;
#pragma omp threadprivate(ofThread)
void threadPrivate() {
#pragma omp parallel
  ofThread.push_back(1);
}
static std::vector<int> ofAll;
static void addToAll(int i) {
  ofAll.push_back(i); // finding: unsynchronized-mutation
}
void inCallee() {
#pragma omp parallel for // note: "several threads"
  for (int i = 0; i < 100; ++i)
    addToAll(i);
}
struct Collector {
  std::vector<int> found;
  std::vector<std::string> names;
  void collect() {
#pragma omp parallel for
    for (int i = 0; i < 100; ++i) {
      found.push_back(i); // finding: unsynchronized-mutation "inserting into 'found'"
#pragma omp critical
      names.push_back("x");
    }
    found.clear();
  }
};

// Before and after.

void inTurn(std::vector<int> &v) {
  v.push_back(0);
#pragma omp parallel
  v.size();
  v.push_back(1);
#pragma omp parallel
  {
#pragma omp for
    for (int i = 0; i < 100; ++i)
      v[i] = static_cast<int>(v.size());
#pragma omp single
    v.push_back(2);
#pragma omp for nowait
    for (int i = 0; i < 100; ++i)
      v[i] = static_cast<int>(v.size()); // finding: unsynchronized-mutation
#pragma omp single
    v.push_back(3);
  }
}
void roundAndRound(std::vector<int> &v) {
#pragma omp parallel
  for (int round = 0; round < 10; ++round) {
#pragma omp single
    v.push_back(1);
    v.size();
#pragma omp barrier
  }
}
void roundsThatOverlap(std::vector<int> &v) {
#pragma omp parallel
  for (int round = 0; round < 10; ++round) {
#pragma omp single
    v.push_back(1);
    v.size(); // finding: unsynchronized-mutation "while another thread is inserting into 'v'"
  }
}

// Tasks.

void tasks(std::vector<int> &v, std::vector<int> &w) {
#pragma omp parallel
#pragma omp single
  {
#pragma omp task shared(v)
    v.push_back(1);
#pragma omp task shared(v)
    v.push_back(2); // finding: unsynchronized-mutation
#pragma omp taskwait
    v.push_back(3);
#pragma omp task shared(w)
    w.push_back(4);
    v.push_back(5);
  }
  w.push_back(6);
}
void tasksInTurn(std::vector<int> &v) {
#pragma omp parallel
#pragma omp single
  {
#pragma omp task shared(v) depend(out : v)
    v.push_back(1);
#pragma omp task shared(v) depend(in : v)
    v.size();
#pragma omp task shared(v) depend(inout : v)
    v.push_back(2);
  }
  v.push_back(3);
}
void taskGroup(std::vector<int> &v) {
#pragma omp parallel
#pragma omp single
  {
#pragma omp taskgroup
    {
#pragma omp task shared(v)
      v.push_back(1);
    }
    v.push_back(2);
#pragma omp task shared(v) if (0)
    v.push_back(3);
    v.push_back(4);
  }
}
void taskOfEach(std::vector<int> &v) {
#pragma omp parallel
#pragma omp single
  for (int i = 0; i < 10; ++i) {
#pragma omp task shared(v)
    v.push_back(i); // finding: unsynchronized-mutation
  }
}
void taskLoop(std::vector<int> &v) {
#pragma omp parallel
#pragma omp single
  {
#pragma omp taskloop shared(v)
    for (int i = 0; i < 100; ++i)
      v.push_back(i); // finding: unsynchronized-mutation
    v.size();
  }
}
void teams(std::vector<int> &v) {
#pragma omp target teams distribute parallel for map(tofrom : v)
  for (int i = 0; i < 100; ++i)
    v.push_back(i); // finding: unsynchronized-mutation
#pragma omp target map(tofrom : v)
  v.push_back(1);
#pragma omp simd
  for (int i = 0; i < 100; ++i)
    v.push_back(i);
}

// The other rules see a region as one thread runs it.

int iterators(std::vector<int> &v) {
  int &first = v.front();
#pragma omp parallel
  {
#pragma omp single
    v.push_back(1);
  }
  return first; // finding: invalidated-reference
}
