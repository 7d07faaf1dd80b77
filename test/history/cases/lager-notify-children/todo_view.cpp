//===- todo_view.cpp - shows a list of tasks --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "todo_view.hpp"

using lager::detail::make_xform_reader_node;

todo_view::todo_view(std::shared_ptr<todos_node> model)
    : model_(model)
{
    count_ = make_xform_reader_node<size_t, todos>([](const todos& all) { return all.size(); }, model_);
    count_->observers().connect([this](const size_t& count) { on_count_changed(count); });
}

void todo_view::on_count_changed(const size_t& count)
{
    while (rows_.size() < count) {
        size_t row = rows_.size();
        rows_.push_back(make_xform_reader_node<std::string, todos>(
            [row](const todos& all) { return row < all.size() ? all[row] : std::string(); }, model_));
    }
}
