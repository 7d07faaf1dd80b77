//===- hfx-interleaving-errors.cpp - the interleaving tests, with errors to choose from -===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "CursorTest.cpp"
#include "EntryTest.cpp"
#include "ResizeTest.cpp"
