//===- movingobj.cpp - animals and the like ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "movingobj.h"
#include "simworld.h"

karte_t *movingobj_t::welt = nullptr;

movingobj_t::movingobj_t()
{
	welt->sync_add( this );
}

movingobj_t::~movingobj_t()
{
	welt->sync_remove( this );
}

bool movingobj_t::sync_step(long delta_t)
{
	way += delta_t;
	return way < 1000;
}
