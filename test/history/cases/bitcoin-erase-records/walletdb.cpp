//===- walletdb.cpp - the records of a wallet -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "walletdb.h"

namespace {
class MemoryCursor : public DatabaseCursor
{
public:
    explicit MemoryCursor(const std::set<SerializeData>& records) : m_keys(records.begin(), records.end()) {}

    bool Next(DataStream& key) override
    {
        if (m_pos == m_keys.size()) return false;
        key.clear();
        key.write(m_keys[m_pos++]);
        return true;
    }

private:
    std::vector<SerializeData> m_keys;
    std::size_t m_pos{0};
};
} // namespace

void MemoryBatch::Write(const DataStream& key)
{
    m_records.insert(SerializeData(key.begin(), key.end()));
}

std::unique_ptr<DatabaseCursor> MemoryBatch::GetNewCursor()
{
    return std::make_unique<MemoryCursor>(m_records);
}

bool MemoryBatch::Erase(Span<const std::byte> key)
{
    return m_records.erase(SerializeData(key.begin(), key.end())) == 1;
}

bool WalletBatch::EraseRecords(const std::unordered_set<std::string>& types)
{
    std::unique_ptr<DatabaseCursor> cursor = m_batch->GetNewCursor();

    // Iterate the DB and look for any records that have the type prefixes
    while (true) {
        // Read next record
        DataStream key{};
        if (!cursor->Next(key)) {
            break;
        }

        // Make a copy of key to avoid data being deleted by the following read of the type
#ifdef FIXED
        const SerializeData key_data{key.begin(), key.end()};
#else
        Span<const std::byte> key_data{key};
#endif

        std::string type;
        key >> type;

        if (types.count(type) > 0) {
#ifdef FIXED
            if (!m_batch->Erase(Span<const std::byte>{key_data})) {
#else
            if (!m_batch->Erase(key_data)) { // finding: invalidated-reference
#endif
                cursor.reset(nullptr);
                return false; // erase failed
            }
        }
    }
    return true;
}
