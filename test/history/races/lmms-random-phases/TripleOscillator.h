//===- TripleOscillator.h - three oscillators -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "Instrument.h"
#include "QMutex.h"

#include <cstddef>
#include <map>
#include <utility>

const int NUM_OF_OSCILLATORS = 3;

class TripleOscillator : public Instrument
{
public:
	void playNote( NotePlayHandle * n, float * workingBuffer ) override;
	std::size_t notesWithPhases() const { return m_randomPhases.size() / ( 2 * NUM_OF_OSCILLATORS ); }

private:
	std::map<std::pair<NotePlayHandle *, int>, float> m_randomPhases;
#ifdef FIXED
	QMutex m_randomPhases_mutex;
#endif
};
