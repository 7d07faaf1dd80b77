//===- main.cpp - clips that move together ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: audacity/audacity
// Fix: ee46155d828e "Bug 2176 - Crash when attempting to time shift multiple tracks" (2019)
// Class: kept reference
// The loop by index expects that clips are appended while it runs, but its reference to the current one does not
// survive that: the next track of the group asks the moved-away element for its times.

#include "TimeShiftHandle.h"

int main()
{
   TrackList list;
   for (int ii = 0; ii < 3; ++ii)
      list.Add(std::make_shared<WaveTrack>())->clips.push_back(std::make_shared<WaveClip>(0.0, 10.0 + ii));

   ClipMoveState state;
   TimeShiftHandle::CreateListOfCapturedClips(state, *list.tracks[0], list, true);
   return state.capturedClipArray.size() == 3 ? 0 : 1;
}
