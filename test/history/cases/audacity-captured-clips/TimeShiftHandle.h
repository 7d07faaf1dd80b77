//===- TimeShiftHandle.h - moves clips in time ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef __AUDACITY_TIMESHIFT_HANDLE__
#define __AUDACITY_TIMESHIFT_HANDLE__

#include "Track.h"

struct TrackClip
{
   TrackClip(Track *t, WaveClip *c) : track(t), clip(c) {}

   Track *track;
   WaveClip *clip;
};

using TrackClipArray = std::vector<TrackClip>;

struct ClipMoveState
{
   TrackClipArray capturedClipArray;
};

class TimeShiftHandle
{
public:
   static void CreateListOfCapturedClips(ClipMoveState &state, Track &capturedTrack, TrackList &trackList,
                                         bool syncLocked);
};

#endif
