//===- ducontext.cpp - a range of code --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ducontext.h"

DUContext::DUContext(const std::string& scopeIdentifier, DUContext* parent)
    : d_ptr(new DUContextData)
    , m_dynamicData(new DUContextDynamicData(this))
{
    d_ptr->m_scopeIdentifier = scopeIdentifier;
    if (parent)
        parent->m_dynamicData->addChildContext(this);
}

DUContext::~DUContext()
{
    deleteChildContextsRecursively();
    if (m_dynamicData->m_parentContext)
        m_dynamicData->m_parentContext->m_dynamicData->removeChildContext(this);
    delete m_dynamicData;
    delete d_ptr;
}

std::vector<DUContext*> DUContext::childContexts() const
{
    return d_ptr->m_childContexts;
}

void DUContext::deleteChildContextsRecursively()
{
    while (!d_ptr->m_childContexts.empty())
        delete d_ptr->m_childContexts.back();
}

void DUContext::cleanIfNotEncountered(const std::set<DUContext*>& encountered)
{
#ifdef FIXED
    std::vector<DUContext*> childrenCopy = d_ptr->m_childContexts;
    for (DUContext* childContext : childrenCopy)
        if (!encountered.count(childContext))
            delete childContext;
#else
    for (DUContext* childContext : d_ptr->m_childContexts)
        if (!encountered.count(childContext))
            delete childContext; // finding: mutate-while-iterating
#endif
}
