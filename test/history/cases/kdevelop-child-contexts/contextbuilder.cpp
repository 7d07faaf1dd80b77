//===- contextbuilder.cpp - builds the contexts of a file -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "contextbuilder.h"

DUContext* ContextBuilder::openContext(const std::string& identifier, DUContext* parent)
{
    DUContext* context = new DUContext(identifier, parent);
    m_encountered.insert(context);
    return context;
}

void ContextBuilder::closeContext(DUContext* context)
{
    context->cleanIfNotEncountered(m_encountered);
}
