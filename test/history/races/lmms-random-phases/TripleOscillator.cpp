//===- TripleOscillator.cpp - three oscillators -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TripleOscillator.h"

#include "NotePlayHandle.h"

#include <cmath>

static float fastRandf( float range, float seed )
{
	return std::fmod( seed * 0.7548776662f, range );
}

static void render( float * buffer, float frequency )
{
	for( int frame = 0; frame < FRAMES_PER_PERIOD; ++frame )
	{
		buffer[frame] = std::sin( frame * frequency / 44100 );
	}
}

void TripleOscillator::playNote( NotePlayHandle * n, float * workingBuffer )
{
	typedef std::pair<NotePlayHandle *, int> Key;
	for( int i = NUM_OF_OSCILLATORS - 1; i >= 0; --i )
	{
		float phaseRandL, phaseRandR;
#ifdef FIXED
		m_randomPhases_mutex.lock();
#endif
		if( !m_randomPhases.count( Key( n, i ) ) && !m_randomPhases.count( Key( n, i + NUM_OF_OSCILLATORS ) ) )
		{
			phaseRandL = fastRandf( 1, n->frequency() + i );
			phaseRandR = fastRandf( 1, n->frequency() - i );
#ifdef FIXED
			m_randomPhases[Key( n, i )] = phaseRandL;
			m_randomPhases[Key( n, i + NUM_OF_OSCILLATORS )] = phaseRandR;
#else
			m_randomPhases[Key( n, i )] = phaseRandL; // known-miss: unsynchronized-mutation issue "Virtual calls of jobs in queues of atomics"
			m_randomPhases[Key( n, i + NUM_OF_OSCILLATORS )] = phaseRandR; // known-miss: unsynchronized-mutation issue "Virtual calls of jobs in queues of atomics"
#endif
		}
#ifdef FIXED
		m_randomPhases_mutex.unlock();
#endif
	}

	render( workingBuffer, n->frequency() );

	// If this is the last playNote for the note, stop tracking
	// the note for phase randomization
	if( n->isLastPeriod() )
	{
#ifdef FIXED
		m_randomPhases_mutex.lock();
		for( int i = 0; i < NUM_OF_OSCILLATORS; i++ )
		{
			m_randomPhases.erase( Key( n, i ) );
			m_randomPhases.erase( Key( n, i + NUM_OF_OSCILLATORS ) );
		}
		m_randomPhases_mutex.unlock();
#else
		for( int i = 0; i < NUM_OF_OSCILLATORS; i++ )
		{
			m_randomPhases.erase( Key( n, i ) ); // known-miss: unsynchronized-mutation issue "Virtual calls of jobs in queues of atomics"
			m_randomPhases.erase( Key( n, i + NUM_OF_OSCILLATORS ) ); // known-miss: unsynchronized-mutation issue "Virtual calls of jobs in queues of atomics"
		}
#endif
	}
}
