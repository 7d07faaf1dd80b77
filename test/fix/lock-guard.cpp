// A lock that is held elsewhere: ThreadSanitizer sees a race before, none after; and nobody waits for ever.
// RUN: %fix_check --all --races --std=c++11,c++17 %s %t
#include "Cases.h"
#include <list>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <thread>
#include <vector>

// Meets() runs F and G at the same time, as far as ThreadSanitizer is concerned: nothing orders them.
template <class F, class G> static void meet(F First, G Second) {
  std::thread Other(First);
  Second();
  Other.join();
}

// Nothing follows: from here on.
class Registry {
public:
  void add(int X) {
    std::lock_guard<std::mutex> Guard(Mutex);
    Names.push_back(X);
  }
  void drop() {
    std::lock_guard<std::mutex> Guard(Mutex);
    Names.clear();
  }
  // CHECK-LABEL: bool has(int X) const {
  // CXX17-NEXT: std::lock_guard lock(Mutex);
  // CXX11-NEXT: std::lock_guard<std::mutex> lock(Mutex);
  // CHECK-NEXT: for (int Each : Names)
  bool has(int X) const {
    for (int Each : Names)
      if (Each == X)
        return true;
    return false;
  }

private:
  // CHECK: mutable std::mutex Mutex;
  std::mutex Mutex;
  std::vector<int> Names;
};
static bool constant() {
  Registry R;
  bool Had = false;
  meet([&] { R.add(1); }, [&] { Had = R.has(1); });
  (void)Had;
  return R.has(1);
}

// The thread that is joined wants the lock.
class Worker {
public:
  void start() {
    Thread = std::thread([this] {
      for (int I = 0; I != 100; ++I)
        put(I);
    });
  }
  // CHECK-LABEL: void stop() {
  // CHECK-NEXT: {
  // CXX17-NEXT: std::lock_guard lock(Mutex);
  // CXX11-NEXT: std::lock_guard<std::mutex> lock(Mutex);
  // CHECK-NEXT: Jobs.clear(); // Of no use any more.
  // CHECK-NEXT: }
  // CHECK-NEXT: Thread.join();
  void stop() {
    Jobs.clear(); // Of no use any more.
    Thread.join();
  }
  void put(int I) {
    std::lock_guard<std::mutex> Guard(Mutex);
    Jobs[I] = I;
  }
  size_t count() {
    std::lock_guard<std::mutex> Guard(Mutex);
    return Jobs.size();
  }

private:
  std::mutex Mutex;
  std::map<int, int> Jobs;
  std::thread Thread;
};
static bool joined() {
  Worker W;
  W.start();
  W.stop();
  return W.count() <= 100;
}

// An iterator lives as long as the lock is held; a loop is one.
class Sessions {
public:
  void open(int Id) {
    std::lock_guard<std::mutex> Guard(Mutex);
    All[Id] = 0;
  }
  size_t count() {
    std::lock_guard<std::mutex> Guard(Mutex);
    return All.size();
  }
  bool isOpen(int Id) {
    std::lock_guard<std::mutex> Guard(Mutex);
    return All.count(Id);
  }
  // CHECK-LABEL: void expire() {
  // CHECK-NEXT: int Limit = limit();
  // CHECK-NEXT: {
  // CXX17-NEXT: std::lock_guard lock(Mutex);
  // CXX11-NEXT: std::lock_guard<std::mutex> lock(Mutex);
  // CHECK-NEXT: for (auto It = All.begin(); It != All.end();) {
  // CHECK-NEXT: if (++It->second > Limit)
  // CHECK-NEXT: It = All.erase(It);
  // CHECK: ++It;
  // CHECK-NEXT: }
  // CHECK-NEXT: }
  // CHECK-NEXT: limit();
  void expire() {
    int Limit = limit();
    for (auto It = All.begin(); It != All.end();) {
      if (++It->second > Limit)
        It = All.erase(It);
      else
        ++It;
    }
    limit();
  }

private:
  static int limit() { return 0; }
  std::mutex Mutex;
  std::map<int, int> All;
};
static bool iterated() {
  Sessions S;
  S.open(1);
  meet([&] { S.open(2); }, [&] { S.expire(); });
  return S.count() <= 1 && !S.isOpen(1);
}

