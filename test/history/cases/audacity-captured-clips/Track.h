//===- Track.h - tracks and clips -------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef __AUDACITY_TRACK__
#define __AUDACITY_TRACK__

#include <memory>
#include <vector>

class WaveClip
{
public:
   WaveClip(double start, double end) : mStart(start), mEnd(end) {}
   double GetStartTime() const { return mStart; }
   double GetEndTime() const { return mEnd; }

private:
   double mStart, mEnd;
};

class Track
{
public:
   virtual ~Track() = default;
   virtual double GetStartTime() const = 0;
   virtual double GetEndTime() const = 0;

   template<typename WaveFunction, typename TrackFunction>
   void TypeSwitch(const WaveFunction &waveFunction, const TrackFunction &trackFunction);
};

class WaveTrack final : public Track
{
public:
   double GetStartTime() const override;
   double GetEndTime() const override;

   std::vector<std::shared_ptr<WaveClip>> clips;
};

class LabelTrack final : public Track
{
public:
   double GetStartTime() const override { return 0; }
   double GetEndTime() const override { return 1; }
};

template<typename WaveFunction, typename TrackFunction>
void Track::TypeSwitch(const WaveFunction &waveFunction, const TrackFunction &trackFunction)
{
   if (auto wt = dynamic_cast<WaveTrack *>(this))
      waveFunction(wt);
   else
      trackFunction(this);
}

class TrackList
{
public:
   template<typename TrackType>
   TrackType *Add(std::shared_ptr<TrackType> t)
   {
      tracks.push_back(t);
      return t.get();
   }
   std::vector<Track *> SyncLockGroup(Track *t) const;

   std::vector<std::shared_ptr<Track>> tracks;
};

#endif
