//===- HTTPSession.cpp - transactions of a connection -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HTTPSession.h"

HTTPTransaction* HTTPSession::newTransaction() {
  auto id = nextID_++;
  return &transactions_.emplace(id, HTTPTransaction(*this, id, std::nullopt)).first->second;
}

HTTPTransaction* HTTPSession::newExTransaction(StreamID controlStream) noexcept {
  auto id = nextID_++;
  return &transactions_.emplace(id, HTTPTransaction(*this, id, controlStream)).first->second;
}

void HTTPSession::onAbort(StreamID streamID, int code) {
  HTTPTransaction* txn = findTransaction(streamID);
  if (!txn) {
    return;
  }
#ifdef FIXED
  auto exTxns = txn->getExTransactions();
  for (auto it = exTxns.begin(); it != exTxns.end(); ++it) {
    auto exTxn = findTransaction(*it);
    if (exTxn) {
      exTxn->onError(code);
    }
  }
#else
  for (auto it = txn->getExTransactions().begin();
       it != txn->getExTransactions().end(); ++it) {
    auto exTxn = findTransaction(*it);
    if (exTxn) {
      exTxn->onError(code); // known-miss: mutate-while-iterating issue "The whole program"
    }
  }
#endif
  txn->onError(code);
}

void HTTPSession::detach(HTTPTransaction* txn) noexcept {
  auto streamID = txn->getID();
  if (txn->getControlStream()) {
    auto controlTxn = findTransaction(*txn->getControlStream());
    if (controlTxn) {
      controlTxn->removeExTransaction(streamID);
    }
  }
  transactions_.erase(streamID);
}

HTTPTransaction* HTTPSession::findTransaction(StreamID streamID) {
  auto it = transactions_.find(streamID);
  return it == transactions_.end() ? nullptr : &it->second;
}
