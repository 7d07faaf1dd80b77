//===- Baseline.cpp - findings that are known -----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Baseline.h"
#include "tool/Identity.h"
#include "tool/Paths.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"

namespace holdfast::tool {
namespace {

constexpr unsigned Version = 1;
constexpr llvm::StringLiteral Head = "holdfast-baseline ";

/// Names of lambdas have a line, which would change the file whenever the lambda moves.
llvm::StringRef stableName(llvm::StringRef Function) {
  return Function.starts_with("lambda at ") ? "lambda" : Function;
}

class BaselineReader {
public:
  explicit BaselineReader(llvm::StringRef FileName) : FileName(FileName) {}

  llvm::Error readLine(llvm::StringRef Line);
  bool hasHead() const { return HasHead; }

  std::map<std::string, Baseline::Entry> Entries;

private:
  llvm::Error at(const llvm::Twine &Message) const {
    return llvm::createStringError(FileName + ":" + llvm::Twine(Number) + ": " + Message);
  }
  llvm::Error readHead(llvm::StringRef Line);
  llvm::Error readEntry(llvm::StringRef Line);

  llvm::StringRef FileName;
  unsigned Number = 0;
  bool HasHead = false;
};

llvm::Error BaselineReader::readHead(llvm::StringRef Line) {
  unsigned Found = 0;
  if (!Line.consume_front(Head) || Line.getAsInteger(10, Found))
    return at("not a baseline of Holdfast, which begins with '" + Head + llvm::Twine(Version) +
              "'");
  if (Found > Version)
    return at("written by a newer Holdfast, in format " + llvm::Twine(Found) + "; this one reads " +
              llvm::Twine(Version) + ": use the newer one, or create the baseline again");
  HasHead = true;
  return llvm::Error::success();
}

llvm::Error BaselineReader::readEntry(llvm::StringRef Line) {
  llvm::SmallVector<llvm::StringRef, 6> Parts;
  Line.split(Parts, '\t');
  if (!isFingerprint(Parts[0]))
    return at("expected a fingerprint of sixteen hexadecimal digits, not '" +
              Parts[0].take_front(40) + "'; restore the file, or create it again");
  Parts.resize(6);
  Entries[Parts[0].str()] = {Parts[1].str(), Parts[2].str(), Parts[3].str(), Parts[4].str(),
                             Parts[5].str()};
  return llvm::Error::success();
}

llvm::Error BaselineReader::readLine(llvm::StringRef Line) {
  ++Number;
  Line = Line.rtrim("\r ");
  for (llvm::StringRef Mark : {"<<<<<<<", "=======", ">>>>>>>"})
    if (Line.starts_with(Mark))
      return at("the conflict of a merge is not resolved: keep the lines of both sides");
  if (Line.empty() || Line.starts_with("#"))
    return llvm::Error::success();
  // A merge by union may leave the head twice.
  return Line.starts_with(Head) || !HasHead ? readHead(Line) : readEntry(Line);
}

} // namespace

llvm::Expected<Baseline> Baseline::parse(llvm::StringRef Text, llvm::StringRef FileName) {
  BaselineReader Reader(FileName);
  while (!Text.empty()) {
    auto [Line, Rest] = Text.split('\n');
    if (llvm::Error E = Reader.readLine(Line))
      return std::move(E);
    Text = Rest;
  }
  if (!Reader.hasHead())
    return llvm::createStringError(FileName + ": empty; a baseline begins with '" + Head +
                                   llvm::Twine(Version) + "'");
  Baseline Result;
  Result.Entries = std::move(Reader.Entries);
  return Result;
}

llvm::Expected<Baseline> Baseline::read(llvm::StringRef File) {
  auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/true);
  if (!Buffer)
    return llvm::createStringError(Buffer.getError(), "cannot read the baseline " + File + ": " +
                                                          Buffer.getError().message() +
                                                          "; 'holdfast baseline create' makes one");
  return parse((*Buffer)->getBuffer(), shownPath(absolutePath(File)));
}

void Baseline::add(const Report &R) {
  auto Plain = [](llvm::StringRef Text) {
    std::string Result = Text.str();
    std::replace(Result.begin(), Result.end(), '\t', ' ');
    std::replace(Result.begin(), Result.end(), '\n', ' ');
    return Result;
  };
  Entries[R.Fingerprint] = {R.Rule, Plain(shownPath(R.Where.File)), Plain(stableName(R.Function)),
                            Plain(R.Container), Plain(R.Operation)};
}

std::string Baseline::text() const {
  std::string Result =
      "# Findings that Holdfast knows and passes over; 'holdfast baseline' keeps this file.\n"
      "# Sorted, one a line: fingerprint, rule, file, function, container, operation.\n";
  Result += Head.str() + std::to_string(Version) + "\n";
  for (const auto &[Fingerprint, E] : Entries)
    Result +=
        llvm::join_items('\t', Fingerprint, E.Rule, E.File, E.Function, E.Container, E.Operation) +
        "\n";
  return Result;
}

} // namespace holdfast::tool
