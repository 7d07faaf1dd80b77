//===- sync_steppable.h - what moves with time ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SYNC_STEPPABLE_H
#define SYNC_STEPPABLE_H

class sync_steppable
{
public:
	virtual ~sync_steppable() {}

	/** Returns false when the object is done and wants to be deleted. */
	virtual bool sync_step(long delta_t) = 0;
};

#endif
