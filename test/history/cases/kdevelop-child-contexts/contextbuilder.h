//===- contextbuilder.h - builds the contexts of a file ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "ducontext.h"

class ContextBuilder
{
public:
    DUContext* openContext(const std::string& identifier, DUContext* parent);
    void closeContext(DUContext* context);

private:
    std::set<DUContext*> m_encountered;
};
