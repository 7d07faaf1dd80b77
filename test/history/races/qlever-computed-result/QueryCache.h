//===- QueryCache.h - the results of queries --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "ConcurrentCache.h"

#include <string>
#include <vector>

using Result = std::vector<int>;
using QueryCache = ad_utility::ConcurrentCache<std::string, Result>;
