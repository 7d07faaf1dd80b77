//===- real-scopes.cpp - objects that are known while they live -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// The constructor leaves its address in another object, and the destructor takes it back. Found
// in Squid.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <set>
#include <string>

class Tokens;
class Context {
public:
  Context(Tokens &tokens, const char *name);
  ~Context() { close(); }
  inline void close();

private:
  Tokens &tokens_;
  const Context *const parent_;
  const char *name_;
};
void trace(const Context *context, int value);
class Tokens {
public:
  explicit Tokens(const std::string &data) : context_(nullptr), data_(data) {}
  int number();
  std::string text();

private:
  friend class Context;
  const Context *context_;
  std::string data_;
  unsigned parsed_ = 0;
};
inline Context::Context(Tokens &tokens, const char *name)
    : tokens_(tokens), parent_(tokens.context_), name_(name) {
  tokens.context_ = this;
}
inline void Context::close() { tokens_.context_ = parent_; }
int Tokens::number() {
  int result = data_[parsed_++];
  trace(context_, result);
  return result;
}
std::string Tokens::text() {
  Context text(*this, "text");
  if (int length = number())
    return data_.substr(parsed_, length);
  return std::string();
}
struct Details {
  std::string session;
  std::set<int> suites;
};
void hello(const std::string &raw, Details &details) {
  Tokens tokens(raw);
  Context hello(tokens, "hello");
  details.session = tokens.text();
  details.suites.insert(tokens.number());
}
