//===- cull.h - things to be done later -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <vector>

class ActionBase
{
public:
	virtual ~ActionBase() = default;
	virtual void Call() = 0;
};

class ActionList
{
	std::vector<ActionBase*> list;

public:
	void AddAction(ActionBase* item) { list.push_back(item); }
	void Run();
};
