//===- YamlDocument.h - a YAML file whose mistakes have a place -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_YAMLDOCUMENT_H
#define HOLDFAST_TOOL_YAMLDOCUMENT_H

#include "solve/Violation.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"

namespace holdfast::tool {

/// The first document of a YAML text. Errors begin with file, line and column.
class YamlDocument {
public:
  YamlDocument(llvm::StringRef Text, llvm::StringRef FileName);
  YamlDocument(const YamlDocument &) = delete;

  using ReadPair = llvm::function_ref<llvm::Error(llvm::yaml::KeyValueNode &)>;

  /// Reads the keys and values that the document is; one without any is fine.
  llvm::Error readRoot(llvm::StringRef Allowed, ReadPair Read);

  // Of a node, which is null where the document is broken; Wanted is for the error.
  llvm::Expected<std::string> scalar(llvm::yaml::Node *N, llvm::StringRef Wanted);
  /// A scalar is a list of one.
  llvm::Expected<std::vector<std::string>> list(llvm::yaml::Node *N, llvm::StringRef Wanted);
  llvm::Expected<bool> flag(llvm::yaml::Node *N);
  llvm::Expected<solve::Confidence> level(llvm::yaml::Node *N, llvm::StringRef Key);
  /// A key that is one of Allowed, and not yet in Seen.
  llvm::Expected<std::string> key(llvm::yaml::KeyValueNode &Pair,
                                  llvm::ArrayRef<llvm::StringRef> Allowed, llvm::StringSet<> &Seen);

  llvm::Error at(llvm::yaml::Node &N, const llvm::Twine &Message);
  /// "FILE:LINE" of N, to say where a value comes from.
  std::string placeOf(llvm::yaml::Node &N) const;

private:
  llvm::Error broken() const;
  llvm::StringRef fileName() const;

  llvm::SourceMgr Manager;
  std::string SyntaxError; ///< The first one; empty: none so far.
  llvm::yaml::Stream Stream;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_YAMLDOCUMENT_H
