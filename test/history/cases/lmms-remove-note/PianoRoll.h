//===- PianoRoll.h - shows the notes of a clip ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

class MidiClip;

class PianoRoll
{
public:
	void setCurrentMidiClip(MidiClip* clip) { m_midiClip = clip; }
	void eraseAt(int posTicks, int keyNum);

private:
	MidiClip* m_midiClip = nullptr;
};
