//===- topducontext.h - the context of a file -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <set>
#include <vector>

class TopDUContext;
class TopDUContextLocalPrivate;

// The index of a context that is loaded when it is asked for.
class Import
{
public:
    explicit Import(unsigned topContextIndex) : m_index(topContextIndex) {}
    unsigned topContextIndex() const { return m_index; }
    TopDUContext* context() const;

private:
    unsigned m_index;
};

class TopDUContext
{
public:
    explicit TopDUContext(unsigned index);
    ~TopDUContext();

    unsigned ownIndex() const { return m_index; }
    void addImportedParentContext(unsigned index);
    void clearImportedParentContexts();
    void rebuildDynamicImportStructure(const std::vector<unsigned>& imports, const std::vector<unsigned>& importers);
    bool hasImporters() const;

private:
    friend class TopDUContextLocalPrivate;

    unsigned m_index;
    TopDUContextLocalPrivate* m_local;
};
