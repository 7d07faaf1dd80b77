//===- ducontextdynamicdata.cpp - what is not stored ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ducontext.h"

#include <algorithm>

DUContextDynamicData::DUContextDynamicData(DUContext* context)
    : m_context(context)
{
}

void DUContextDynamicData::addChildContext(DUContext* context)
{
    m_context->d_ptr->m_childContexts.push_back(context);
    context->m_dynamicData->m_parentContext = m_context;
}

bool DUContextDynamicData::removeChildContext(DUContext* context)
{
    std::vector<DUContext*>& children = m_context->d_ptr->m_childContexts;
    auto it = std::find(children.begin(), children.end(), context);
    if (it == children.end())
        return false;
    children.erase(it);
    return true;
}
