//===- timer.h - timers of the server ---------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <ctime>
#include <vector>

class Timer
{
	time_t trigger;
	long secs;
	bool repeat;

public:
	Timer(long secs_from_now, time_t now, bool repeating)
		: trigger(now + secs_from_now), secs(secs_from_now), repeat(repeating) {}
	virtual ~Timer() {}

	time_t GetTimer() { return trigger; }
	void SetTimer(time_t t) { trigger = t; }
	long GetSecs() { return secs; }
	bool GetRepeat() { return repeat; }
	virtual void Tick(time_t TIME) = 0;
};

class TimerManager
{
	std::vector<Timer*> Timers;

	static bool TimerComparison(Timer* one, Timer* two) { return one->GetTimer() < two->GetTimer(); }

public:
	~TimerManager();
	void TickTimers(time_t TIME);
	void AddTimer(Timer* T);
	int Count() const { return static_cast<int>(Timers.size()); }
};
