//===- qt.cpp - threads and locks of Qt 5 and 6 -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17 -- -fPIC -isystem /usr/include/x86_64-linux-gnu/qt5 \
// RUN:   -isystem /usr/include/x86_64-linux-gnu/qt5/QtCore \
// RUN:   -isystem /usr/include/x86_64-linux-gnu/qt5/QtConcurrent
// RUN: %check %s --std=c++17 -- -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 \
// RUN:   -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore \
// RUN:   -isystem /usr/include/x86_64-linux-gnu/qt6/QtConcurrent
#include <QAtomicInt>
#include <QFutureSynchronizer>
#include <QFutureWatcher>
#include <QList>
#include <QMutex>
#include <QReadWriteLock>
#include <QRunnable>
#include <QSemaphore>
#include <QThread>
#include <QThreadPool>
#include <QtConcurrentMap>
#include <QtConcurrentRun>
#include <memory>

class Worker : public QThread {
public:
  ~Worker() override { wait(); }
  void run() override {
    QMutexLocker lock(&mutex);
    items.append(1);
  }
  void guarded() {
    QMutexLocker lock(&mutex);
    items.append(2);
  }
  void byHand() {
    mutex.lock();
    items.append(3);
    mutex.unlock();
  }
  void tried() {
    if (mutex.tryLock()) {
      items.append(4);
      mutex.unlock();
    }
  }
  void relocked() {
    QMutexLocker lock(&mutex);
    lock.unlock();
    lock.relock();
    items.append(5);
  }
  void unlocked() {
    QMutexLocker lock(&mutex);
    lock.unlock();
    items.append(6); // finding: inconsistent-lock "inserting into 'worker.items'"
  }
  void bare() { items.append(7); } // finding: inconsistent-lock

private:
  QMutex mutex;
  QList<int> items;
};

void threadThatRunsAMethod() {
  Worker worker;
  worker.bare();
  worker.start();
  worker.guarded();
  worker.byHand();
  worker.tried();
  worker.relocked();
  worker.unlocked();
  worker.bare();
  worker.wait();
  worker.bare();
}

void threadOfACallable() {
  QList<int> items;
  QThread *thread = QThread::create([&] { items.append(1); });
  items.append(2);
  thread->start();
  items.append(3); // finding: unsynchronized-mutation
  thread->wait();
  items.append(4);
}

struct Shared {
  QReadWriteLock lock;
  QList<int> items;
  int read() {
    QReadLocker guard(&lock);
    return items.size();
  }
  void write() {
    QWriteLocker guard(&lock);
    items.append(1);
  }
  void writeByHand() {
    lock.lockForWrite();
    items.append(1);
    lock.unlock();
  }
  void writeUnderReadLock() {
    QReadLocker guard(&lock);
    items.append(1); // finding: unsynchronized-mutation
  }
};
void readersAndWriters(Shared &shared) {
  QFuture<void> reading = QtConcurrent::run([&] { shared.read(); });
  shared.read();
  shared.write();
  shared.writeByHand();
  shared.writeUnderReadLock();
  reading.waitForFinished();
  shared.items.clear();
}

class Task : public QRunnable {
public:
  explicit Task(QList<int> &results) : results(results) {}
  void run() override { results.append(1); }

private:
  QList<int> &results;
};
void poolOfTasks(QList<int> &results) {
  QThreadPool::globalInstance()->start(new Task(results));
  results.append(1); // finding: unsynchronized-mutation
  QThreadPool::globalInstance()->waitForDone();
  results.append(2);
}

void poolOfTheFunction() {
  QList<int> items;
  {
    QThreadPool pool;
    Task task(items);
    task.setAutoDelete(false);
    pool.start(&task);
    items.clear(); // finding: unsynchronized-mutation
  }
  items.clear();
}

// A pool that is destroyed waits, wherever it is.
void poolOfAPointer() {
  QList<int> items;
  auto pool = std::make_unique<QThreadPool>();
  pool->start([&] { items.append(1); });
  items.append(2); // finding: unsynchronized-mutation
  pool.reset();
  items.append(3);
}
void synchronizerOfAPointer() {
  QList<int> items;
  auto all = std::make_unique<QFutureSynchronizer<void>>();
  all->addFuture(QtConcurrent::run([&] { items.append(1); }));
  items.append(2); // finding: unsynchronized-mutation
  all.reset();
  items.append(3);
}

void mapped(QVector<int> &inputs) {
  QList<int> outputs;
  QMutex mutex;
  QtConcurrent::blockingMap(inputs, [&](int &x) { outputs.append(x); }); // finding: unsynchronized-mutation
  QtConcurrent::blockingMap(inputs, [&](int &x) {
    QMutexLocker lock(&mutex);
    outputs.append(x);
  });
  outputs.clear();
  QFuture<void> future = QtConcurrent::map(inputs, [&](int &x) {
    QMutexLocker lock(&mutex);
    outputs.append(x);
  });
  outputs.clear(); // finding: unsynchronized-mutation
  future.waitForFinished();
  outputs.clear();
}

void watched() {
  QList<int> items;
  QFutureWatcher<void> watcher;
  watcher.setFuture(QtConcurrent::run([&] { items.append(1); }));
  watcher.waitForFinished();
  items.clear();
}

// Hand-over without a lock.
void bySemaphore() {
  QList<int> items;
  QSemaphore ready;
  QThread *thread = QThread::create([&] {
    items.append(1);
    ready.release();
  });
  thread->start();
  ready.acquire();
  items.clear();
  thread->wait();
}
void byAtomic() {
  QList<int> items;
  QAtomicInt done;
  QThread *thread = QThread::create([&] {
    items.append(1);
    done.storeRelease(1);
  });
  thread->start();
  while (!done.loadAcquire())
    QThread::yieldCurrentThread();
  items.clear();
  thread->wait();
}

// A copy of the future is waited for by somebody else, as KeePassXC does.
template <typename Result> Result waitFor(QFuture<Result> future) {
  QFutureWatcher<Result> watcher;
  watcher.setFuture(future);
  return future.result();
}
template <typename Task> auto runAndWait(Task task) { return waitFor(QtConcurrent::run(task)); }
void waitedForElsewhere() {
  QList<int> items;
  bool isDone = runAndWait([&] {
    items.append(1);
    return true;
  });
  items.clear();
  items.append(isDone);
}
template <typename Result> bool look(QFuture<Result> future) { return future.isRunning(); }
void lookedAtElsewhere() {
  QList<int> items;
  QFuture<bool> future = QtConcurrent::run([&] {
    items.append(1);
    return true;
  });
  look(future);
  items.clear(); // finding: unsynchronized-mutation
  future.waitForFinished();
}

// A slot runs in the thread that its object lives in: nothing is claimed.
class Collector : public QObject {
  Q_OBJECT
public:
  void collect() { items.append(1); }
  QList<int> items;
};
void connected(Worker &worker, Collector &collector) {
  QObject::connect(&worker, &QThread::finished, &collector, &Collector::collect);
  worker.start();
  collector.collect();
  worker.wait();
}
