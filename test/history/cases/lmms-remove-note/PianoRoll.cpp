//===- PianoRoll.cpp - shows the notes of a clip ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PianoRoll.h"

#include "MidiClip.h"

void PianoRoll::eraseAt(int posTicks, int keyNum)
{
	const NoteVector& notes = m_midiClip->notes();
	auto it = notes.begin();
	while (it != notes.end())
	{
		Note* note = *it;
		int len = note->length();
		if (len < 0) { len = 4; }
		if (posTicks >= note->pos() && len > 0 && posTicks <= note->pos() + len && note->key() == keyNum)
		{
#ifdef FIXED
			it = m_midiClip->removeNote(it);
#else
			m_midiClip->removeNote(note); // finding: mutate-while-iterating
#endif
		}
		else
		{
			++it;
		}
	}
}
