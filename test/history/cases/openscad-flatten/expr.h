//===- expr.h - expressions and their values --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "value.h"

#include <map>
#include <string>

class Context
{
public:
  void set(const std::string &name, Value value) { variables[name] = std::move(value); }
  Value lookup(const std::string &name) const;

private:
  std::map<std::string, Value> variables;
};

class Expression
{
public:
  virtual ~Expression() = default;
  virtual Value evaluate(const Context &context) const = 0;
};

class Literal : public Expression
{
public:
  Literal(double value) : value(value) {}
  Value evaluate(const Context &context) const override;

private:
  double value;
};

class Lookup : public Expression
{
public:
  Lookup(std::string name) : name(std::move(name)) {}
  Value evaluate(const Context &context) const override;

private:
  std::string name;
};

class ArrayLookup : public Expression
{
public:
  ArrayLookup(std::unique_ptr<Expression> array, std::unique_ptr<Expression> index)
    : array(std::move(array)), index(std::move(index)) {}
  Value evaluate(const Context &context) const override;

private:
  std::unique_ptr<Expression> array, index;
};

class LcFor : public Expression
{
public:
  LcFor(std::string name, std::unique_ptr<Expression> values, std::unique_ptr<Expression> expr)
    : it_name(std::move(name)), it_expr(std::move(values)), expr(std::move(expr)) {}
  Value evaluate(const Context &context) const override;

private:
  std::string it_name;
  std::unique_ptr<Expression> it_expr, expr;
};
