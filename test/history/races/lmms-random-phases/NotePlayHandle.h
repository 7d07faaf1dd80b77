//===- NotePlayHandle.h - a note that is being played -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "Instrument.h"
#include "ThreadableJob.h"

class NotePlayHandle : public ThreadableJob
{
public:
	NotePlayHandle( Instrument * instrument, float frequency ) :
		m_instrument( instrument ),
		m_frequency( frequency )
	{
	}

	float frequency() const { return m_frequency; }
	// true: this is the last period of the note
	bool isLastPeriod() const { return static_cast<int>( m_frequency ) % 2 == 0; }

protected:
	void doProcessing() override
	{
		float buffer[FRAMES_PER_PERIOD];
		m_instrument->playNote( this, buffer );
		m_level = buffer[FRAMES_PER_PERIOD - 1];
	}

private:
	Instrument * m_instrument;
	float m_frequency;
	float m_level = 0;
};
