//===- YamlReader.h - rows of a .holdfast.yaml document ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_MODELS_YAMLREADER_H
#define HOLDFAST_MODELS_YAMLREADER_H

#include "models/Names.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"

namespace holdfast::models {

/// A class as the document states it; what is unset comes from the class it is `like`.
struct UserClass {
  std::string Name;
  std::optional<ClassKind> Kind;
  std::optional<std::string> KeyField;
  std::optional<bool> StableReferences;
  std::optional<bool> ImplicitlyShared;
  std::string Like; ///< "" when the class stands for itself.
  std::vector<Operation> Methods;
};

struct UserRows {
  std::vector<UserClass> Classes;
  std::vector<Operation> Functions;
};

/// Reads `containers:` and `functions:`; other sections are somebody else's. Each error is
/// "file:line:column: what is wrong (what is allowed)".
class YamlReader {
public:
  /// Known tells whether a class may be named by `like:`; Names is what to suggest instead.
  YamlReader(llvm::StringRef Text, llvm::StringRef FileName,
             llvm::ArrayRef<llvm::StringRef> KnownClasses);

  llvm::Expected<UserRows> read();

private:
  using Node = llvm::yaml::Node;
  using Reader = llvm::function_ref<llvm::Error(llvm::StringRef Key, Node &Value)>;

  /// What the parser said; it gives up on some documents (`%a: b`) without a word.
  llvm::Error broken() const;
  llvm::Error at(const Node &N, const llvm::Twine &Message) const;
  llvm::Expected<std::string> text(Node *N, llvm::StringRef Wanted) const;
  template <typename E> llvm::Error enumerator(llvm::StringRef Key, Node &N, E &Into) const;
  llvm::Error flag(llvm::StringRef Key, Node &N, std::optional<bool> &Into) const;
  /// Calls Read for each key of mapping N; keys must be among Allowed, and unique.
  llvm::Error mapping(Node &N, llvm::StringRef What, llvm::ArrayRef<llvm::StringRef> Allowed,
                      Reader Read) const;
  llvm::Error sequence(Node &N, llvm::StringRef What,
                       llvm::function_ref<llvm::Error(Node &Item)> Read) const;

  llvm::Error readRoot(Node &Root, UserRows &Rows);
  llvm::Error readSection(llvm::StringRef Key, llvm::yaml::KeyValueNode &Pair, Node &Value,
                          UserRows &Rows);
  llvm::Error readClass(Node &N, UserRows &Rows);
  llvm::Error readClassKey(llvm::StringRef Key, Node &Value, UserClass &C);
  llvm::Error checkClass(const Node &N, const UserClass &C) const;
  llvm::Expected<Operation> readRow(Node &N, bool IsFunction);
  llvm::Error readRowKey(llvm::StringRef Key, Node &Value, Operation &Row) const;
  llvm::Error checkThreads(const Node &N, const Operation &Row, bool IsFunction) const;
  llvm::Error checkRow(const Node &N, Operation &Row, bool HasRoles, bool IsFunction) const;

  llvm::SourceMgr Manager;
  std::string SyntaxError;
  llvm::yaml::Stream Stream;
  std::vector<llvm::StringRef> Known;
  std::vector<std::string> Earlier; ///< Classes of this document.
};

} // namespace holdfast::models

#endif // HOLDFAST_MODELS_YAMLREADER_H
