//===- MidiClip.cpp - the notes of a clip -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MidiClip.h"

#include <algorithm>

MidiClip::~MidiClip()
{
	for (Note* note : m_notes) { delete note; }
}

Note* MidiClip::addNote(const Note& newNote)
{
	auto note = new Note(newNote);
	m_notes.push_back(note);
	updateLength();
	return note;
}

#ifdef FIXED
NoteVector::const_iterator MidiClip::removeNote(NoteVector::const_iterator it)
{
	delete *it;
	auto newIt = m_notes.erase(it);
	updateLength();
	return newIt;
}

NoteVector::const_iterator MidiClip::removeNote(Note* note)
{
	auto it = std::find(m_notes.begin(), m_notes.end(), note);
	if (it != m_notes.end())
	{
		delete *it;
		it = m_notes.erase(it);
	}
	updateLength();
	return it;
}
#else
void MidiClip::removeNote(Note* noteToDel)
{
	m_notes.erase(std::remove(m_notes.begin(), m_notes.end(), noteToDel), m_notes.end());
	delete noteToDel;
	updateLength();
}
#endif

void MidiClip::updateLength()
{
	m_length = 0;
	for (const Note* note : m_notes) { m_length = std::max(m_length, note->pos() + note->length()); }
}
