//===- main.cpp - a click on a chord ----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: LMMS/lmms
// Fix: 7318af0fe946 "Fix invalidated iterator when removing notes in Piano Roll (#7080)" (2024)
// Class: other file
// The piano roll iterates the notes of a clip to delete those under the mouse; the clip's function that removes
// a note erases it from the vector and says nothing of the iterator.

#include "MidiClip.h"
#include "PianoRoll.h"

int main()
{
	MidiClip clip;
	for (int key : {60, 64, 67}) { clip.addNote(Note(48, 0, key)); }
	PianoRoll roll;
	roll.setCurrentMidiClip(&clip);
	roll.eraseAt(20, 67);
	return clip.notes().size() == 2 ? 0 : 1;
}
