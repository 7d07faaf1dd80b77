//===- main.cpp - an update makes the mini editor ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: aseprite/aseprite
// Fix: ce77a3830310 "Fix base::Observers impl: Copy the whole list of observers before [...]" (2014)
// Class: observer
// Removing an observer during a notification was thought of, adding one was not: an editor that is told of an update
// may create the mini editor, which observes the same document.

#include "document.h"
#include "editor.h"

int main()
{
  app::Document doc;
  app::Editor editor(&doc);
  doc.notifyGeneralUpdate();
  return editor.miniEditor() && editor.miniEditor()->updates() == 0 ? 0 : 1;
}
