//===- main.cpp - a stream resets itself when its headers come --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: facebook/proxygen
// Fix: a27aa1ea3fe9 "Fix use-after-free in drainQueue/encodeCancelStream" (2018)
// Class: callback
// The decoder hands a block that was waiting to its stream's callback and then erases it from the queue; a stream that
// cancels itself in the callback has it erased already.

#include "HTTPStream.h"

int main() {
  QPACKDecoder decoder;
  HTTPStream first(decoder, 1), second(decoder, 5);
  first.onIngress(1, "blarf: blah");
  second.onIngress(2, "blarf: blub");
  decoder.decodeEncoderStream(2);
  return static_cast<int>(decoder.getQueuedBytes());
}
