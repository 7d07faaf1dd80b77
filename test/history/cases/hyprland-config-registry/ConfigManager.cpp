//===- ConfigManager.cpp - the options that have been read ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ConfigManager.hpp"

CConfigManager& CConfigManager::get() {
    static CConfigManager mgr;
    return mgr;
}

void CConfigManager::setInt(const std::string& name, long value) {
    m_values[name] = std::make_unique<long>(value);
}

const long* CConfigManager::getConfigValue(const std::string& name) {
    const auto it = m_values.find(name);
    return it == m_values.end() ? nullptr : it->second.get();
}

void CConfigManager::reset() {
    m_values.clear();
}
