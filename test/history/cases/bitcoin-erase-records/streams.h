//===- streams.h - bytes that are written and read --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef BITCOIN_STREAMS_H
#define BITCOIN_STREAMS_H

// The bytes past the end of a vector that was cleared must not be read: tells AddressSanitizer so.
#define _GLIBCXX_SANITIZE_VECTOR 1

#include <cstddef>
#include <cstring>
#include <ios>
#include <string>
#include <vector>

/** A Span is an object that can refer to a contiguous sequence of objects. */
template <typename C>
class Span
{
    C* m_data;
    std::size_t m_size;

public:
    Span(C* data, std::size_t size) : m_data(data), m_size(size) {}
    template <typename V>
    Span(V& other) : m_data(other.data()), m_size(other.size()) {}

    C* data() const { return m_data; }
    C* begin() const { return m_data; }
    C* end() const { return m_data + m_size; }
    std::size_t size() const { return m_size; }
};

using SerializeData = std::vector<std::byte>;

class DataStream;
void Unserialize(DataStream& s, std::string& str);
void Serialize(DataStream& s, const std::string& str);

class DataStream
{
protected:
    using vector_type = SerializeData;
    vector_type vch;
    vector_type::size_type m_read_pos{0};

public:
    typedef vector_type::const_iterator const_iterator;
    typedef vector_type::value_type value_type;

    const_iterator begin() const { return vch.begin() + m_read_pos; }
    const_iterator end() const { return vch.end(); }
    std::size_t size() const { return vch.size() - m_read_pos; }
    void clear() { vch.clear(); m_read_pos = 0; }
    const value_type* data() const { return vch.data() + m_read_pos; }

    void read(Span<value_type> dst);
    void write(Span<const value_type> src);

    template <typename T>
    DataStream& operator<<(const T& obj)
    {
        ::Serialize(*this, obj);
        return (*this);
    }

    template <typename T>
    DataStream& operator>>(T&& obj)
    {
        ::Unserialize(*this, obj);
        return (*this);
    }
};

#endif
