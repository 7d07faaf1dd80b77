//===- Track.cpp - tracks and clips -----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Track.h"

double WaveTrack::GetStartTime() const
{
   return clips.empty() ? 0 : clips.front()->GetStartTime();
}

double WaveTrack::GetEndTime() const
{
   return clips.empty() ? 0 : clips.back()->GetEndTime();
}

std::vector<Track *> TrackList::SyncLockGroup(Track *) const
{
   std::vector<Track *> group;
   for (auto &t : tracks)
      group.push_back(t.get());
   return group;
}
