//===- core_info.h - tells clients what the server supports -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "modules.h"

#include <set>

class CoreModInfo final : public Module
{
public:
	std::set<std::string> isupport;

	CoreModInfo() : Module("core_info") {}
	void OnUnloadModule(Module* mod) override;
};
