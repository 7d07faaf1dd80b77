//===- main.cpp - two tasks are added ---------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: arximboldi/lager
// Fix: c54da4351993 "revert to index based notify loop" (2024)
// Class: observer
// A node that has changed notifies its observers and then its children, which notify theirs; a function that
// watches a child may derive another node, which is linked to the first one as a new child.

#include "todo_view.hpp"

int main()
{
    auto model = std::make_shared<lager::detail::state_node<todos>>(todos{});
    todo_view view(model);
    model->push_down({"milk", "bread"});
    model->send_down();
    model->notify();
    return view.num_rows() == 2 ? 0 : 1;
}
