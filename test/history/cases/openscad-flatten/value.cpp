//===- value.cpp - numbers and vectors of them ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "value.h"

void VectorType::emplace_back(Value val)
{
  if (val.type() == Value::Type::EMBEDDED_VECTOR) {
    // the embedded vector itself already counts towards an element in the parent's size
    if (val.vector()->size() == 0) return;
    ptr->embed_excess += val.vector()->size() - 1;
  }
  ptr->vec.push_back(std::move(val));
}

void VectorType::flatten() const
{
  vec_t ret;
  ret.reserve(this->size());
  // VectorType::iterator already handles the tricky recursive navigation of embedded vectors,
  // so just build up our new vector from that.
  for (const auto &el : *this) ret.emplace_back(el);
  ptr->embed_excess = 0;
  ptr->vec = std::move(ret);
}
