//===- streams.cpp - bytes that are written and read ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "streams.h"

void DataStream::read(Span<value_type> dst)
{
    if (dst.size() == 0) return;

    // Read from the beginning of the buffer
    auto next_read_pos{m_read_pos + dst.size()};
    if (next_read_pos > vch.size()) {
        throw std::ios_base::failure("DataStream::read(): end of data");
    }
    memcpy(dst.data(), &vch[m_read_pos], dst.size());
    if (next_read_pos == vch.size()) {
        m_read_pos = 0;
        vch.clear();
        return;
    }
    m_read_pos = next_read_pos;
}

void DataStream::write(Span<const value_type> src)
{
    // Write to the end of the buffer
    vch.insert(vch.end(), src.begin(), src.end());
}

void Serialize(DataStream& s, const std::string& str)
{
    std::byte size{static_cast<unsigned char>(str.size())};
    s.write(Span<const std::byte>(&size, 1));
    s.write(Span<const std::byte>(reinterpret_cast<const std::byte*>(str.data()), str.size()));
}

void Unserialize(DataStream& s, std::string& str)
{
    std::byte size;
    s.read(Span<std::byte>(&size, 1));
    str.resize(static_cast<std::size_t>(size));
    s.read(Span<std::byte>(reinterpret_cast<std::byte*>(&str[0]), str.size()));
}
