//===- HTTPStream.h - a stream that reads headers ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "HPACKStreamingCallback.h"
#include "QPACKDecoder.h"

class HTTPStream : public HPACKStreamingCallback {
 public:
  HTTPStream(QPACKDecoder& decoder, uint64_t id) : decoder_(decoder), id_(id) {}
  void onIngress(uint32_t largestReference, const std::string& data) {
    decoder_.decodeStreaming(id_, largestReference, std::make_unique<std::string>(data), this);
  }
  void onHeader(const std::string&, const std::string&) override { headers_++; }
  void onHeadersComplete() override {
    if (headers_ > 0) {
      decoder_.encodeCancelStream(id_);
    }
  }

 private:
  QPACKDecoder& decoder_;
  uint64_t id_;
  int headers_{0};
};
