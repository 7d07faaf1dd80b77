//===- signal.hpp - functions to be called ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <functional>
#include <list>

namespace lager {
namespace detail {

template <typename... Args>
class signal
{
public:
    void connect(std::function<void(Args...)> slot) { slots_.push_back(slot); }

    void operator()(Args... args)
    {
        for (auto& slot : slots_)
            slot(args...);
    }

private:
    std::list<std::function<void(Args...)>> slots_;
};

} // namespace detail
} // namespace lager
