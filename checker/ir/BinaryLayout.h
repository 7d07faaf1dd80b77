//===- BinaryLayout.h - constants of the binary form ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   offset  bytes
//   0       4      "HFX\0"
//   4       4      BinaryVersion, little endian
//   8       8      xxh3 of everything from offset 16 on, little endian
//   16             strings   count, then length and bytes of each; number 0 is ""
//                  files     the same
//                  records   count, then the fields of each (Fields.h)
//                  declarations  the same
//                  functions     the same
//
// Numbers are ULEB128; a signed one is doubled before, and all its bits inverted
// if it is negative (0, -1, 1, -2, ... are 0, 1, 2, 3, ...). Enumerators and flags
// are one byte. A location is LocationFlags and then what they announce:
// the file unless it is that of the location before, the difference to the line
// of the location before, the column, the last line if it is another, the end
// column. Before the first location stands 0:0 of file 0.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_IR_BINARYLAYOUT_H
#define HOLDFAST_IR_BINARYLAYOUT_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>

namespace holdfast::ir {

inline constexpr llvm::StringRef BinaryMagic("HFX\0", 4);
inline constexpr size_t BinaryHeaderSize = 16;

enum LocationFlags : uint32_t {
  LocationValid = 1,
  LocationInMacro = 2,
  LocationOtherFile = 4,
  LocationManyLines = 8,
  LocationAllFlags = 15,
};

} // namespace holdfast::ir

#endif // HOLDFAST_IR_BINARYLAYOUT_H
