//===- HTTPTransaction.cpp - one request and its response -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HTTPTransaction.h"

HTTPTransaction* HTTPTransaction::newExTransaction() {
  auto txn = transport_.newExTransaction(id_);
  if (txn) {
    exTransactions_.insert(txn->getID());
  }
  return txn;
}

void HTTPTransaction::onError(int /*error*/) {
  transport_.detach(this);
}
