//===- main.cpp - the notes of a chord are played ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: LMMS/lmms
// Fix: c2dcdf58cbb9 "Fix segfault due to QMap not being thread-safe" (2018)
// Class: thread
// The threads of the mixer play the notes of one period in parallel; all notes of a track have the same instrument. It
// remembers the random phases of its notes in a map, which each note enters and leaves.

#include "MixerWorkerThread.h"
#include "NotePlayHandle.h"
#include "TripleOscillator.h"

#include <list>
#include <thread>

int main()
{
	TripleOscillator instrument;
	std::list<NotePlayHandle> chord;
	for( int note = 0; note < 1000; ++note )
	{
		chord.emplace_back( &instrument, 220.f + note );
	}

	MixerWorkerThread::JobQueue queue;
	for( NotePlayHandle & n : chord )
	{
		queue.addJob( &n );
	}
	MixerWorkerThread first( queue ), second( queue );
	first.start();
	second.start();
	first.wait();
	second.wait();
	return instrument.notesWithPhases() == 500 ? 0 : 1;
}
