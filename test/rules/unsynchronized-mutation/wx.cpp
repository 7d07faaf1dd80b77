//===- wx.cpp - threads and locks of wxWidgets -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include "../Inputs/ThreadLibraries.h"
#include <vector>

class Loader : public wxThread {
public:
  wxMutex mutex;
  wxCriticalSection section;
  std::vector<int> found, errors;

  void add() {
    wxMutexLocker lock(mutex);
    found.push_back(1);
  }
  void tried() {
    if (mutex.TryLock() == 0) {
      found.push_back(1);
      mutex.Unlock();
    }
  }
  void fail() {
    section.Enter();
    errors.push_back(1);
    section.Leave();
  }
  void bare() { found.push_back(1); } // finding: inconsistent-lock "inserting into 'loader.found'"
  void otherLock() {
    wxMutexLocker lock(mutex);
    errors.push_back(1); // finding: inconsistent-lock
  }

protected:
  void *Entry() override {
    add();
    wxCriticalSectionLocker lock(section);
    errors.push_back(1);
    return nullptr;
  }
};
void use() {
  Loader loader;
  loader.bare();
  loader.Run();
  loader.add();
  loader.tried();
  loader.fail();
  loader.bare();
  loader.otherLock();
  loader.Wait();
  loader.bare();
}