// Two locks in one block, in braces of their own; a label is no place for a declaration.
class Tables {
public:
  void put(int X) {
    {
      std::lock_guard<std::mutex> A(FirstMutex);
      First.push_back(X);
    }
    std::lock_guard<std::mutex> B(SecondMutex);
    Second.push_back(X);
  }
  size_t countFirst() {
    std::lock_guard<std::mutex> A(FirstMutex);
    return First.size();
  }
  size_t countSecond() {
    std::lock_guard<std::mutex> B(SecondMutex);
    return Second.size();
  }
  // CHECK-LABEL: void clear(int What) {
  // CHECK: case 0:
  // CHECK-NEXT: {
  // CXX17-NEXT: std::lock_guard lock(FirstMutex);
  // CXX11-NEXT: std::lock_guard<std::mutex> lock(FirstMutex);
  // CHECK-NEXT: First.clear();
  // CHECK-NEXT: }
  // CHECK-NEXT: {
  // CXX17-NEXT: std::lock_guard lock(SecondMutex);
  // CXX11-NEXT: std::lock_guard<std::mutex> lock(SecondMutex);
  // CHECK-NEXT: Second.clear();
  // CHECK-NEXT: }
  // CHECK-NEXT: break;
  void clear(int What) {
    switch (What) {
    case 0:
      First.clear();
      Second.clear();
      break;
    default:
      break;
    }
  }

private:
  std::mutex FirstMutex, SecondMutex;
  std::vector<int> First, Second;
};
static bool labels() {
  Tables T;
  meet([&] { T.put(1); }, [&] { T.clear(0); });
  return T.countFirst() + T.countSecond() <= 2;
}

// The same container a second time, where the lock is held already; what it has said stays true.
class Pool {
public:
  void start() {
    Thread = std::thread([this] {
      for (int I = 0; I != 2000; ++I)
        add(I);
    });
  }
  void stop() { Thread.join(); }
  void add(int X) {
    std::lock_guard<std::mutex> Guard(Mutex);
    Free.push_back(X);
  }
  size_t count() {
    std::lock_guard<std::mutex> Guard(Mutex);
    return Free.size();
  }
  // CHECK-LABEL: int mark() {
  // CHECK-NEXT: {
  // CXX17-NEXT: std::lock_guard lock(Mutex);
  // CXX11-NEXT: std::lock_guard<std::mutex> lock(Mutex);
  // CHECK-NEXT: if (Free.empty())
  // CHECK-NEXT: return 0;
  // CHECK-NEXT: }
  // CHECK-NEXT: int X = next();
  // CHECK-NEXT: std::lock_guard<std::mutex> Guard(Mutex);
  // CHECK-NEXT: Free.push_back(X);
  int mark() {
    if (Free.empty())
      return 0;
    int X = next();
    std::lock_guard<std::mutex> Guard(Mutex);
    Free.push_back(X);
    return X;
  }

private:
  static int next() { return 1; }
  std::mutex Mutex;
  std::vector<int> Free;
  std::thread Thread;
};
static bool again() {
  Pool P;
  P.start();
  for (int I = 0; I != 2000; ++I)
    P.mark(); // What orders the two in one round does not in all.
  P.stop();
  return P.count() >= 2000;
}

// A library's own mutex, and what others hold it with.
class wxMutex {
public:
  void Lock() { Real.lock(); }
  void Unlock() { Real.unlock(); }

private:
  std::mutex Real;
};
class wxMutexLocker {
public:
  wxMutexLocker(wxMutex &M) : M(M) { M.Lock(); }
  ~wxMutexLocker() { M.Unlock(); }

private:
  wxMutex &M;
};
class Queue {
public:
  void push(int X) {
    wxMutexLocker Lock(Mutex);
    Files.push_back(X);
  }
  size_t count() {
    wxMutexLocker Lock(Mutex);
    return Files.size();
  }
  // CHECK-LABEL: void reset() {
  // CHECK-NEXT: wxMutexLocker lock(Mutex);
  // CHECK-NEXT: for (auto It = Files.begin(); It != Files.end(); ++It)
  void reset() {
    for (auto It = Files.begin(); It != Files.end(); ++It)
      *It = 0;
  }

private:
  wxMutex Mutex;
  std::vector<int> Files;
};
static bool imitated() {
  Queue Q;
  meet([&] { Q.push(1); }, [&] { Q.reset(); });
  return Q.count() == 1;
}

