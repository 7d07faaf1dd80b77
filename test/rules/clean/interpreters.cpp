//===- interpreters.cpp - JSON, scopes, machines and options ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Right code; nothing may be said about this file.
// RUN: %check %s --std=c++17,c++20
#include <cctype>
#include <cstdlib>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stack>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

struct Token {
  enum Kind { Number, Name, Symbol, End } kind = End;
  std::string text;
};

class Lexer {
  std::string source;
  std::size_t at = 0;

public:
  explicit Lexer(std::string s) : source(std::move(s)) {}
  Token next() {
    while (at < source.size() && std::isspace(static_cast<unsigned char>(source[at])))
      ++at;
    if (at == source.size())
      return {};
    std::size_t start = at;
    if (std::isdigit(static_cast<unsigned char>(source[at]))) {
      while (at < source.size() && std::isdigit(static_cast<unsigned char>(source[at])))
        ++at;
      return {Token::Number, source.substr(start, at - start)};
    }
    if (std::isalpha(static_cast<unsigned char>(source[at]))) {
      while (at < source.size() && std::isalnum(static_cast<unsigned char>(source[at])))
        ++at;
      return {Token::Name, source.substr(start, at - start)};
    }
    return {Token::Symbol, std::string(1, source[at++])};
  }
};

std::vector<Token> tokenize(const std::string &source) {
  std::vector<Token> tokens;
  Lexer lexer(source);
  do
    tokens.push_back(lexer.next());
  while (tokens.back().kind != Token::End);
  return tokens;
}

std::vector<std::string> tokenizeIterators(const std::string &s) {
  std::vector<std::string> out;
  auto it = s.begin();
  while (it != s.end()) {
    if (*it == ' ') {
      ++it;
      continue;
    }
    auto start = it;
    if (*it == '"') {
      ++it;
      while (it != s.end() && *it != '"')
        ++it;
      out.emplace_back(start + 1, it);
      if (it != s.end())
        ++it;
    } else {
      while (it != s.end() && *it != ' ')
        ++it;
      out.emplace_back(start, it);
    }
  }
  return out;
}

struct Expression {
  virtual ~Expression() = default;
  virtual double evaluate(const std::map<std::string, double> &variables) const = 0;
};
using ExpressionPtr = std::unique_ptr<Expression>;

struct Json {
  using Array = std::vector<Json>;
  using Object = std::map<std::string, Json>;
  std::variant<std::nullptr_t, bool, double, std::string, std::shared_ptr<Array>, std::shared_ptr<Object>>
      value = nullptr;
};

class JsonReader {
  std::string_view text;
  std::size_t at = 0;

  void space() {
    while (at < text.size() && std::isspace(static_cast<unsigned char>(text[at])))
      ++at;
  }
  bool accept(char c) {
    space();
    if (at >= text.size() || text[at] != c)
      return false;
    ++at;
    return true;
  }
  std::string string() {
    std::string out;
    while (at < text.size() && text[at] != '"') {
      if (text[at] == '\\')
        ++at;
      out += text[at++];
    }
    ++at;
    return out;
  }

public:
  explicit JsonReader(std::string_view t) : text(t) {}
  Json read() {
    if (accept('{')) {
      auto object = std::make_shared<Json::Object>();
      while (!accept('}')) {
        accept(',');
        accept('"');
        auto key = string();
        accept(':');
        object->emplace(std::move(key), read());
      }
      return {object};
    }
    if (accept('[')) {
      auto array = std::make_shared<Json::Array>();
      while (!accept(']')) {
        array->push_back(read());
        accept(',');
      }
      return {array};
    }
    if (accept('"'))
      return {string()};
    auto start = at;
    while (at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])))
      ++at;
    auto word = text.substr(start, at - start);
    if (word == "true" || word == "false")
      return {word == "true"};
    if (word == "null")
      return {};
    return {std::atof(std::string(word).c_str())};
  }
};

void prune(Json &json) {
  if (auto *object = std::get_if<std::shared_ptr<Json::Object>>(&json.value)) {
    auto &members = **object;
    for (auto it = members.begin(); it != members.end();) {
      prune(it->second);
      if (std::holds_alternative<std::nullptr_t>(it->second.value))
        it = members.erase(it);
      else
        ++it;
    }
  } else if (auto *array = std::get_if<std::shared_ptr<Json::Array>>(&json.value)) {
    for (auto &element : **array)
      prune(element);
  }
}

class Scopes {
  std::vector<std::unordered_map<std::string, int>> stack{1};

public:
  void enter() { stack.emplace_back(); }
  void leave() { stack.pop_back(); }
  void define(const std::string &name, int value) { stack.back()[name] = value; }
  const int *find(const std::string &name) const {
    for (auto scope = stack.rbegin(); scope != stack.rend(); ++scope)
      if (auto it = scope->find(name); it != scope->end())
        return &it->second;
    return nullptr;
  }
};

class Machine {
  std::vector<int> stack;
  std::map<std::string, std::function<void()>> operations;

public:
  Machine() {
    operations["add"] = [this] {
      int b = pop(), a = pop();
      stack.push_back(a + b);
    };
    operations["dup"] = [this] { stack.push_back(stack.back()); };
    operations["swap"] = [this] { std::swap(stack.back(), stack[stack.size() - 2]); };
  }
  int pop() {
    int value = stack.back();
    stack.pop_back();
    return value;
  }
  void run(const std::vector<std::string> &program) {
    for (const auto &word : program)
      if (auto it = operations.find(word); it != operations.end())
        it->second();
      else
        stack.push_back(std::atoi(word.c_str()));
  }
};

std::vector<std::pair<std::string, std::string>> parseOptions(std::vector<std::string> arguments) {
  std::vector<std::pair<std::string, std::string>> options;
  for (auto it = arguments.begin(); it != arguments.end(); ++it) {
    if (it->rfind("--", 0) != 0)
      continue;
    auto eq = it->find('=');
    if (eq != std::string::npos)
      options.emplace_back(it->substr(2, eq - 2), it->substr(eq + 1));
    else if (auto next = std::next(it); next != arguments.end() && next->rfind("--", 0) != 0)
      options.emplace_back(it->substr(2), *++it);
    else
      options.emplace_back(it->substr(2), "");
  }
  return options;
}

void takeFlags(std::vector<std::string> &arguments, bool &verbose) {
  for (auto it = arguments.begin(); it != arguments.end();) {
    if (*it == "-v" || *it == "--verbose") {
      verbose = true;
      it = arguments.erase(it);
    } else if (*it == "--") {
      arguments.erase(it);
      break;
    } else {
      ++it;
    }
  }
}

std::map<std::string, std::string> expandMacros(std::map<std::string, std::string> macros) {
  for (bool changed = true; changed;) {
    changed = false;
    for (auto &[name, body] : macros)
      for (const auto &[other, text] : macros)
        if (auto at = body.find("$" + other); other != name && at != std::string::npos) {
          body.replace(at, other.size() + 1, text);
          changed = true;
        }
  }
  return macros;
}
