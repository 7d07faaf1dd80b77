//===- main.cpp - a file is parsed again ------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: KDE/kdevelop
// Fix: 1031d1a66daa "duchain: avoid reentrant import list use-after-free" (2026)
// Class: other file
// A top context goes over its imports and asks for the context of each; that may load the context, and what was
// loaded adds itself to the imports of those that import it.

#include "duchain.h"

int main()
{
    enum { Source = 1, HeaderA, HeaderB };
    DUChain* chain = DUChain::self();
    chain->store(Source, {});
    chain->store(HeaderA, {{}, {Source}});
    chain->store(HeaderB, {{}, {Source}});

    TopDUContext* source = chain->chainForIndex(Source);
    source->addImportedParentContext(HeaderA);
    source->addImportedParentContext(HeaderB);
    source->clearImportedParentContexts();
    return chain->chainForIndex(HeaderB)->hasImporters() ? 1 : 0;
}
