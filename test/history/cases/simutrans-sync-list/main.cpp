//===- main.cpp - the end of the world --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: simutrans/simutrans
// Fix: 4c60e7f5be05 "counting loops are more robust than FOR() if elements are deleted FIX crash in [...]" (2012)
// Class: destructor
// All objects of the world that move are deleted in a loop over their list, and the destructor of each takes it off
// that list; the loop goes on to the old end.

#include "movingobj.h"
#include "simworld.h"

int main()
{
	karte_t welt;
	movingobj_t::welt = &welt;
	for(  int i=0;  i<5;  i++  ) {
		new movingobj_t();
	}
	welt.sync_step(100);
	welt.destroy();
	return 0;
}
