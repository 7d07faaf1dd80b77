//===- simworld.h - the world -----------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SIMWORLD_H
#define SIMWORLD_H

#include <vector>

class sync_steppable;

class karte_t
{
	std::vector<sync_steppable *> sync_add_list;	// these objects are moved to the sync_list before the next step
	std::vector<sync_steppable *> sync_list;

public:
	bool sync_add(sync_steppable *obj);
	bool sync_remove(sync_steppable *obj);
	void sync_step(long delta_t);
	void destroy();
};

#endif
