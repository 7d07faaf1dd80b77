//===- timer.cpp - timers of the server -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "timer.h"

#include <algorithm>

TimerManager::~TimerManager()
{
	for (std::vector<Timer*>::iterator i = Timers.begin(); i != Timers.end(); ++i)
		delete *i;
}

void TimerManager::TickTimers(time_t TIME)
{
	while ((Timers.size()) && (TIME > (*Timers.begin())->GetTimer()))
	{
		std::vector<Timer*>::iterator i = Timers.begin();
		Timer* t = (*i);

#ifdef FIXED
		Timers.erase(i);

#endif
		t->Tick(TIME);
		if (t->GetRepeat())
		{
			t->SetTimer(TIME + t->GetSecs());
			AddTimer(t);
		}
		else
			delete t;
#ifndef FIXED

		Timers.erase(i); // finding: invalidated-iterator // finding: invalidated-iterator
#endif
	}
}

void TimerManager::AddTimer(Timer* T)
{
	Timers.push_back(T);
	std::sort(Timers.begin(), Timers.end(), TimerManager::TimerComparison);
}
