//===- Identity.cpp - which findings are the same over time ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Identity.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/SHA256.h"

namespace holdfast::tool {
namespace {

constexpr size_t FingerprintBytes = 8;

/// Text with By for all that Pattern matches, which is not in By.
std::string replaced(std::string Text, llvm::StringRef Pattern, llvm::StringRef By) {
  llvm::Regex R(Pattern);
  while (R.match(Text))
    Text = R.sub(By, Text);
  return Text;
}

std::string hashed(llvm::StringRef Text) {
  llvm::SHA256 Hash;
  Hash.update(Text);
  std::array<uint8_t, 32> Digest = Hash.final();
  return llvm::toHex(llvm::ArrayRef(Digest).take_front(FingerprintBytes), /*LowerCase=*/true);
}

/// `this->jobs` and `jobs` are one, `a . b` and `a.b`, too.
std::string plainName(llvm::StringRef Name) {
  Name.consume_front("this->");
  std::string Result;
  llvm::copy_if(Name, std::back_inserter(Result), [](char C) { return !llvm::isSpace(C); });
  return Result;
}

std::string subjectOf(const Report &R) {
  std::string Function = R.FunctionUsr.empty() ? R.Function : stableUsr(R.FunctionUsr);
  return llvm::join_items('\n', R.Rule, Function, plainName(R.Container), R.Operation,
                          plainName(R.Handle));
}

} // namespace

std::string stableUsr(llvm::StringRef Usr) {
  std::string Text = replaced(Usr.str(), "~[0-9a-f]{16}", "");
  // c:util.cpp@F@helper# and, of a local class or lambda, c:util.cpp@264@F@outer#...@Sa@...@433.0
  Text = replaced(std::move(Text), "([:$#>])[^]@:$#<>[]+\\.[A-Za-z+]+@", "\\1@");
  return replaced(std::move(Text), "@[0-9]+(\\.[0-9]+)?", "");
}

void assignFingerprints(llvm::MutableArrayRef<Report> All) {
  llvm::StringMap<unsigned> Count;
  for (Report &R : All) {
    std::string Subject = subjectOf(R);
    unsigned Number = ++Count[Subject];
    R.Fingerprint = hashed(Subject + '\n' + std::to_string(Number));
  }
}

bool isFingerprint(llvm::StringRef Text) {
  return Text.size() == 2 * FingerprintBytes && llvm::all_of(Text, llvm::isHexDigit);
}

} // namespace holdfast::tool
