//===- main.cpp - the id of a transaction that is pruned --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: monero-project/monero
// Fix: b5f7330e0bcd "tx_pool: fix use-after-free in prune() - txid was a reference to an item which [...]" (2026)
// Class: kept reference
// The id of the transaction to prune is a reference into the sorted transactions; the function that is given it erases
// that element first and looks the id up in another list then. The case monero-pool-prune is the same function before.

#include "tx_pool.h"

int main()
{
  cryptonote::tx_memory_pool pool;
  for (unsigned n = 1; n <= 5; ++n)
    pool.add_tx(cryptonote::crypto_hash(32, static_cast<char>('a' + n)), 10 * n, 100);
  pool.prune(250);
  return pool.weight() == 200 ? 0 : 1;
}
