//===- ducontext.h - a range of code ----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <set>
#include <string>
#include <vector>

class DUContext;

class DUContextDynamicData
{
public:
    explicit DUContextDynamicData(DUContext* context);
    void addChildContext(DUContext* context);
    bool removeChildContext(DUContext* context);

    DUContext* m_context;
    DUContext* m_parentContext = nullptr;
};

struct DUContextData
{
    std::string m_scopeIdentifier;
    std::vector<DUContext*> m_childContexts;
};

class DUContext
{
public:
    DUContext(const std::string& scopeIdentifier, DUContext* parent);
    ~DUContext();

    std::vector<DUContext*> childContexts() const;
    void deleteChildContextsRecursively();
    void cleanIfNotEncountered(const std::set<DUContext*>& encountered);

private:
    friend class DUContextDynamicData;

    DUContextData* d_ptr;
    DUContextDynamicData* m_dynamicData;
};
