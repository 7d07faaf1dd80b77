//===- real-nested-elements.cpp - another element is erased -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// What a callee looks for and erases is never the element that the caller's loop is at: it is one of
// those that this one contains. Found in cppcheck and i2pd.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <list>
#include <map>
#include <memory>
#include <string>
#include <vector>

struct Use {
  int token;
  std::vector<int> inner;
};
class Simplifier {
public:
  void all() {
    for (const Use &use : uses_)
      replaceInner(use); // known-false-alarm: mutate-while-iterating issue "Quality on real code"
  }

private:
  void replaceInner(const Use &use) {
    for (int token : use.inner)
      for (auto it = uses_.begin(); it != uses_.end(); ++it)
        if (it->token == token) {
          uses_.erase(it);
          break;
        }
  }
  std::list<Use> uses_;
};

class Bridge;
class Session {
public:
  explicit Session(Bridge &bridge) : bridge_(bridge) {}
  virtual ~Session() = default;
  virtual void close() {}

protected:
  Bridge &bridge_;
};
class MasterSession : public Session {
public:
  using Session::Session;
  void close() override;

private:
  std::vector<std::string> parts_;
};
class Bridge {
public:
  void stop() {
    for (auto &session : sessions_)
      session.second->close(); // known-false-alarm: mutate-while-iterating issue "Quality on real code"
    sessions_.clear();
  }
  void closeSession(const std::string &id) {
    auto it = sessions_.find(id);
    if (it == sessions_.end())
      return;
    std::shared_ptr<Session> session = it->second;
    sessions_.erase(it);
    session->close();
  }

private:
  std::map<std::string, std::shared_ptr<Session>> sessions_;
};
void MasterSession::close() {
  for (const std::string &part : parts_)
    bridge_.closeSession(part); // known-false-alarm: mutate-while-iterating issue "Quality on real code"
  parts_.clear();
}
