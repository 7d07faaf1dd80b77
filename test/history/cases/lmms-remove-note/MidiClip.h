//===- MidiClip.h - the notes of a clip -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <vector>

class Note
{
public:
	Note(int length, int pos, int key) : m_length(length), m_pos(pos), m_key(key) {}
	int length() const { return m_length; }
	int pos() const { return m_pos; }
	int key() const { return m_key; }

private:
	int m_length;
	int m_pos;
	int m_key;
};

using NoteVector = std::vector<Note*>;

class MidiClip
{
public:
	~MidiClip();
	Note* addNote(const Note& newNote);
#ifdef FIXED
	NoteVector::const_iterator removeNote(NoteVector::const_iterator it);
	NoteVector::const_iterator removeNote(Note* note);
#else
	void removeNote(Note* noteToDel);
#endif
	const NoteVector& notes() const { return m_notes; }

private:
	void updateLength();

	NoteVector m_notes;
	int m_length = 0;
};
