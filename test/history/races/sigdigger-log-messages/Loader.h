//===- Loader.h - what is seen while the program starts ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

namespace SigDigger {
  class Loader {
  public:
    Loader(void);

    // Returns how many messages are new.
    unsigned int showMessages(void);

  private:
    unsigned int shown = 0;
  };
}
