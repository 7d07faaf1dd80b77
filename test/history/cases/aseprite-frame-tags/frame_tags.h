//===- frame_tags.h - all tags of a sprite ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DOC_FRAME_TAGS_H_INCLUDED
#define DOC_FRAME_TAGS_H_INCLUDED

#include <cstddef>
#include <vector>

namespace doc {

  class FrameTag;

  class FrameTags {
    typedef std::vector<FrameTag*> List;

  public:
    typedef List::iterator iterator;

    ~FrameTags();

    void add(FrameTag* tag);
    void remove(FrameTag* tag);

    iterator begin() { return m_tags.begin(); }
    iterator end() { return m_tags.end(); }
    std::size_t size() const { return m_tags.size(); }

  private:
    List m_tags;
  };

} // namespace doc

#endif
