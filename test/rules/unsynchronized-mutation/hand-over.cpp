//===- hand-over.cpp - semaphores, latches and barriers ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++20
#include <latch>
#include <semaphore>
#include <thread>
#include <vector>

void bySemaphore() {
  std::vector<int> v;
  std::binary_semaphore full{0};
  std::thread t([&] {
    v.push_back(1);
    full.release();
  });
  full.acquire();
  v.clear();
  t.join();
}
void beforeSemaphore() {
  std::vector<int> v;
  std::counting_semaphore<4> full{0};
  std::thread t([&] {
    v.push_back(1);
    full.release();
  });
  v.clear(); // finding: unsynchronized-mutation "clearing 'v' while another thread"
  full.acquire();
  t.join();
}
// Both ways: who fills waits until it is taken.
void takeTurns() {
  std::vector<int> v;
  std::binary_semaphore full{0}, empty{0};
  std::thread t([&] {
    v.push_back(1);
    full.release();
    empty.acquire();
    v.push_back(2);
  });
  full.acquire();
  v.clear();
  empty.release();
  v.pop_back(); // finding: unsynchronized-mutation "erasing from 'v' while another thread"
  t.join();
}

void byLatch() {
  std::vector<int> v;
  std::latch ready(1);
  std::thread t([&] {
    v.push_back(1);
    ready.count_down();
  });
  ready.wait();
  v.clear();
  t.join();
}
void afterLatch() {
  std::vector<int> v;
  std::latch ready(1);
  std::thread t([&] {
    ready.count_down();
    v.push_back(1);
  });
  ready.wait();
  v.clear(); // finding: unsynchronized-mutation
  t.join();
}
