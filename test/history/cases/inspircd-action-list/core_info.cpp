//===- core_info.cpp - tells clients what the server supports ---*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "core_info.h"

#include "inspircd.h"

class ISupportAction final : public ActionBase
{
	CoreModInfo* const info;
	const std::string token;

public:
	ISupportAction(CoreModInfo* i, const std::string& t) : info(i), token(t) {}
	void Call() override
	{
		info->isupport.erase(token);
		delete this;
	}
};

void CoreModInfo::OnUnloadModule(Module* mod)
{
	ServerInstance->AtomicActions.AddAction(new ISupportAction(this, mod->name));
}
