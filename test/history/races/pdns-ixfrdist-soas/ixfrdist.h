//===- ixfrdist.h - distributes zones ---------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <atomic>
#include <cstdint>
#include <set>
#include <string>

using DNSName = std::string;

// The domains we support
extern std::set<DNSName> g_domains;
extern std::atomic<bool> g_exiting;

void updateThread();

// Returns the serial of the zone, or 0 when there is no answer.
uint32_t handleUDPRequest(const DNSName& qname);
