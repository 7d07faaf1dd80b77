//===- inspircd.h - the server ----------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "cull.h"
#include "modules.h"

class InspIRCd
{
public:
	ActionList AtomicActions;
	ModuleManager Modules;

	void DoOneIteration() { AtomicActions.Run(); }
};

extern InspIRCd* ServerInstance;
