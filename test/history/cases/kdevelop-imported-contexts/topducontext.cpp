//===- topducontext.cpp - the context of a file -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "topducontext.h"

#include "duchain.h"

class TopDUContextLocalPrivate
{
public:
    explicit TopDUContextLocalPrivate(TopDUContext* ctxt)
        : m_ctxt(ctxt)
    {
    }

    void addImportedContextRecursively(TopDUContext* context)
    {
        context->m_local->m_directImporters.insert(m_ctxt);
        m_importedContexts.push_back(Import(context->ownIndex()));
    }

    void clearImportedContextsRecursively()
    {
#ifdef FIXED
        const auto importedContexts = m_importedContexts;
        for (const Import& import : importedContexts) {
            auto* top = import.context();
#else
        for (const Import& import : m_importedContexts) {
            auto* top = import.context(); // finding: mutate-while-iterating
#endif
            if (top)
                top->m_local->m_directImporters.erase(m_ctxt);
        }

        m_importedContexts.clear();
    }

    TopDUContext* m_ctxt;
    std::vector<Import> m_importedContexts;
    std::set<TopDUContext*> m_directImporters;
};

TopDUContext* Import::context() const
{
    return DUChain::self()->chainForIndex(m_index);
}

TopDUContext::TopDUContext(unsigned index)
    : m_index(index)
    , m_local(new TopDUContextLocalPrivate(this))
{
}

TopDUContext::~TopDUContext()
{
    delete m_local;
}

void TopDUContext::addImportedParentContext(unsigned index)
{
    m_local->m_importedContexts.push_back(Import(index));
}

void TopDUContext::clearImportedParentContexts()
{
    m_local->clearImportedContextsRecursively();
}

void TopDUContext::rebuildDynamicImportStructure(const std::vector<unsigned>& imports,
                                                 const std::vector<unsigned>& importers)
{
    for (unsigned import : imports) {
        if (DUChain::self()->isInMemory(import))
            m_local->addImportedContextRecursively(DUChain::self()->chainForIndex(import));
    }
    for (unsigned importer : importers) {
        if (DUChain::self()->isInMemory(importer)) {
            TopDUContext* top = DUChain::self()->chainForIndex(importer);
            top->m_local->addImportedContextRecursively(this);
        }
    }
}

bool TopDUContext::hasImporters() const
{
    return !m_local->m_directImporters.empty();
}
