//===- c-threads.cpp - threads and locks of POSIX and C11 ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <map>
#include <pthread.h>
#include <threads.h>
#include <vector>

struct Work {
  std::vector<int> items;
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
  pthread_spinlock_t spin;
  mtx_t lock;
};

static void *push(void *given) {
  static_cast<Work *>(given)->items.push_back(1);
  return nullptr;
}
static void *pushLocked(void *given) {
  Work &work = *static_cast<Work *>(given);
  pthread_mutex_lock(&work.mutex);
  work.items.push_back(1);
  pthread_mutex_unlock(&work.mutex);
  return nullptr;
}
static void *pushSpinning(void *given) {
  Work &work = *static_cast<Work *>(given);
  pthread_spin_lock(&work.spin);
  work.items.push_back(1);
  pthread_spin_unlock(&work.spin);
  return nullptr;
}
static void *readShared(void *given) {
  Work &work = *static_cast<Work *>(given);
  pthread_rwlock_rdlock(&work.rwlock);
  int n = work.items.size();
  pthread_rwlock_unlock(&work.rwlock);
  return n ? given : nullptr;
}
static int pushC11(void *given) {
  static_cast<Work *>(given)->items.push_back(1);
  return 0;
}
static int pushC11Locked(void *given) {
  Work &work = *static_cast<Work *>(given);
  mtx_lock(&work.lock);
  work.items.push_back(1);
  mtx_unlock(&work.lock);
  return 0;
}

void posix(Work &work) {
  work.items.clear();
  pthread_t t;
  pthread_create(&t, nullptr, push, &work);
  work.items.push_back(2); // finding: unsynchronized-mutation "inserting into 'work.items' while another thread is inserting into 'work.items'"
  pthread_join(t, nullptr);
  work.items.clear();
}
void posixDetached(Work &work) {
  pthread_t t;
  pthread_create(&t, nullptr, push, &work);
  pthread_detach(t);
  work.items.clear(); // finding: unsynchronized-mutation
}
void posixLocked(Work &work) {
  pthread_t t;
  pthread_create(&t, nullptr, pushLocked, &work);
  pthread_mutex_lock(&work.mutex);
  work.items.push_back(2);
  pthread_mutex_unlock(&work.mutex);
  if (pthread_mutex_trylock(&work.mutex) == 0) {
    work.items.push_back(3);
    pthread_mutex_unlock(&work.mutex);
  }
  pthread_join(t, nullptr);
}
void posixTriedInVain(Work &work) {
  pthread_t t;
  pthread_create(&t, nullptr, pushLocked, &work);
  if (pthread_mutex_trylock(&work.mutex) != 0)
    work.items.push_back(3); // finding: unsynchronized-mutation
  pthread_join(t, nullptr);
}
void posixSpinning(Work &work) {
  pthread_t t;
  pthread_create(&t, nullptr, pushSpinning, &work);
  pthread_spin_lock(&work.spin);
  work.items.push_back(2);
  pthread_spin_unlock(&work.spin);
  pthread_join(t, nullptr);
}
void posixOther(Work &work) {
  pthread_t t;
  pthread_create(&t, nullptr, pushSpinning, &work);
  pthread_mutex_lock(&work.mutex);
  work.items.push_back(2); // finding: unsynchronized-mutation
  pthread_mutex_unlock(&work.mutex);
  pthread_join(t, nullptr);
}
void posixShared(Work &work) {
  pthread_t t;
  pthread_create(&t, nullptr, readShared, &work);
  pthread_rwlock_wrlock(&work.rwlock);
  work.items.push_back(2);
  pthread_rwlock_unlock(&work.rwlock);
  pthread_join(t, nullptr);
}

void c11(Work &work) {
  thrd_t t;
  thrd_create(&t, pushC11, &work);
  work.items.push_back(2); // finding: unsynchronized-mutation
  thrd_join(t, nullptr);
  work.items.push_back(3);
}
void c11Locked(Work &work) {
  thrd_t t;
  thrd_create(&t, pushC11Locked, &work);
  mtx_lock(&work.lock);
  work.items.push_back(2);
  mtx_unlock(&work.lock);
  thrd_join(t, nullptr);
}
void c11Detached(Work &work) {
  thrd_t t;
  thrd_create(&t, pushC11Locked, &work);
  thrd_detach(t);
  work.items.clear(); // finding: unsynchronized-mutation
}
