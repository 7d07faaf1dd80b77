//===- QPACKDecoder.cpp - decodes blocks of headers -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "QPACKDecoder.h"

#include <iterator>
#include <utility>

void QPACKDecoder::decodeStreaming(uint64_t streamID, uint32_t largestReference, std::unique_ptr<std::string> block,
                                   HPACKStreamingCallback* streamingCb) {
  queuedBytes_ += block->size();
  PendingBlock pending{streamID, std::move(block), streamingCb};
  if (largestReference > baseIndex_) {
    queue_.emplace(largestReference, std::move(pending));
  } else {
    decodeBlock(largestReference, pending);
  }
}

void QPACKDecoder::decodeEncoderStream(uint32_t inserted) {
  baseIndex_ += inserted;
  drainQueue();
}

std::string QPACKDecoder::encodeCancelStream(uint64_t streamID) {
  for (auto it = queue_.begin(); it != queue_.end();) {
    it = it->second.streamID == streamID ? queue_.erase(it) : std::next(it);
  }
  return "cancel " + std::to_string(streamID);
}

void QPACKDecoder::decodeBlock(uint32_t largestReference, const PendingBlock& pending) {
  queuedBytes_ -= pending.block->size();
  auto cb = pending.cb;
  cb->onHeader("index", std::to_string(largestReference));
  cb->onHeadersComplete();
}

void QPACKDecoder::drainQueue() {
  auto it = queue_.begin();
  while (!queue_.empty() && it->first <= baseIndex_) {
#ifdef FIXED
    auto id = it->first;
    PendingBlock block = std::move(it->second);
    queue_.erase(it);
    decodeBlock(id, block);
#else
    decodeBlock(it->first, it->second);
    queue_.erase(it); // finding: invalidated-iterator
#endif
    it = queue_.begin();
  }
}
