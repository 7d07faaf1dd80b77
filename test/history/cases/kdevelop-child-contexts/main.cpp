//===- main.cpp - functions were deleted ------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: KDE/kdevelop
// Fix: 5f8a42f88132 "Copy the array before iterating it, since it may change during the iteration. This..." (2009)
// Class: destructor
// A context deletes those of its child contexts that the parser has not met again; the destructor of each takes
// it out of its parent's list of child contexts, through their private data.

#include "contextbuilder.h"

int main()
{
    DUContext top("file.cpp", nullptr);
    new DUContext("oldFunction", &top);
    new DUContext("olderFunction", &top);
    ContextBuilder builder;
    builder.openContext("newFunction", &top);
    builder.closeContext(&top);
    return top.childContexts().size() == 1 ? 0 : 1;
}
