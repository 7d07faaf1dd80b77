//===- main.cpp - a transaction that fails an assertion ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: ledger/ledger
// Fix: 34458fbc899a "fix segfault when accessing invalid iterator after removing a posting (#1685)" (2025)
// Class: kept reference
// An account keeps the iterator to the posting that its total was computed up to. A transaction that is thrown away
// removes its postings from their accounts, and the next total goes on from the kept iterator.

#include "xact.h"

int main()
{
  ledger::account_t cash;
  ledger::xact_t salary;
  salary.add_post(&cash, 100);
  {
    ledger::xact_t failed;
    failed.add_post(&cash, -30);
    if (cash.amount() != 70)
      return 1;
  }
  ledger::xact_t gift;
  gift.add_post(&cash, 5);
  return cash.amount() == 75 ? 0 : 1;
}
