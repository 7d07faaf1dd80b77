//===- Region.cpp - one line of a place -----------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/output/Region.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::tool {

/// Characters of UTF-8 in Text: the bytes that do not continue one.
static unsigned charactersIn(llvm::StringRef Text) {
  return llvm::count_if(Text, [](unsigned char C) { return (C & 0xC0) != 0x80; });
}

Region regionOf(const Place &P, Sources &Files) {
  if (!P.Line)
    return {};
  llvm::StringRef Line = Files.line(P.File, P.Line);
  unsigned Column = std::max(1u, P.Column);
  unsigned End = P.EndLine > P.Line ? Line.rtrim().size() + 1 : P.EndColumn;
  Region R;
  R.Line = P.Line;
  R.Column = 1 + charactersIn(Line.take_front(Column - 1));
  R.EndColumn = std::max(R.Column + 1, 1 + charactersIn(Line.take_front(End ? End - 1 : 0)));
  return R;
}

} // namespace holdfast::tool
