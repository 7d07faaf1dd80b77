//===- main.cpp - the pool of transactions is full --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: monero-project/monero
// Fix: a01d7ccbfd2d "Fixed mempool pruning" (2024)
// Class: callee
// prune() walks the sorted transactions backwards and gives its iterator to the function that takes the transaction out
// of all lists; then it decrements the iterator to the element that is gone. (The id is a reference in
// the project, which is a bug of its own: see monero-prune-txid.)

#include "tx_pool.h"

int main()
{
  cryptonote::tx_memory_pool pool;
  for (unsigned n = 1; n <= 5; ++n)
    pool.add_tx(cryptonote::crypto_hash(1, static_cast<char>('a' + n)), 10 * n, 100);
  pool.prune(250);
  return pool.weight() == 200 ? 0 : 1;
}
