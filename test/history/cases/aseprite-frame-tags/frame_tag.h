//===- frame_tag.h - a named range of frames --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DOC_FRAME_TAG_H_INCLUDED
#define DOC_FRAME_TAG_H_INCLUDED

namespace doc {

  typedef int frame_t;

  class FrameTags;

  class FrameTag {
  public:
    FrameTag(frame_t from, frame_t to);

    FrameTags* owner() const { return m_owner; }
    frame_t fromFrame() const { return m_from; }
    frame_t toFrame() const { return m_to; }

    void setFrameRange(frame_t from, frame_t to);
    void setOwner(FrameTags* owner);

  private:
    FrameTags* m_owner;
    frame_t m_from, m_to;
  };

} // namespace doc

#endif