// A number is asked for under the lock, and what is done then may want it, too.
class Explorer {
public:
  void add(int X) {
    std::lock_guard<std::mutex> Guard(Mutex);
    Known.push_back(X);
  }
  int last() {
    std::lock_guard<std::mutex> Guard(Mutex);
    return Known.empty() ? 0 : Known.back();
  }
  // CHECK-LABEL: size_t explore() {
  // CHECK-NEXT: const size_t Before = [&] {
  // CXX17-SAME: std::lock_guard lock(Mutex); return Known.size(); }();
  // CXX11-SAME: std::lock_guard<std::mutex> lock(Mutex); return Known.size(); }();
  // CHECK-NEXT: if (Before > 100)
  size_t explore() {
    const size_t Before = Known.size();
    if (Before > 100)
      add(1);
    return Before;
  }

private:
  std::mutex Mutex;
  std::vector<int> Known;
};
static bool number() {
  Explorer E;
  std::thread Other([&] { E.add(1); });
  E.explore();
  Other.join();
  return E.explore() == 1 && E.last() == 1;
}

// The comments above a statement stay with it.
class Log {
public:
  void add(int X) {
    std::lock_guard<std::mutex> Guard(Mutex);
    Lines.push_back(X);
  }
  size_t count() {
    std::lock_guard<std::mutex> Guard(Mutex);
    return Lines.size();
  }
  int last() {
    std::lock_guard<std::mutex> Guard(Mutex);
    return Lines.empty() ? 0 : Lines.back();
  }
  bool isEmpty() {
    std::lock_guard<std::mutex> Guard(Mutex);
    return Lines.empty();
  }
  // CHECK-LABEL: void trim() {
  // CHECK-NEXT: // Not of what is below.
  // CHECK-EMPTY:
  // CXX17-NEXT: std::lock_guard lock(Mutex);
  // CXX11-NEXT: std::lock_guard<std::mutex> lock(Mutex);
  // CHECK-NEXT: /* What is old
  // CHECK-NEXT: goes first. */
  // CHECK-NEXT: // NOLINTNEXTLINE(some-check)
  // CHECK-NEXT: while (Lines.size() > 1)
  void trim() {
    // Not of what is below.

    /* What is old
       goes first. */
    // NOLINTNEXTLINE(some-check)
    while (Lines.size() > 1)
      Lines.pop_back();
  }
  // CHECK-LABEL: void close() {
  // CHECK-NEXT: int Limit = limit(); // Asked before.
  // CHECK-NEXT: {
  // CXX17-NEXT: std::lock_guard lock(Mutex);
  // CXX11-NEXT: std::lock_guard<std::mutex> lock(Mutex);
  // CHECK-NEXT: // Nothing else,
  // CHECK-NEXT: // and no more.
  // CHECK-NEXT: Lines.clear();
  // CHECK-NEXT: }
  // CHECK-NEXT: use(Limit);
  void close() {
    int Limit = limit(); // Asked before.
    // Nothing else,
    // and no more.
    Lines.clear();
    use(Limit);
  }

private:
  static int limit() { return 0; }
  static void use(int) {}
  std::mutex Mutex;
  std::vector<int> Lines;
};
static bool commented() {
  Log L;
  meet([&] { L.add(1); }, [&] { L.trim(); });
  meet([&] { L.add(2); }, [&] { L.close(); });
  return L.isEmpty() || (L.count() == 1 && L.last() != 0);
}

CASES(CASE(constant) CASE(joined) CASE(iterated) CASE(labels) CASE(again) CASE(imitated)
          CASE(number) CASE(commented))
