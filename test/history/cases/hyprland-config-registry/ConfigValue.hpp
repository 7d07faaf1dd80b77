//===- ConfigValue.hpp - quick access to one option -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <string>
#include <vector>

class CConfigValueBase {
  protected:
    std::string m_valueName;
    const long* m_p = nullptr;

    CConfigValueBase();
    ~CConfigValueBase();

    void populateFromName();
    void bindInternal(const std::string& val);

  public:
    static std::vector<CConfigValueBase*>& registry();
    static void                            flushCaches();
};

class CConfigValue : private CConfigValueBase {
  public:
    CConfigValue() = default;
    explicit CConfigValue(const std::string& val) {
        bind(val);
    }

    void bind(const std::string& val) {
        bindInternal(val);
    }

    long operator*() const {
        return *m_p;
    }
};
