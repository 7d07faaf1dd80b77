//===- parsers.cpp - tokenizers, parsers and interpreters -------*- C++ -*-===//
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

struct Constant : Expression {
  double value;
  explicit Constant(double v) : value(v) {}
  double evaluate(const std::map<std::string, double> &) const override { return value; }
};
struct Variable : Expression {
  std::string name;
  explicit Variable(std::string n) : name(std::move(n)) {}
  double evaluate(const std::map<std::string, double> &variables) const override {
    auto it = variables.find(name);
    if (it == variables.end())
      throw std::out_of_range(name);
    return it->second;
  }
};
struct Binary : Expression {
  char op;
  ExpressionPtr left, right;
  Binary(char o, ExpressionPtr l, ExpressionPtr r) : op(o), left(std::move(l)), right(std::move(r)) {}
  double evaluate(const std::map<std::string, double> &variables) const override {
    double a = left->evaluate(variables), b = right->evaluate(variables);
    switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    default:
      return a / b;
    }
  }
};
struct Call : Expression {
  std::string name;
  std::vector<ExpressionPtr> arguments;
  double evaluate(const std::map<std::string, double> &variables) const override {
    double sum = 0;
    for (const auto &argument : arguments)
      sum += argument->evaluate(variables);
    return sum;
  }
};

class Parser {
  std::vector<Token> tokens;
  std::vector<Token>::const_iterator at;

  bool accept(const char *symbol) {
    if (at->kind != Token::Symbol || at->text != symbol)
      return false;
    ++at;
    return true;
  }
  ExpressionPtr primary() {
    if (at->kind == Token::Number)
      return std::make_unique<Constant>(std::atof((at++)->text.c_str()));
    if (at->kind == Token::Name) {
      const Token &name = *at++;
      if (!accept("("))
        return std::make_unique<Variable>(name.text);
      auto call = std::make_unique<Call>();
      call->name = name.text;
      while (!accept(")")) {
        call->arguments.push_back(sum());
        accept(",");
      }
      return call;
    }
    if (accept("(")) {
      auto inner = sum();
      if (!accept(")"))
        throw std::runtime_error("expected )");
      return inner;
    }
    throw std::runtime_error("unexpected " + at->text);
  }
  ExpressionPtr product() {
    auto left = primary();
    while (at->text == "*" || at->text == "/") {
      char op = (at++)->text[0];
      left = std::make_unique<Binary>(op, std::move(left), primary());
    }
    return left;
  }
  ExpressionPtr sum() {
    auto left = product();
    while (at->text == "+" || at->text == "-") {
      char op = (at++)->text[0];
      left = std::make_unique<Binary>(op, std::move(left), product());
    }
    return left;
  }

public:
  explicit Parser(std::vector<Token> t) : tokens(std::move(t)), at(tokens.cbegin()) {}
  ExpressionPtr parse() {
    at = tokens.cbegin();
    return sum();
  }
};

double evaluatePostfix(const std::vector<std::string> &words) {
  std::stack<double> stack;
  for (const auto &word : words) {
    if (word == "+" || word == "*") {
      double b = stack.top();
      stack.pop();
      double a = stack.top();
      stack.pop();
      stack.push(word == "+" ? a + b : a * b);
    } else {
      stack.push(std::stod(word));
    }
  }
  return stack.top();
}

std::vector<std::string> toPostfix(const std::vector<std::string> &infix) {
  static const std::map<std::string, int> precedence{{"+", 1}, {"-", 1}, {"*", 2}, {"/", 2}};
  std::vector<std::string> output, operators;
  for (const auto &word : infix) {
    auto it = precedence.find(word);
    if (it != precedence.end()) {
      while (!operators.empty() && operators.back() != "(" &&
             precedence.at(operators.back()) >= it->second) {
        output.push_back(operators.back());
        operators.pop_back();
      }
      operators.push_back(word);
    } else if (word == "(") {
      operators.push_back(word);
    } else if (word == ")") {
      while (operators.back() != "(") {
        output.push_back(operators.back());
        operators.pop_back();
      }
      operators.pop_back();
    } else {
      output.push_back(word);
    }
  }
  while (!operators.empty()) {
    output.push_back(std::move(operators.back()));
    operators.pop_back();
  }
  return output;
}

bool balanced(std::string_view s) {
  std::vector<char> open;
  for (char c : s) {
    if (c == '(' || c == '[') {
      open.push_back(c);
    } else if (c == ')' || c == ']') {
      if (open.empty() || open.back() != (c == ')' ? '(' : '['))
        return false;
      open.pop_back();
    }
  }
  return open.empty();
}
