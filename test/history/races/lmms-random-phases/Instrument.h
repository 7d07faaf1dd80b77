//===- Instrument.h - what plays notes --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

class NotePlayHandle;

class Instrument
{
public:
	virtual ~Instrument() = default;
	virtual void playNote( NotePlayHandle * n ) = 0;
};
