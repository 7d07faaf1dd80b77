//===- value.h - numbers and vectors of them --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

struct VectorObject;

class Value
{
public:
  enum class Type { UNDEFINED, NUMBER, VECTOR, EMBEDDED_VECTOR };

  Value() : type_(Type::UNDEFINED), number_(0) {}
  Value(double v) : type_(Type::NUMBER), number_(v) {}
  Value(Type type, std::shared_ptr<VectorObject> ptr) : type_(type), number_(0), ptr_(std::move(ptr)) {}

  Type type() const { return type_; }
  double toDouble() const { return number_; }
  const std::shared_ptr<VectorObject> &vector() const { return ptr_; }

private:
  Type type_;
  double number_;
  std::shared_ptr<VectorObject> ptr_;
};

// The object type which VectorType's shared_ptr points to.
struct VectorObject {
  std::vector<Value> vec;
  std::size_t embed_excess = 0; // Keep count of the number of embedded elements *excess of* vec.size()
  std::size_t size() const { return vec.size() + embed_excess; }
};

class VectorType
{
  using vec_t = std::vector<Value>;
  std::shared_ptr<VectorObject> ptr;

  void flatten() const;

public:
  // EmbeddedVectorType-aware iterator, manages its own stack of begin/end vec_t::const_iterators
  // such that calling code will only receive references to "true" elements (i.e. NOT EmbeddedVectorTypes).
  class iterator
  {
    const VectorObject *vo;
    std::vector<std::pair<vec_t::const_iterator, vec_t::const_iterator>> it_stack;
    vec_t::const_iterator it, end;
    std::size_t index;

    // Recursively push stack while current (pseudo)element is an EmbeddedVector
    void check_and_push()
    {
      if (it != end) {
        while (it->type() == Value::Type::EMBEDDED_VECTOR) {
          const VectorObject &embedded = *it->vector();
          it_stack.emplace_back(it, end);
          it = embedded.vec.begin();
          end = embedded.vec.end();
        }
      }
    }

  public:
    iterator(const VectorObject *v) : vo(v), it(v->vec.begin()), end(v->vec.end()), index(0) { check_and_push(); }
    iterator(const VectorObject *v, bool /*end*/) : vo(v), it(v->vec.end()), index(v->size()) {}

    iterator &operator++()
    {
      ++index;
#ifdef FIXED
      if (vo->embed_excess == 0) { // vo->vec is flat
        it = vo->vec.begin() + index;
        return *this;
      }
#endif
      // recursively increment and pop stack while at the end of EmbeddedVector(s)
      while (++it == end && !it_stack.empty()) {
        const auto up = it_stack.back();
        it_stack.pop_back();
        it = up.first;
        end = up.second;
      }
      check_and_push();
      return *this;
    }
    const Value &operator*() const { return *it; }
#ifdef FIXED
    bool operator!=(const iterator &other) const { return vo != other.vo || index != other.index; }
#else
    bool operator!=(const iterator &other) const { return it != other.it || it_stack != other.it_stack; }
#endif
  };

  VectorType() : ptr(std::make_shared<VectorObject>()) {}
  explicit VectorType(const Value &v) : ptr(v.vector()) {}

  iterator begin() const { return iterator(ptr.get()); }
  iterator end() const { return iterator(ptr.get(), true); }
  std::size_t size() const { return ptr->size(); }
  Value value(Value::Type type) const { return Value(type, ptr); }
  void emplace_back(Value val);

  const Value &operator[](std::size_t idx) const
  {
    static const Value UNDEF;
    if (idx < this->size()) {
      if (ptr->embed_excess) flatten();
      return ptr->vec[idx];
    }
    return UNDEF;
  }
};
