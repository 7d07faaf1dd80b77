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

// What only the main thread does (aMule, CLogger::AddLogLine).
class Log {
public:
  void add(int line, bool toWindow) {
    if (toWindow && !wxThread::IsMain())
      post(line);
    else
      write(line, toWindow);
  }
  void addFromAnywhere(int line, bool toWindow) { writeAgain(line, toWindow); }
  void clear() {
    shown.clear();
    shownAgain.clear(); // finding: unsynchronized-mutation "clearing 'theLog.shownAgain'"
  }

private:
  void write(int line, bool toWindow) {
    if (toWindow)
      shown.push_back(line);
  }
  void writeAgain(int line, bool toWindow) {
    if (toWindow)
      shownAgain.push_back(line);
  }
  void post(int line);
  std::vector<int> shown, shownAgain;
};
static Log theLog;
class Checker : public wxThread {
protected:
  void *Entry() override {
    theLog.add(1, true);
    theLog.add(2, false);
    theLog.addFromAnywhere(3, true);
    theLog.addFromAnywhere(4, false);
    return nullptr;
  }
};
void check() {
  Checker checker;
  checker.Run();
  theLog.add(1, true);
  theLog.clear();
  checker.Wait();
}
