//===- main.cpp - a control stream is aborted -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: facebook/proxygen
// Fix: 1eb48c5dd143 "iterate on a copy of ex_txn streamID set" (2018)
// Class: callee
// An abort is passed on to all transactions that a control stream has, by iterating its set of ids; a transaction that
// gets the error detaches from the session, which takes its id out of that set.

#include "HTTPSession.h"

int main() {
  HTTPSession session;
  auto control = session.newTransaction();
  control->newExTransaction();
  control->newExTransaction();
  session.onAbort(control->getID(), 8);
  return static_cast<int>(session.numTransactions());
}
