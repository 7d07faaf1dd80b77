//===- HTTPSession.h - transactions of a connection -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "HTTPTransaction.h"

#include <map>

class HTTPSession : private HTTPTransaction::Transport {
 public:
  HTTPTransaction* newTransaction();
  void onAbort(StreamID streamID, int code);
  size_t numTransactions() const { return transactions_.size(); }

 private:
  void detach(HTTPTransaction* txn) noexcept override;
  HTTPTransaction* newExTransaction(StreamID controlStream) noexcept override;
  HTTPTransaction* findTransaction(StreamID streamID);

  std::map<StreamID, HTTPTransaction> transactions_;
  StreamID nextID_{1};
};
