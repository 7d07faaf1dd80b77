//===- duchain.cpp - finds or loads contexts --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "duchain.h"

DUChain* DUChain::self()
{
    static DUChain chain;
    return &chain;
}

DUChain::~DUChain()
{
    for (auto& chain : m_chains)
        delete chain.second;
}

TopDUContext* DUChain::chainForIndex(unsigned index)
{
    auto it = m_chains.find(index);
    if (it != m_chains.end())
        return it->second;

    auto stored = m_repository.find(index);
    if (stored == m_repository.end())
        return nullptr;
    auto* context = new TopDUContext(index);
    m_chains[index] = context;
    context->rebuildDynamicImportStructure(stored->second.imports, stored->second.importers);
    return context;
}
