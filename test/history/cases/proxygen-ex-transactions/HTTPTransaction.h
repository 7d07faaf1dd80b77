//===- HTTPTransaction.h - one request and its response ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <cstdint>
#include <optional>
#include <set>

using StreamID = uint64_t;

class HTTPTransaction {
 public:
  class Transport {
   public:
    virtual ~Transport() {}
    virtual void detach(HTTPTransaction* txn) noexcept = 0;
    virtual HTTPTransaction* newExTransaction(StreamID controlStream) noexcept = 0;
  };

  HTTPTransaction(Transport& transport, StreamID id, std::optional<StreamID> controlStream)
      : transport_(transport), id_(id), controlStream_(controlStream) {}

  StreamID getID() const { return id_; }
  std::optional<StreamID> getControlStream() const { return controlStream_; }

  HTTPTransaction* newExTransaction();
  void onError(int error);

#ifdef FIXED
  std::set<StreamID> getExTransactions() const { return exTransactions_; }
#else
  const std::set<StreamID>& getExTransactions() const { return exTransactions_; }
#endif
  void removeExTransaction(StreamID exStreamId) { exTransactions_.erase(exStreamId); }

 private:
  Transport& transport_;
  StreamID id_;
  std::optional<StreamID> controlStream_;
  std::set<StreamID> exTransactions_;
};
