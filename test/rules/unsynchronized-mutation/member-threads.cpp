//===- member-threads.cpp - threads of an object ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <atomic>
#include <map>
#include <mutex>
#include <pthread.h>
#include <thread>
#include <vector>

// The constructor's thread runs beside every method.
struct Worker {
  Worker() : thread([this] { items.push_back(1); }) {} // note: "the thread is started here"
  ~Worker() {
    thread.join();
    items.clear();
  }
  void clear() { items.clear(); } // finding: unsynchronized-mutation "clearing 'items' while another thread is inserting into 'items'"
  std::vector<int> items;
  std::thread thread;
};

// What the constructor does before is done.
struct Filled {
  Filled() {
    items.push_back(0);
    thread = std::thread([this] { items.push_back(1); });
  }
  ~Filled() { stop(); }
  void stop() {
    if (thread.joinable())
      thread.join();
    items.clear();
  }
  std::vector<int> items;
  std::thread thread;
};

// Nobody is seen to call both; the lock says that somebody does.
struct Lazy {
  void start() {
    thread = std::thread([this] {
      std::lock_guard<std::mutex> lock(mutex);
      items.push_back(1);
    });
  }
  void stop() {
    thread.join();
    items.clear();
  }
  void clear() { items.clear(); } // finding: inconsistent-lock "clearing 'items' without 'mutex'"
  size_t size() {
    std::lock_guard<std::mutex> lock(mutex);
    return items.size();
  }
  std::mutex mutex;
  std::vector<int> items;
  std::thread thread;
};

// Nobody locks: it may be that all is set up before start() is called.
struct Server {
  void add(int route) { routes[route] = route; }
  void start() {
    thread = std::thread([this] { routes.find(1); });
  }
  void stop() { thread.join(); }
  std::map<int, int> routes;
  std::thread thread;
};

// The thread's own methods.
struct Own {
  Own() : thread([this] { run(); }) {}
  ~Own() { thread.join(); }

private:
  void run() { step(); }
  void step() { items.push_back(1); }
  std::vector<int> items;
  std::thread thread;
};

// One at a time: it is started when there is none, or when the one before has ended.
static std::thread *converter;
static std::thread reader;
static std::vector<int> converted, readLines;
static void convert() { converted.push_back(1); }
static void readAll() { readLines.push_back(1); }
static void convertNow() {
  if (!converter)
    converter = new std::thread(convert);
}
static void convertLater() {
  if (converter == nullptr)
    converter = new std::thread(convert);
}
static void readNow() {
  if (reader.joinable())
    reader.join();
  reader = std::thread(readAll);
}
static void readLater() {
  if (reader.joinable())
    reader.join();
  reader = std::thread(readAll);
}
void oneAtATime() {
  convertNow();
  convertLater();
  readNow();
  readLater();
  converter->join();
  reader.join();
}

// Nobody asks.
static std::thread *printer;
static std::vector<int> printed;
static void print() {
  printed.push_back(1); // finding: unsynchronized-mutation "inserting into 'printed' in several threads at once"
}
static void printNow() { printer = new std::thread(print); }
static void printLater() { printer = new std::thread(print); }
void severalAtATime() {
  printNow();
  printLater();
  printer->join();
}

// A worker that nobody is beside; and one beside which somebody is.
class Loner {
public:
  Loner() : thread(&Loner::run, this) {}
  ~Loner() { thread.join(); }

private:
  void run() {
    work.push_back(1);
    work.pop_back();
  }
  std::vector<int> work;
  std::thread thread;
};
class Visited {
public:
  Visited() : thread(&Visited::run, this) {}
  ~Visited() { thread.join(); }
  void visit() {
    work.clear(); // finding: unsynchronized-mutation "clearing 'work' while another thread"
  }

private:
  void run() { work.push_back(1); }
  std::vector<int> work;
  std::thread thread;
};

// A size asked for without the lock is a hint as long as nobody is seen who asks while the thread
// runs.
class Counted {
public:
  void start() {
    thread = std::thread([this] {
      std::lock_guard<std::mutex> lock(mutex);
      items.clear();
    });
  }
  ~Counted() { thread.join(); }
  size_t size() { return items.size(); } // finding: inconsistent-lock likely "reading 'counted.items' without 'mutex', which is held at other places"

private:
  std::vector<int> items;
  std::mutex mutex;
  std::thread thread;
};
size_t countBeside() {
  Counted counted;
  counted.start();
  return counted.size();
}

// A flag says whether there is a thread to wait for (i2pd, RunnableService).
struct Flagged {
  std::vector<int> items;
  std::thread thread;
  std::atomic<bool> asked{false};
  bool running = false;
  void start() {
    if (running)
      return;
    running = true;
    thread = std::thread([this] { items.push_back(1); });
  }
  void stop() {
    if (running) {
      running = false;
      thread.join();
    }
  }
  void stopEarly() {
    if (!asked.load())
      return;
    thread.join();
  }
  void stopSometimes(int n) {
    if (n > 3)
      thread.join();
  }
};
void stopped(Flagged &f) {
  f.start();
  f.stop();
  f.items.clear();
}
void stoppedEarly(Flagged &f) {
  f.start();
  f.stopEarly();
  f.items.clear();
}
void stoppedTooLate(Flagged &f) {
  f.start();
  f.items.clear(); // finding: unsynchronized-mutation
  f.stop();
}
void stoppedSometimes(Flagged &f, int n) {
  f.start();
  f.stopSometimes(n);
  f.items.clear(); // finding: unsynchronized-mutation
}

// A class of threads: what the override does is done by the object's own thread alone, which the
// constructor starts (EiskaltDC++, BufferedSocket).
class Runnable {
public:
  virtual ~Runnable() = default;
  void start() { pthread_create(&thread, nullptr, &starter, this); }

protected:
  virtual int run() = 0;

private:
  pthread_t thread;
  static void *starter(void *p) {
    static_cast<Runnable *>(p)->run();
    return nullptr;
  }
};
class Buffered : public Runnable {
public:
  Buffered() { start(); }
  void write(int c) { out.push_back(c); } // finding: unsynchronized-mutation

private:
  int run() override {
    while (read())
      in.push_back(1);
    delete this;
    return 0;
  }
  bool read() {
    in.clear();
    out.clear();
    return true;
  }
  std::vector<int> in, out;
};
void connect() {
  auto *a = new Buffered;
  auto *b = new Buffered;
  a->write(1);
  b->write(2);
}
