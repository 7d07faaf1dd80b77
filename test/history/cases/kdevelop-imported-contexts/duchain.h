//===- duchain.h - finds or loads contexts ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "topducontext.h"

#include <map>

// What is stored of a context.
struct StoredContext
{
    std::vector<unsigned> imports;
    std::vector<unsigned> importers;
};

class DUChain
{
public:
    static DUChain* self();
    ~DUChain();

    void store(unsigned index, const StoredContext& stored) { m_repository[index] = stored; }
    bool isInMemory(unsigned index) const { return m_chains.count(index) != 0; }
    TopDUContext* chainForIndex(unsigned index);

private:
    std::map<unsigned, StoredContext> m_repository;
    std::map<unsigned, TopDUContext*> m_chains;
};
