//===- sprite.h - frames and their tags -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DOC_SPRITE_H_INCLUDED
#define DOC_SPRITE_H_INCLUDED

#include "frame_tag.h"
#include "frame_tags.h"

namespace doc {

  class Sprite {
  public:
    explicit Sprite(frame_t frames) : m_frames(frames) {}

    FrameTags& frameTags() { return m_frameTags; }
    void addFrame(frame_t newFrame);
    void removeFrame(frame_t frame);

  private:
    frame_t m_frames;
    FrameTags m_frameTags;
  };

} // namespace doc

#endif
