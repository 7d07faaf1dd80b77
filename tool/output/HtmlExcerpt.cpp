//===- HtmlExcerpt.cpp - source lines as HTML -----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/output/Html.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"

namespace holdfast::tool {
namespace {

constexpr size_t LongestLine = 400; ///< Generated files; the rest is cut off.

/// The part of line Number that P covers, as bytes; empty when it is another line.
std::pair<size_t, size_t> covered(const Place &P, unsigned Number, llvm::StringRef Line) {
  if (Number < P.Line || Number > std::max(P.Line, P.EndLine))
    return {0, 0};
  size_t First = Number == P.Line ? P.Column - 1 : Line.size() - Line.ltrim().size();
  size_t Last = Number < P.EndLine ? Line.rtrim().size() : P.EndColumn - 1;
  First = std::min(First, Line.size());
  return {First, std::clamp(Last, First, Line.size())};
}

void writeNumbers(llvm::ArrayRef<Remark> Steps, const Place &Here, unsigned Number,
                  llvm::raw_ostream &OS) {
  OS << "<span class=\"numbers\">";
  for (size_t I = 0; I != Steps.size(); ++I)
    if (Steps[I].Where.File == Here.File && Steps[I].Where.Line == Number)
      OS << "<span class=\"number\">" << I + 1 << "</span>";
  OS << "</span>";
}

} // namespace

std::string html(llvm::StringRef Text) {
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  llvm::printHTMLEscaped(llvm::json::isUTF8(Text) ? Text.str() : llvm::json::fixUTF8(Text), OS);
  return Result;
}

void writeExcerpt(const Place &P, unsigned Around, llvm::ArrayRef<Remark> Steps, Sources &Files,
                  llvm::raw_ostream &OS) {
  size_t Count = Files.lines(P.File).size();
  if (!P.Line || P.Line > Count)
    return;
  unsigned First = P.Line > Around ? P.Line - Around : 1;
  unsigned Last = std::min<size_t>(P.Line + Around, Count);
  OS << "<pre class=\"source\">";
  for (unsigned N = First; N <= Last; ++N) {
    llvm::StringRef Line = Files.line(P.File, N).take_front(LongestLine);
    auto [From, To] = covered(P, N, Line);
    OS << "<span class=\"line" << (From < To ? " meant" : "") << "\">";
    writeNumbers(Steps, P, N, OS);
    OS << "<span class=\"at\">" << N << "</span>" << html(Line.take_front(From));
    if (From < To)
      OS << "<mark>" << html(Line.slice(From, To)) << "</mark>";
    OS << html(Line.drop_front(To)) << "</span>\n";
  }
  OS << "</pre>\n";
}

} // namespace holdfast::tool
