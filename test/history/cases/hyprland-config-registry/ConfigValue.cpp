//===- ConfigValue.cpp - quick access to one option -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ConfigValue.hpp"
#include "ConfigManager.hpp"

#include <algorithm>

CConfigValueBase::CConfigValueBase() {
    registry().emplace_back(this);
}

CConfigValueBase::~CConfigValueBase() {
    auto& all = registry();
    all.erase(std::remove(all.begin(), all.end(), this), all.end());
}

void CConfigValueBase::populateFromName() {
    m_p = nullptr;
    if (!m_valueName.empty())
        m_p = CConfigManager::get().getConfigValue(m_valueName);
}

void CConfigValueBase::bindInternal(const std::string& val) {
    m_valueName = val;
#ifndef FIXED
    registry().push_back(this);
#endif
    populateFromName();
}

std::vector<CConfigValueBase*>& CConfigValueBase::registry() {
    static std::vector<CConfigValueBase*> r;
    return r;
}

void CConfigValueBase::flushCaches() {
#ifdef FIXED
    for (const auto& v : registry()) {
        v->bindInternal(v->m_valueName);
    }
#else
    for (const auto& v : registry()) {
        v->bindInternal(v->m_valueName); // finding: mutate-while-iterating
    }
#endif
}
