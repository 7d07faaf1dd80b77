//===- m_connflood.cpp - a module with timers -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "m_connflood.h"

namespace
{
class ResumeTimer : public Timer
{
public:
	explicit ResumeTimer(time_t now) : Timer(60, now, true) {}
	void Tick(time_t) {}
};
}

void BootTimer::Tick(time_t TIME)
{
	manager->AddTimer(new ResumeTimer(TIME));
}
