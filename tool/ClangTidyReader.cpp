//===- ClangTidyReader.cpp - the keys of .clang-tidy that are ours --------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "rules/Rule.h"
#include "tool/ClangTidyFiles.h"
#include "tool/Spelling.h"
#include "tool/YamlDocument.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace holdfast::tool {
namespace {

/// What the plugin stores, see RuleCheck::storeOptions.
const llvm::StringRef OptionNames[] = {"Confidence", "Config", "Summaries", "SystemHeaders"};

class TidyDocument : YamlDocument {
public:
  using YamlDocument::YamlDocument;

  llvm::Error read(ClangTidyFile &F) {
    return readRoot("Checks, CheckOptions, ...",
                    [&](llvm::yaml::KeyValueNode &Pair) { return readKey(Pair, F); });
  }

private:
  llvm::Error readKey(llvm::yaml::KeyValueNode &Pair, ClangTidyFile &F);
  llvm::Error readChecks(llvm::yaml::Node *N, ClangTidyFile &F);
  llvm::Error readOptions(llvm::yaml::Node *N, ClangTidyFile &F);
  llvm::Error readListed(llvm::yaml::Node &N, ClangTidyFile &F);
  llvm::Error addOption(llvm::yaml::Node *Name, llvm::yaml::Node *Value, ClangTidyFile &F);
};

llvm::Error TidyDocument::readChecks(llvm::yaml::Node *N, ClangTidyFile &F) {
  llvm::Expected<std::vector<std::string>> Items = list(N, "a list of checks");
  if (!Items)
    return Items.takeError();
  std::string Text = llvm::join(*Items, "\n");
  if (llvm::Error E = RuleSelection::parseTidyChecks(Text).takeError())
    return at(*N, llvm::toString(std::move(E)));
  F.NamesRule = llvm::any_of(GlobList(Text).items(), [](const GlobList::Item &I) {
    return I.Positive && llvm::StringRef(I.Pattern).starts_with("holdfast");
  });
  F.Checks = {std::move(Text), placeOf(*N)};
  return llvm::Error::success();
}

llvm::Error TidyDocument::addOption(llvm::yaml::Node *Name, llvm::yaml::Node *Value,
                                    ClangTidyFile &F) {
  llvm::Expected<std::string> Key = scalar(Name, "the name of an option");
  if (!Key)
    return Key.takeError();
  auto [Rule, Option] = llvm::StringRef(*Key).rsplit('.');
  bool IsLocal = llvm::StringRef(*Key).starts_with("holdfast-");
  if (!IsLocal && !llvm::is_contained(OptionNames, *Key)) {
    if (Value)
      Value->skip();
    return llvm::Error::success();
  }
  if (IsLocal && !rules::findRule(Rule)) {
    llvm::Error E = RuleSelection::parse(Rule).takeError();
    return E ? at(*Name, llvm::toString(std::move(E)))
             : at(*Name, "'" + Rule + "' is not the name of one rule");
  }
  if (IsLocal && !llvm::is_contained(OptionNames, Option))
    return at(*Name, "unknown option '" + *Key + "'" + didYouMean(Option, OptionNames) +
                         " (there are " + llvm::join(llvm::ArrayRef(OptionNames), ", ") + ")");
  ClangTidyFile::Value V{"", placeOf(*Name)};
  llvm::StringRef Which = IsLocal ? Option : llvm::StringRef(*Key);
  if (llvm::Error E = scalar(Value, "a value").moveInto(V.Text))
    return E;
  if (Which == "Confidence")
    if (llvm::Error E = level(Value, *Key).takeError())
      return E;
  if (Which == "SystemHeaders" && V.Text != "true" && V.Text != "false")
    return at(*Value, "expected true or false, not '" + V.Text + "'");
  F.Options[*Key] = std::move(V);
  return llvm::Error::success();
}

/// One of the form `{key: NAME, value: VALUE}`.
llvm::Error TidyDocument::readListed(llvm::yaml::Node &N, ClangTidyFile &F) {
  auto *Map = llvm::dyn_cast<llvm::yaml::MappingNode>(&N);
  if (!Map)
    return at(N, "expected 'key' and 'value'");
  // The parser goes forward only, so both are read before they are looked at.
  std::optional<std::string> Name;
  llvm::yaml::Node *Key = nullptr, *Value = nullptr;
  for (llvm::yaml::KeyValueNode &Pair : *Map) {
    llvm::Expected<std::string> Word = scalar(Pair.getKey(), "'key' or 'value'");
    if (!Word)
      return Word.takeError();
    (*Word == "key" ? Key : Value) = Pair.getValue();
    if (Pair.getValue())
      Pair.getValue()->skip();
  }
  return Key && Value ? addOption(Key, Value, F) : llvm::Error::success();
}

/// A mapping, or the list of pairs that clang-tidy wrote before.
llvm::Error TidyDocument::readOptions(llvm::yaml::Node *N, ClangTidyFile &F) {
  if (auto *Map = llvm::dyn_cast_or_null<llvm::yaml::MappingNode>(N)) {
    for (llvm::yaml::KeyValueNode &Pair : *Map) {
      llvm::yaml::Node *Name = Pair.getKey();
      if (llvm::Error E = addOption(Name, Pair.getValue(), F))
        return E;
    }
    return llvm::Error::success();
  }
  if (auto *Sequence = llvm::dyn_cast_or_null<llvm::yaml::SequenceNode>(N))
    for (llvm::yaml::Node &Item : *Sequence)
      if (llvm::Error E = readListed(Item, F))
        return E;
  return llvm::Error::success();
}

llvm::Error TidyDocument::readKey(llvm::yaml::KeyValueNode &Pair, ClangTidyFile &F) {
  llvm::Expected<std::string> Key = scalar(Pair.getKey(), "a key");
  if (!Key)
    return Key.takeError();
  llvm::yaml::Node *Value = Pair.getValue();
  if (*Key == "Checks")
    return readChecks(Value, F);
  if (*Key == "CheckOptions")
    return readOptions(Value, F);
  if (*Key == "InheritParentConfig")
    return flag(Value).moveInto(F.Inherits);
  if (Value)
    Value->skip();
  return llvm::Error::success();
}

} // namespace

llvm::Expected<ClangTidyFile> readClangTidyFile(llvm::StringRef Text, llvm::StringRef Name) {
  ClangTidyFile Result;
  Result.Name = Name.str();
  if (llvm::Error E = TidyDocument(Text, Name).read(Result))
    return std::move(E);
  return std::move(Result);
}

} // namespace holdfast::tool
