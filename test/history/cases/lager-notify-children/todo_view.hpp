//===- todo_view.hpp - shows a list of tasks --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "nodes.hpp"

#include <string>

using todos = std::vector<std::string>;
using todos_node = lager::detail::reader_node<todos>;

class todo_view
{
public:
    explicit todo_view(std::shared_ptr<todos_node> model);
    int num_rows() const { return static_cast<int>(rows_.size()); }

private:
    void on_count_changed(const size_t& count);

    std::shared_ptr<todos_node> model_;
    std::shared_ptr<lager::detail::reader_node<size_t>> count_;
    std::vector<std::shared_ptr<lager::detail::reader_node<std::string>>> rows_;
};
