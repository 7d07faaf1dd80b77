//===- windows.cpp - threads and locks of the Windows API and libuv *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include "../Inputs/ThreadFunctions.h"
#include <vector>

struct Server {
  CRITICAL_SECTION section;
  SRWLOCK lock;
  HANDLE mutex, done;
  std::vector<int> clients, cache, log, results;
};

static DWORD serve(void *parameter) {
  auto *server = static_cast<Server *>(parameter);
  EnterCriticalSection(&server->section);
  server->clients.push_back(1);
  LeaveCriticalSection(&server->section);
  AcquireSRWLockShared(&server->lock);
  server->cache.size();
  ReleaseSRWLockShared(&server->lock);
  WaitForSingleObject(server->mutex, 1000);
  server->log.push_back(1);
  ReleaseMutex(server->mutex);
  server->results.push_back(1);
  SetEvent(server->done);
  return 0;
}

void use(Server &server) {
  HANDLE thread = CreateThread(nullptr, 0, serve, &server, 0, nullptr);
  EnterCriticalSection(&server.section);
  server.clients.push_back(2);
  LeaveCriticalSection(&server.section);
  server.clients.push_back(3); // finding: inconsistent-lock "inserting into 'server.clients'"
  AcquireSRWLockExclusive(&server.lock);
  server.cache.clear();
  ReleaseSRWLockExclusive(&server.lock);
  AcquireSRWLockShared(&server.lock);
  server.cache.clear(); // finding: unsynchronized-mutation
  ReleaseSRWLockShared(&server.lock);
  WaitForSingleObject(server.mutex, 1000);
  server.log.push_back(2);
  ReleaseMutex(server.mutex);
  WaitForSingleObject(server.done, 1000);
  server.results.clear();
  WaitForSingleObject(thread, 1000);
  server.clients.clear();
}

struct Loop {
  uv_mutex_t mutex;
  std::vector<int> requests;
};
static void run(void *argument) {
  auto *loop = static_cast<Loop *>(argument);
  uv_mutex_lock(&loop->mutex);
  loop->requests.push_back(1);
  uv_mutex_unlock(&loop->mutex);
}
void libuv(Loop &loop) {
  uv_thread_t thread;
  uv_thread_create(&thread, run, &loop);
  uv_mutex_lock(&loop.mutex);
  loop.requests.push_back(2);
  uv_mutex_unlock(&loop.mutex);
  loop.requests.push_back(3); // finding: inconsistent-lock
  uv_thread_join(&thread);
  loop.requests.clear();
}
