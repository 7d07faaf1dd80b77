//===- main.cpp - a frame is added to a sprite with tags --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: aseprite/aseprite
// Fix: cdc9b419c758 "Fix crash adding/removing frames in sprites with frame tags" (2015)
// Class: other file
// The sprite walks its tags and moves each; a tag that is moved takes itself out of the list that owns it and goes in
// again at its new place.

#include "frame_tag.h"
#include "sprite.h"

int main()
{
  doc::Sprite sprite(4);
  sprite.frameTags().add(new doc::FrameTag(0, 1));
  sprite.frameTags().add(new doc::FrameTag(2, 3));
  sprite.addFrame(0);
  sprite.removeFrame(1);
  return sprite.frameTags().size() == 2 ? 0 : 1;
}
