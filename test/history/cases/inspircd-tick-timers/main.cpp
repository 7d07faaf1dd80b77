//===- main.cpp - a minute passes -------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: inspircd/inspircd
// Fix: 6a4deb73a97d "Fix timer crashes: relying on an iterator after adding to/resorting the vector..." (2008)
// Class: kept reference
// The manager keeps an iterator to the first timer while it calls the timer's virtual Tick() and puts the timer
// back into the sorted vector; both may add timers, and then the iterator's element is erased.

#include "m_connflood.h"

int main()
{
	TimerManager manager;
	manager.AddTimer(new BootTimer(&manager, 1000));
	for (time_t now = 1000; now < 1100; now += 10)
		manager.TickTimers(now);
	return manager.Count() == 1 ? 0 : 1;
}
