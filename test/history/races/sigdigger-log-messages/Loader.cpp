//===- Loader.cpp - what is seen while the program starts -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Loader.h"

#include "Logger.h"

#include <mutex>
#include <string>

using namespace SigDigger;

Loader::Loader(void)
{
  // What was logged before is not about the start.
  Suscan::Logger::getInstance()->flush();
}

unsigned int
Loader::showMessages(void)
{
  std::lock_guard<Suscan::Logger> guard(*Suscan::Logger::getInstance());
  std::string text;
  unsigned int messages = 0;

  for (const auto &p : *Suscan::Logger::getInstance()) {
    text = p.domain + ": " + p.message;
    ++messages;
  }

  const unsigned int added = text.empty() ? 0 : messages - this->shown;
  this->shown = messages;
  return added;
}
