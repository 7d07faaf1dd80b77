//===- main.cpp - what a user of the runtime map writes ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Compiled by every compiler, with every library and standard: a little of everything.
//
//===----------------------------------------------------------------------===//

#include <holdfast/checked.hpp>
#include <holdfast/map.hpp>
#include <holdfast/set.hpp>

#include <cstdio>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <type_traits>
#include <unordered_map>
#include <vector>

/// With NDEBUG (this is a release), a checked container is the container itself.
using Names = std::unordered_map<int, std::string>;
static_assert(std::is_same_v<holdfast::checked<Names>, Names>);

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};

bool erases_while_iterating() {
  holdfast::map<std::string, int> sessions{{"ann", 1}, {"bob", 2}, {"eve", 3}};
  holdfast::set<int> closed;
  std::thread other([&] { sessions["dan"] += 4; });
  for (const auto &[name, id] : sessions)
    if (id % 2 == 1) {
      sessions.erase(name); // also of what the loop stands on
      closed.insert(id);
    }
  other.join();
  return sessions.size() == 2 && closed.size() == 2;
}

bool looks_up_without_a_key() {
  holdfast::map<std::string, int, StringHash, std::equal_to<>> m{{"key", 1}, {"other", 2}};
  const std::string_view key = "key";
  bool right = m.contains(key) && m.count(key) == 1 && m.find(key)->second == 1 && m.load(key) == 1;
  right = right && m.visit(key, [](const auto &) {}) && m.update(key, [](int &v) { ++v; });
  right = right && m.load_and_erase(key) == 2 && !m.extract(key) && m.erase("other") == 1;
  return right && m.empty();
}

bool keeps_what_only_moves() {
  holdfast::map<int, std::unique_ptr<int>> m;
  for (int i = 0; i < 3000; ++i)
    m.try_emplace(i, std::make_unique<int>(i));
  const auto last = m.extract(2999).take();
  return erase_if(m, [](const auto &pair) { return *pair.second % 2 == 0; }) == 1500 &&
         m.size() == 1499 && last && **last == 2999;
}

bool finds_many() {
  holdfast::map<long, double> m;
  std::vector<long> keys;
  for (long i = 0; i < 5000; ++i) {
    m.store(i, static_cast<double>(i) / 2);
    keys.push_back(i * 2);
  }
  std::vector<std::optional<double>> found;
  m.find_many(keys.begin(), keys.end(), std::back_inserter(found));
  return found[2499] == 2499 && !found[2500];
}

#if defined(__cpp_lib_jthread)
/// A jthread that ends stops its loop.
bool stops() {
  holdfast::map<int, int> m;
  holdfast::set<int> s;
  for (int i = 0; i < 1000; ++i)
    m.store(i, i), s.insert(i);
  std::stop_source source;
  int walked = 0, more = 0;
  bool to_the_end = m.range(source.get_token(), [&](int, int) { ++walked; });
  to_the_end = to_the_end && walked == 1000;
  const bool stopped = !s.range(source.get_token(), [&](int) {
    if (++more == 10)
      source.request_stop();
  });
  return to_the_end && stopped && more == 10 &&
         !m.range(source.get_token(), [&](int, int) { ++more; }) && more == 10;
}
#elif __cplusplus >= 202002L
#error "this library has no stop_token?"
#else
bool stops() { return true; }
#endif

int main() {
  const bool right[] = {erases_while_iterating(), looks_up_without_a_key(), keeps_what_only_moves(),
                        finds_many(), stops()};
  int failed = 0;
  for (bool one : right)
    failed = failed * 2 + !one;
  std::printf("%d\n", failed);
  return failed;
}
