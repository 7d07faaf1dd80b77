//===- expr.cpp - expressions and their values ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "expr.h"

Value Context::lookup(const std::string &name) const
{
  auto found = variables.find(name);
  return found == variables.end() ? Value() : found->second;
}

Value Literal::evaluate(const Context &) const
{
  return value;
}

Value Lookup::evaluate(const Context &context) const
{
  return context.lookup(name);
}

Value ArrayLookup::evaluate(const Context &context) const
{
  return VectorType(array->evaluate(context))[static_cast<std::size_t>(index->evaluate(context).toDouble())];
}

Value LcFor::evaluate(const Context &context) const
{
  VectorType vec;
  Context c(context);
  VectorType it_values(it_expr->evaluate(context));
#ifdef FIXED
  for (const auto &el : it_values) {
    c.set(it_name, el);
    vec.emplace_back(expr->evaluate(c));
  }
#else
  for (const auto &el : it_values) {
    c.set(it_name, el);
    vec.emplace_back(expr->evaluate(c)); // known-miss: mutate-while-iterating issue "The whole program"
  }
#endif
  return vec.value(Value::Type::EMBEDDED_VECTOR);
}
