//===- QPACKDecoder.h - decodes blocks of headers ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "HPACKStreamingCallback.h"

#include <cstdint>
#include <map>
#include <memory>

class QPACKDecoder {
 public:
  void decodeStreaming(uint64_t streamID, uint32_t largestReference, std::unique_ptr<std::string> block,
                       HPACKStreamingCallback* streamingCb);
  void decodeEncoderStream(uint32_t inserted);
  std::string encodeCancelStream(uint64_t streamID);
  size_t getQueuedBytes() const { return queuedBytes_; }

 private:
  struct PendingBlock {
    uint64_t streamID;
    std::unique_ptr<std::string> block;
    HPACKStreamingCallback* cb;
  };

  void decodeBlock(uint32_t largestReference, const PendingBlock& pending);
  void drainQueue();

  std::multimap<uint32_t, PendingBlock> queue_;
  uint32_t baseIndex_{0};
  size_t queuedBytes_{0};
};
