//===- sprite.cpp - frames and their tags -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "sprite.h"

namespace doc {

void Sprite::addFrame(frame_t newFrame)
{
  ++m_frames;

#ifdef FIXED
  std::vector<FrameTag*> tags(m_frameTags.begin(), m_frameTags.end());
  for (FrameTag* tag : tags) {
#else
  for (FrameTag* tag : m_frameTags) {
#endif
    frame_t from = tag->fromFrame();
    frame_t to = tag->toFrame();
    if (newFrame <= from) { ++from; }
    if (newFrame <= to+1) { ++to; }

    if (from != tag->fromFrame() ||
        to != tag->toFrame()) {
#ifdef FIXED
      tag->setFrameRange(from, to);
#else
      tag->setFrameRange(from, to); // finding: mutate-while-iterating
#endif
    }
  }
}

void Sprite::removeFrame(frame_t frame)
{
  --m_frames;

#ifdef FIXED
  std::vector<FrameTag*> tags(m_frameTags.begin(), m_frameTags.end());
  for (FrameTag* tag : tags) {
#else
  for (FrameTag* tag : m_frameTags) {
#endif
    frame_t from = tag->fromFrame();
    frame_t to = tag->toFrame();
    if (frame <= from) { --from; }
    if (frame <= to+1) { --to; }

    if (from != tag->fromFrame() ||
        to != tag->toFrame()) {
#ifdef FIXED
      tag->setFrameRange(from, to);
#else
      tag->setFrameRange(from, to); // finding: mutate-while-iterating
#endif
    }
  }
}

} // namespace doc
