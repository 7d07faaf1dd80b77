//===- News.h - a window that opens another ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "Window.h"

namespace OpenRCT2::Ui::Windows
{
    WindowBase* NewsOpen();
}
