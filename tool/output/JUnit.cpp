//===- JUnit.cpp - JUnit XML ----------------------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A test suite for each file with findings, a failed test case for each finding; an error for
// each unit that could not be analyzed; one passed test case where there is nothing to tell, since
// some readers take an empty report for a broken one.
//
//===----------------------------------------------------------------------===//
#include "tool/Paths.h"
#include "tool/output/Output.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace holdfast::tool {
namespace {

/// XML 1.0 has no way to write most control characters.
std::string xml(llvm::StringRef Text) {
  std::string Printable, Result;
  llvm::transform(Text, std::back_inserter(Printable), [](char C) {
    return static_cast<unsigned char>(C) < ' ' && C != '\n' && C != '\t' ? '?' : C;
  });
  llvm::raw_string_ostream OS(Result);
  llvm::printHTMLEscaped(Printable, OS);
  return Result;
}

std::string at(const Place &P) { return shownPath(P.File) + ":" + std::to_string(P.Line); }

void writeFinding(const Report &F, llvm::raw_ostream &OS) {
  OS << "    <testcase name=\"" << xml(F.Rule + " at line " + std::to_string(F.Where.Line))
     << "\" classname=\"" << xml(shownPath(F.Where.File)) << "\" file=\""
     << xml(shownPath(F.Where.File)) << "\" line=\"" << F.Where.Line << "\">\n"
     << "      <failure type=\"" << xml(F.Rule) << "\" message=\"" << xml(F.Message) << "\">";
  OS << xml(at(F.Where) + ": " + F.Message) << '\n';
  for (const Remark &N : F.Notes)
    OS << xml(at(N.Where) + ": " + N.Message) << '\n';
  OS << "</failure>\n    </testcase>\n";
}

void writeError(const Trouble &T, llvm::raw_ostream &OS) {
  OS << "    <testcase name=\"analysis\" classname=\"" << xml(shownPath(T.Where.File)) << "\">\n"
     << "      <error message=\"" << xml(T.Message) << "\"/>\n    </testcase>\n";
}

void writeSuite(llvm::StringRef Name, size_t Tests, size_t Failures, size_t Errors,
                llvm::StringRef Cases, llvm::raw_ostream &OS) {
  OS << "  <testsuite name=\"" << xml(Name) << "\" tests=\"" << Tests << "\" failures=\""
     << Failures << "\" errors=\"" << Errors << "\">\n"
     << Cases << "  </testsuite>\n";
}

} // namespace

void writeJUnit(const RunReport &R, llvm::raw_ostream &OS) {
  std::vector<Trouble> Errors;
  llvm::copy_if(R.Troubles, std::back_inserter(Errors),
                [](const Trouble &T) { return T.K != Trouble::Kind::Skipped; });
  bool IsEmpty = R.Findings.empty() && Errors.empty();
  OS << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"holdfast\" tests=\""
     << R.Findings.size() + Errors.size() + IsEmpty << "\" failures=\"" << R.Findings.size()
     << "\" errors=\"" << Errors.size() << "\">\n";
  for (llvm::ArrayRef<Report> Rest = R.Findings; !Rest.empty();) {
    llvm::ArrayRef<Report> Here =
        Rest.take_while([&](const Report &F) { return F.Where.File == Rest.front().Where.File; });
    std::string Cases;
    llvm::raw_string_ostream CasesOut(Cases);
    for (const Report &F : Here)
      writeFinding(F, CasesOut);
    writeSuite(shownPath(Here.front().Where.File), Here.size(), Here.size(), 0, CasesOut.str(), OS);
    Rest = Rest.drop_front(Here.size());
  }
  std::string Cases;
  llvm::raw_string_ostream CasesOut(Cases);
  for (const Trouble &T : Errors)
    writeError(T, CasesOut);
  if (!Errors.empty())
    writeSuite("not analyzed", Errors.size(), 0, Errors.size(), CasesOut.str(), OS);
  if (IsEmpty)
    writeSuite("holdfast", 1, 0, 0, "    <testcase name=\"no findings\" classname=\"holdfast\"/>\n",
               OS);
  OS << "</testsuites>\n";
}

} // namespace holdfast::tool
