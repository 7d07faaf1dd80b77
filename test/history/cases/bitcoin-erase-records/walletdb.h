//===- walletdb.h - the records of a wallet ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef BITCOIN_WALLET_WALLETDB_H
#define BITCOIN_WALLET_WALLETDB_H

#include "streams.h"

#include <memory>
#include <set>
#include <unordered_set>

class DatabaseCursor
{
public:
    virtual ~DatabaseCursor() = default;
    virtual bool Next(DataStream& key) = 0;
};

class DatabaseBatch
{
public:
    virtual ~DatabaseBatch() = default;
    virtual std::unique_ptr<DatabaseCursor> GetNewCursor() = 0;
    virtual bool Erase(Span<const std::byte> key) = 0;
};

class MemoryBatch : public DatabaseBatch
{
public:
    void Write(const DataStream& key);
    std::unique_ptr<DatabaseCursor> GetNewCursor() override;
    bool Erase(Span<const std::byte> key) override;
    std::size_t Size() const { return m_records.size(); }

private:
    std::set<SerializeData> m_records;
};

class WalletBatch
{
public:
    explicit WalletBatch(DatabaseBatch& batch) : m_batch(&batch) {}

    bool EraseRecords(const std::unordered_set<std::string>& types);

private:
    DatabaseBatch* m_batch;
};

#endif
