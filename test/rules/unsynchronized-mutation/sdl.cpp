//===- sdl.cpp - threads and locks of SDL ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include "../Inputs/ThreadFunctions.h"
#include <vector>

struct Mixer {
  SDL_mutex *mutex;
  SDL_sem *ready;
  std::vector<int> sounds, loaded;
};

static int mix(void *data) {
  auto *mixer = static_cast<Mixer *>(data);
  mixer->loaded.push_back(1);
  SDL_SemPost(mixer->ready);
  SDL_LockMutex(mixer->mutex);
  mixer->sounds.push_back(1);
  SDL_UnlockMutex(mixer->mutex);
  return 0;
}

void use(Mixer &mixer) {
  SDL_Thread *thread = SDL_CreateThread(mix, "mixer", &mixer);
  SDL_LockMutex(mixer.mutex);
  mixer.sounds.push_back(2);
  SDL_UnlockMutex(mixer.mutex);
  if (SDL_TryLockMutex(mixer.mutex) == 0) {
    mixer.sounds.push_back(3);
    SDL_UnlockMutex(mixer.mutex);
  }
  mixer.sounds.push_back(4); // finding: inconsistent-lock "inserting into 'mixer.sounds'"
  SDL_SemWait(mixer.ready);
  mixer.loaded.clear();
  SDL_WaitThread(thread, nullptr);
  mixer.sounds.clear();
}
