//===- frame_tags.cpp - all tags of a sprite --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frame_tags.h"

#include "frame_tag.h"

#include <algorithm>

namespace doc {

FrameTags::~FrameTags()
{
  for (FrameTag* tag : m_tags) {
    tag->setOwner(nullptr);
    delete tag;
  }
}

void FrameTags::add(FrameTag* tag)
{
  auto it = begin(), end = this->end();
  for (; it != end; ++it) {
    if ((*it)->fromFrame() > tag->fromFrame())
      break;
  }
  m_tags.insert(it, tag);
  tag->setOwner(this);
}

void FrameTags::remove(FrameTag* tag)
{
  auto it = std::find(m_tags.begin(), m_tags.end(), tag);
  if (it != m_tags.end())
    m_tags.erase(it);

  tag->setOwner(nullptr);
}

} // namespace doc
