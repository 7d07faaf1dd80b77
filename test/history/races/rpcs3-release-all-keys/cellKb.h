//===- cellKb.h - the keyboard of the game ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "KeyboardHandler.h"

int cellKbInit(KeyboardHandlerBase& handler, unsigned max_connect);
int cellKbEnd(KeyboardHandlerBase& handler);
