//===- movingobj.h - animals and the like -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOVINGOBJ_H
#define MOVINGOBJ_H

#include "sync_steppable.h"

class karte_t;

class movingobj_t : public sync_steppable
{
	long way = 0;

public:
	static karte_t *welt;

	movingobj_t();
	~movingobj_t() override;

	bool sync_step(long delta_t) override;
};

#endif
