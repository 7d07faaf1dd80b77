//===- Explanation.cpp - one finding with all that leads to it ------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Explanation.h"
#include "tool/Paths.h"
#include "tool/output/Output.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"

namespace holdfast::tool {
namespace {

constexpr unsigned LinesAround = 2;
constexpr size_t ShortestPrefix = 6;

void printLines(const Place &P, Sources &Files, llvm::raw_ostream &OS) {
  size_t Count = Files.lines(P.File).size();
  unsigned Last = std::max(P.Line, std::min(P.EndLine, P.Line + LinesAround));
  for (unsigned N = P.Line > LinesAround ? P.Line - LinesAround : 1;
       N <= std::min<size_t>(Last + LinesAround, Count); ++N) {
    bool IsMeant = P.Line <= N && N <= Last;
    OS << (IsMeant ? "  > " : "    ") << llvm::format("%5u", N) << " | " << Files.line(P.File, N)
       << '\n';
  }
}

void printStep(unsigned Number, const Remark &Step, Sources &Files, llvm::raw_ostream &OS) {
  OS << '\n' << Number << ". " << Step.Message << '\n';
  if (!Step.Where.Line)
    return;
  OS << "   " << shownPath(Step.Where.File) << ':' << Step.Where.Line << ':' << Step.Where.Column
     << '\n';
  printLines(Step.Where, Files, OS);
}

} // namespace

void printExplanation(const Report &R, Sources &Files, llvm::raw_ostream &OS) {
  OS << R.Message << "\n\nrule:        " << R.Rule << " ('holdfast explain " << R.Rule
     << "')\nconfidence:  " << levelName(R.Level) << "\nfingerprint: " << R.Fingerprint << '\n';
  if (!R.Function.empty())
    OS << "function:    " << R.Function << '\n';
  if (!R.Container.empty())
    OS << "container:   " << R.Container
       << (R.ContainerType.empty() ? "" : " (" + R.ContainerType + ")") << '\n';
  if (R.Declared.Line)
    OS << "declared:    " << shownPath(R.Declared.File) << ':' << R.Declared.Line << ':'
       << R.Declared.Column << '\n';
  std::vector<std::vector<Remark>> Threads = stepsOf(R);
  for (size_t T = 0; T != Threads.size(); ++T) {
    if (Threads.size() > 1)
      OS << (T ? "\nAt the same time, in the other thread:\n" : "\nIn one thread:\n");
    unsigned Number = 0;
    for (const Remark &Step : Threads[T])
      printStep(++Number, Step, Files, OS);
  }
  for (const Remark &N : R.Notes)
    if (rules::isRemedy(N.Role))
      OS << "\nwhat to do: " << N.Message << '\n';
}

llvm::Expected<const Report *> findFingerprint(llvm::ArrayRef<Report> All, llvm::StringRef Prefix) {
  const Report *Found = nullptr;
  for (const Report &R : All) {
    if (!llvm::StringRef(R.Fingerprint).starts_with(Prefix))
      continue;
    if (Found)
      return llvm::createStringError("several fingerprints begin with " + Prefix + ": " +
                                     Found->Fingerprint + ", " + R.Fingerprint);
    Found = &R;
  }
  if (!Found)
    return llvm::createStringError("no finding has the fingerprint " + Prefix +
                                   "; 'holdfast --fingerprints' shows those that there are");
  return Found;
}

bool mayBeFingerprint(llvm::StringRef Text) {
  return Text.size() >= ShortestPrefix && llvm::all_of(Text, llvm::isHexDigit);
}

} // namespace holdfast::tool
