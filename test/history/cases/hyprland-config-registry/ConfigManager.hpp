//===- ConfigManager.hpp - the options that have been read ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <map>
#include <memory>
#include <string>

class CConfigManager {
  public:
    static CConfigManager& get();

    void       setInt(const std::string& name, long value);
    const long* getConfigValue(const std::string& name);
    void       reset();

  private:
    std::map<std::string, std::unique_ptr<long>> m_values;
};
