//===- real-shared-owners.cpp - shared owners that real programs pass on -----===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// An accessor hands out a copy of the shared pointer that its object keeps: what it
// points to outlives the copy. Found in i2pd (references) and cppcheck (range-for).
// RUN: %check %s --std=c++17,c++20
#include <memory>
#include <set>
#include <string>
#include <vector>

struct Scope {
  std::set<std::string> names;
  std::string first;
};

class Token {
public:
  std::shared_ptr<Scope> scope() const; // Defined elsewhere: returns own.
  std::shared_ptr<Scope> inlineScope() const { return own; }

private:
  std::shared_ptr<Scope> own;
};

void look(const std::string &);

void walkHidden(const Token *token) {
  for (const auto &name : token->scope()->names)
    look(name);
}

void walkVisible(const Token *token) {
  for (const auto &name : token->inlineScope()->names)
    look(name);
}

void referHidden(const std::vector<std::pair<int, std::shared_ptr<Token>>> &tokens) {
  for (const auto &entry : tokens) {
    const auto &first = entry.second->scope()->first;
    look(first);
  }
}

void referVisible(const Token &token) {
  const auto &first = token.inlineScope()->first;
  look(first);
  look(first);
}

// What is walked has another owner: a member, of which the getter returns a copy. Found in Wesnoth
// (wb::viewer_actions).
namespace whiteboard {

class Actions {
public:
  std::vector<int>::const_iterator begin() const { return all.begin(); }
  std::vector<int>::const_iterator end() const { return all.end(); }

private:
  std::vector<int> all;
};

class Team {
public:
  std::shared_ptr<Actions> actions() const;

private:
  std::shared_ptr<Actions> planned;
};
std::shared_ptr<Actions> Team::actions() const { return planned; }

class Game {
public:
  std::shared_ptr<Actions> current() {
    std::shared_ptr<Actions> result = teams[now].actions();
    return result;
  }
  static std::shared_ptr<Actions> fresh();
  int sum() {
    int n = 0;
    for (int action : *current())
      n += action;
    return n;
  }
  int sumOfFresh() {
    int n = 0;
    for (int action : *fresh()) // finding: invalidated-reference
      n += action;
    return n;
  }

private:
  std::vector<Team> teams;
  int now = 0;
};

} // namespace whiteboard
