//===- main.cpp - records of a wallet are erased ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: bitcoin/bitcoin
// Fix: faebf1df2afe "wallet: Fix use-after-free in WalletBatch::EraseRecords" (2024)
// Class: kept reference
// A Span of the whole key is taken before the record's type is read from the same stream, and a stream that is read to
// its end clears its buffer.

#include "walletdb.h"

int main()
{
    MemoryBatch records;
    for (const char* type : {"bestblock", "name", "flags"}) {
        DataStream key;
        key << std::string{type};
        records.Write(key);
    }
    WalletBatch batch(records);
    return batch.EraseRecords({"bestblock", "flags"}) && records.Size() == 1 ? 0 : 1;
}
