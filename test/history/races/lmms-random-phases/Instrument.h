//===- Instrument.h - what plays notes --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

class NotePlayHandle;

const int FRAMES_PER_PERIOD = 256;

class Instrument
{
public:
	virtual ~Instrument() = default;
	virtual void playNote( NotePlayHandle * n, float * workingBuffer ) = 0;
};
