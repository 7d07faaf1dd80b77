//===- harness.hpp - clocks, threads, and the file of results ---*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every program here appends one JSON object a line to the file of its first argument; report.py
// reads them. Both times are written: CPU time is that of the busiest thread, which a busy machine
// does not change much, but which does not count a thread that sleeps for a lock.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_BENCH_HARNESS_HPP
#define HOLDFAST_BENCH_HARNESS_HPP

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <string>
#include <thread>
#include <vector>

namespace bench {

/// Seconds.
struct duration {
  double cpu = 0, wall = 0;
};

class stopwatch {
public:
  stopwatch() : cpu_(cpu_now()), wall_(std::chrono::steady_clock::now()) {}
  duration elapsed() const {
    return {cpu_now() - cpu_,
            std::chrono::duration<double>(std::chrono::steady_clock::now() - wall_).count()};
  }

private:
  /// Of the calling thread.
  static double cpu_now() {
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return double(t.tv_sec) + double(t.tv_nsec) * 1e-9;
  }
  double cpu_;
  std::chrono::steady_clock::time_point wall_;
};

/// Runs f(thread's number) on n threads that begin together.
template <class F> duration timed(unsigned n, F f) {
  std::atomic<unsigned> ready{0};
  std::vector<duration> took(n);
  std::vector<std::thread> threads;
  for (unsigned t = 0; t < n; ++t)
    threads.emplace_back([&, t] {
      ready.fetch_add(1);
      while (ready.load() < n)
        std::this_thread::yield();
      const stopwatch s;
      f(t);
      took[t] = s.elapsed();
    });
  duration longest;
  for (unsigned t = 0; t < n; ++t) {
    threads[t].join();
    longest.cpu = std::max(longest.cpu, took[t].cpu);
    longest.wall = std::max(longest.wall, took[t].wall);
  }
  return longest;
}

class results {
public:
  explicit results(const char *file) : file_(std::fopen(file, "a")) {
    if (!file_) {
      std::perror(file);
      std::exit(2);
    }
  }
  results(const results &) = delete;
  results &operator=(const results &) = delete;
  ~results() { std::fclose(file_); }

  /// Nanoseconds an operation, of one round.
  void add(const std::string &work, const std::string &kind, const std::string &map,
           unsigned threads, duration d, double operations) {
    std::fprintf(file_,
                 R"({"work":"%s","kind":"%s","map":"%s","threads":%u,"cpu":%.3f,"wall":%.3f})"
                 "\n",
                 work.c_str(), kind.c_str(), map.c_str(), threads, d.cpu * 1e9 / operations,
                 d.wall * 1e9 / operations);
    std::fflush(file_);
  }
  void add(const std::string &work, const std::string &kind, const std::string &map,
           const std::string &unit, double value) {
    std::fprintf(file_,
                 R"({"work":"%s","kind":"%s","map":"%s","%s":%.3f})"
                 "\n",
                 work.c_str(), kind.c_str(), map.c_str(), unit.c_str(), value);
    std::fflush(file_);
  }

private:
  std::FILE *file_;
};

} // namespace bench

#endif // HOLDFAST_BENCH_HARNESS_HPP
