//===- TimeShiftHandle.cpp - moves clips in time ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TimeShiftHandle.h"

#include <algorithm>

namespace
{
   // Adds a track's clips to state.capturedClipArray within a specified time interval
   void AddClipsToCaptured(ClipMoveState &state, Track *t, double t0, double t1)
   {
      auto &clips = state.capturedClipArray;
      t->TypeSwitch(
         [&](WaveTrack *wt) {
            for (const auto &clip : wt->clips)
               if (!(clip->GetStartTime() >= t1 || clip->GetEndTime() <= t0) &&
                   !std::any_of(clips.begin(), clips.end(),
                                [&](const TrackClip &c) { return c.clip == clip.get(); }))
                  clips.emplace_back(wt, clip.get());
         },
         [&](Track *track) {
            // Avoid adding a track twice
            if (!std::any_of(clips.begin(), clips.end(), [&](const TrackClip &c) { return c.track == track; }))
               clips.emplace_back(track, nullptr);
         });
   }
}

void TimeShiftHandle::CreateListOfCapturedClips(ClipMoveState &state, Track &capturedTrack, TrackList &trackList,
                                                bool syncLocked)
{
   state.capturedClipArray.clear();
   capturedTrack.TypeSwitch(
      [&](WaveTrack *wt) { state.capturedClipArray.push_back(TrackClip(wt, wt->clips.front().get())); },
      [&](Track *track) { state.capturedClipArray.push_back(TrackClip(track, nullptr)); });

   // Now, if sync-lock is enabled, capture any clip that's linked to a captured clip.
   if (syncLocked) {
      // The array expands as the loop runs, so newly-added clips are considered.
      for (unsigned int i = 0; i < state.capturedClipArray.size(); ++i) {
#ifdef FIXED
         auto trackClip = state.capturedClipArray[i];
#else
         auto &trackClip = state.capturedClipArray[i];
#endif
         if (trackClip.clip) {
            // Iterate over sync-lock group tracks.
            for (auto t : trackList.SyncLockGroup(trackClip.track))
#ifdef FIXED
               AddClipsToCaptured(state, t, trackClip.clip->GetStartTime(), trackClip.clip->GetEndTime());
#else
               AddClipsToCaptured(state, t,
                                  trackClip.clip->GetStartTime(), // finding: invalidated-reference
                                  trackClip.clip->GetEndTime());
#endif
         }
      }
   }
}
