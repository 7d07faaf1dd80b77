//===- ConcurrencyUtil.hpp - data with a lock -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <mutex>
#include <utility>

namespace cppmicroservices {
namespace scrimpl {

// Data that is accessed by way of a handle, which holds the lock for as long as it lives.
template<class Data>
class Guarded
{
  std::mutex mtx;
  Data data;
  class Handle
  {
    std::unique_lock<std::mutex> lk;
    Data* ptr;

  public:
    Handle(std::unique_lock<std::mutex> lk, Data* p)
      : lk(std::move(lk))
      , ptr(p)
    {}

    Data* operator->() const { return ptr; }
    Data& operator*() const { return *ptr; }
  };

public:
  Handle lock()
  {
    std::unique_lock<std::mutex> lock(mtx);
    return Handle{ std::move(lock), &data };
  }
};

}
}
