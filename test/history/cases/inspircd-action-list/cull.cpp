//===- cull.cpp - things to be done later -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cull.h"

#ifdef FIXED
#include <cstddef>
#endif

void ActionList::Run()
{
#ifdef FIXED
	for (std::size_t idx = 0; idx < list.size(); ++idx)
		list[idx]->Call();
#else
	for (auto* action : list)
		action->Call(); // finding: mutate-while-iterating
#endif
	list.clear();
}
