//===- WireFormat.h - structs as bytes, for the way between processes -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A struct crosses when its fields are listed, once for both directions:
//
//   template <class V> static void fieldsOf(V &Visit, FieldRef<V, Place> P) {
//     Visit(P.File, P.Line, P.Column);
//   }
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_WIREFORMAT_H
#define HOLDFAST_TOOL_WIREFORMAT_H

#include "fix/Fix.h"
#include "tool/Unit.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Endian.h"
#include <string>
#include <type_traits>
#include <vector>

namespace holdfast::tool {

template <class V, class T> using FieldRef = typename V::template Ref<T>;

/// Tells the compiler that fieldsOf is a template; which one is found by its arguments.
template <class V> void fieldsOf();

/// Turns what has fields into bytes.
class Writer {
public:
  template <class T> using Ref = const T &;
  template <class... T> void operator()(const T &...Items) { (put(Items), ...); }
  std::string take() { return std::move(Bytes); }

private:
  void put(const std::string &Text) {
    put(Text.size());
    Bytes += Text;
  }
  template <class T> void put(const std::vector<T> &Items) {
    put(Items.size());
    for (const T &Item : Items)
      put(Item);
  }
  template <class T> void put(const T &Item) {
    if constexpr (std::is_class_v<T>) {
      fieldsOf<Writer>(*this, Item);
    } else {
      char Buffer[8];
      llvm::support::endian::write64le(Buffer, static_cast<uint64_t>(Item));
      Bytes.append(Buffer, sizeof(Buffer));
    }
  }

  std::string Bytes;
};

/// Reads what Writer wrote. After a read past the end, Good is false and every
/// further read gives zeros, so callers check once.
class Reader {
public:
  template <class T> using Ref = T &;
  explicit Reader(llvm::StringRef Bytes) : Rest(Bytes) {}
  template <class... T> void operator()(T &...Items) { (get(Items), ...); }
  bool isDone() const { return Good && Rest.empty(); }

private:
  uint64_t number() {
    llvm::StringRef Eight = bytes(8);
    return Good ? llvm::support::endian::read64le(Eight.data()) : 0;
  }
  void get(std::string &Text) { Text = bytes(number()).str(); }
  template <class T> void get(std::vector<T> &Items) {
    for (uint64_t N = number(); Good && N; --N)
      get(Items.emplace_back());
  }
  template <class T> void get(T &Item) {
    if constexpr (std::is_class_v<T>)
      fieldsOf<Reader>(*this, Item);
    else
      Item = static_cast<T>(number());
  }
  llvm::StringRef bytes(size_t Size) {
    Good = Good && Size <= Rest.size();
    if (!Good)
      return "";
    llvm::StringRef Result = Rest.take_front(Size);
    Rest = Rest.drop_front(Size);
    return Result;
  }

  llvm::StringRef Rest;
  bool Good = true;
};

// What several messages have in them.

template <class V> void fieldsOf(V &Visit, FieldRef<V, Place> P) {
  Visit(P.File, P.Line, P.Column, P.EndLine, P.EndColumn);
}

template <class V> void fieldsOf(V &Visit, FieldRef<V, fix::Edit> E) {
  Visit(E.File, E.Offset, E.Length, E.Text, E.Digest);
}

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_WIREFORMAT_H
