//===- m_connflood.h - a module with timers ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "timer.h"

class BootTimer : public Timer
{
	TimerManager* manager;

public:
	BootTimer(TimerManager* Timers, time_t now) : Timer(1, now, false), manager(Timers) {}
	void Tick(time_t TIME);
};
