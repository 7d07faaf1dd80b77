//===- Spelling.h - functions as bytes that say the same anywhere -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_IR_SPELLING_H
#define HOLDFAST_IR_SPELLING_H

#include "ir/Fields.h"
#include <string>

namespace holdfast::ir {

/// Fields as bytes, in their order, to be hashed: what is spelled alike is the same. Numbers of
/// symbols and files mean something in one module only; Names says what stands for them:
///
///   uint64_t symbol(Symbol S);
///   uint64_t file(uint32_t File);
template <class Names> class Spelling : public FieldVisitor {
public:
  explicit Spelling(Names &Of) : Of(Of) {}

  void variable(VarId V) { put(V); }
  void block(BlockId B) { put(B); }
  void symbol(Symbol S) { put(Of.symbol(S)); }
  void number(uint32_t N) { put(N); }
  void integer(int64_t I) { put(static_cast<uint64_t>(I)); }
  void flag(bool B) { Bytes += static_cast<char>(B); }
  template <class E> void choice(E Chosen, E) { Bytes += static_cast<char>(Chosen); }
  void location(const Location &L) {
    put(L.isValid() ? Of.file(L.File) : 0);
    for (uint32_t N : {L.Line, L.Column, L.EndLine, L.EndColumn})
      put(N);
    flag(L.InMacro);
  }
  template <class Container, class Fn> void list(const Container &Elements, Fn Each) {
    put(Elements.size());
    for (const auto &Element : Elements)
      Each(Element);
  }
  template <class T, class Fn> void optional(const std::optional<T> &Value, Fn Each) {
    flag(Value.has_value());
    if (Value)
      Each(*Value);
  }
  template <class Variant, class Fn> void alternative(const Variant &Value, Fn Each) {
    Bytes += static_cast<char>(Value.index());
    std::visit(Each, Value);
  }
  void text(llvm::StringRef Text) {
    put(Text.size());
    Bytes += Text;
  }

  std::string Bytes;

private:
  /// Most numbers are small.
  void put(uint64_t N) {
    constexpr uint64_t Large = 0xFF;
    if (N < Large) {
      Bytes += static_cast<char>(N);
      return;
    }
    char Buffer[9] = {static_cast<char>(Large)};
    for (unsigned I = 0; I != 8; ++I)
      Buffer[I + 1] = static_cast<char>(N >> (8 * I));
    Bytes.append(Buffer, sizeof(Buffer));
  }

  Names &Of;
};

} // namespace holdfast::ir

#endif // HOLDFAST_IR_SPELLING_H
