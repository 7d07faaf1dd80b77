//===- frame_tag.cpp - a named range of frames ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frame_tag.h"

#include "frame_tags.h"

namespace doc {

FrameTag::FrameTag(frame_t from, frame_t to)
  : m_owner(nullptr)
  , m_from(from)
  , m_to(to)
{
}

void FrameTag::setOwner(FrameTags* owner)
{
  m_owner = owner;
}

void FrameTag::setFrameRange(frame_t from, frame_t to)
{
  FrameTags* owner = m_owner;
  if (owner)
    owner->remove(this);

  m_from = from;
  m_to = to;

  if (owner)
    owner->add(this); // Re-add the tag, so it's added in the correct place
}

} // namespace doc
