//===- real-sure-callers.cpp - what all callers have made sure of -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// What callers make sure of before they call holds on across calls of functions that do much, but
// nothing to these containers. Found in cppcheck.
// RUN: %check %s --std=c++17
#include <map>
#include <set>
#include <string>
#include <vector>

struct Type {
  std::string name;
  int pointers = 0;
};

class Word {
public:
  std::string text;
  int kind = 0, number = 0;
  bool isLong = false, isStandard = false;
  Type *type = nullptr;
  std::set<std::string> notes;

  void setNumber(int n) {
    number = n;
    if (n)
      kind = 1;
    else
      classify();
  }
  void setType(const Type &t) {
    delete type;
    type = new Type(t);
    if (type->pointers > 0)
      notes.insert("pointer");
  }
  void classify();
};

void Word::classify() {
  if (text.empty()) {
    kind = 0;
  } else {
    if (text == "true" || text == "false")
      kind = 2;
    else if (text[0] == '"')
      kind = 3;
    else if (text[0] == '_' || text[0] == '$')
      kind = number ? 1 : 4;
    else if (text[0] == '=' || text[0] == '!')
      kind = 5;
    else if (text.size() == 1 && text.find_first_of(",;()") != std::string::npos)
      kind = 6;
    else if (text == "<<" || text == ">>")
      kind = 7;
    else
      kind = 8;
  }
  isLong = false;
  if (kind == 3 && text[0] == 'L')
    isLong = true;
  isStandard = false;
  notes.clear();
  if (text.size() < 3)
    return;
  if (text == "int" || text == "char" || text == "bool") {
    isStandard = true;
    notes.insert("standard");
  }
  if (number > 9 || (type && type->pointers > 1))
    notes.insert("special");
  if (!isLong && text.back() == 'l')
    isLong = true;
}

class Declarations {
public:
  void addNumber(const std::string &address, Word *word) {
    known.insert({address, word});
    word->setNumber(++last);
    resolve(address);
  }
  void addTyped(const std::string &address, Word *word, const Type &type) {
    known.insert({address, word});
    word->setType(type);
    if (word->type)
      word->setNumber(++last);
    resolve(address);
  }
  void addPlain(const std::string &address, Word *word) {
    known.insert({address, word});
    word->classify();
    resolve(address);
  }
  void refer(const std::string &address, Word *word) {
    auto it = known.find(address);
    if (it != known.end())
      word->kind = it->second->kind;
    else
      waiting[address].push_back(word);
  }

private:
  void resolve(const std::string &address) {
    auto it = waiting.find(address);
    if (it != waiting.end()) {
      for (Word *word : it->second)
        refer(address, word); // All callers have made it known.
      waiting.erase(it);
    }
  }
  std::map<std::string, Word *> known;
  std::map<std::string, std::vector<Word *>> waiting;
  int last = 0;
};

// One of whose callers does not make sure.
class Forgetful {
public:
  void add(const std::string &address, Word *word) {
    known.insert({address, word});
    word->setNumber(++last);
    resolve(address);
  }
  void retry(const std::string &address, Word *word) {
    word->setNumber(++last);
    resolve(address);
  }
  void refer(const std::string &address, Word *word) {
    auto it = known.find(address);
    if (it != known.end())
      word->kind = it->second->kind;
    else
      waiting[address].push_back(word);
  }

private:
  void resolve(const std::string &address) {
    auto it = waiting.find(address);
    if (it != waiting.end()) {
      for (Word *word : it->second)
        refer(address, word); // finding: mutate-while-iterating
      waiting.erase(it);
    }
  }
  std::map<std::string, Word *> known;
  std::map<std::string, std::vector<Word *>> waiting;
  int last = 0;
};

// Whose function in between takes back what was made sure of.
class Undone {
public:
  void add(const std::string &address, Word *word) {
    known.insert({address, word});
    prune();
    resolve(address);
  }
  void prune() {
    if (known.size() > 100)
      known.clear();
  }
  void refer(const std::string &address, Word *word) {
    auto it = known.find(address);
    if (it != known.end())
      word->kind = it->second->kind;
    else
      waiting[address].push_back(word);
  }

private:
  void resolve(const std::string &address) {
    auto it = waiting.find(address);
    if (it != waiting.end()) {
      for (Word *word : it->second)
        refer(address, word); // finding: mutate-while-iterating
      waiting.erase(it);
    }
  }
  std::map<std::string, Word *> known;
  std::map<std::string, std::vector<Word *>> waiting;
};
