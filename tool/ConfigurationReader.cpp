//===- ConfigurationReader.cpp - the keys of .holdfast.yaml ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Configuration.h"
#include "tool/Numbers.h"
#include "tool/YamlDocument.h"
#include "llvm/ADT/StringExtras.h"

namespace holdfast::tool {
namespace {

const llvm::StringRef Keys[] = {
    "checks", "confidence", "exclude", "third-party", "suppressions-need-reason",
    "gate",   "containers", "classes", "functions"};
const llvm::StringRef GateKeys[] = {"fail-on", "max-findings", "require-coverage", "baseline"};

/// Those of Keys whose values are rows.
const llvm::StringRef RowKeys[] = {"containers", "classes", "functions"};

/// What the command line leaves to the file.
struct WantedKeys {
  bool Checks, Confidence;
};

/// The keys that are ours. Rows of containers and functions are read by models::Library.
class Document : YamlDocument {
public:
  Document(llvm::StringRef Text, llvm::StringRef FileName, WantedKeys Wants)
      : YamlDocument(Text, FileName), Wants(Wants), Text(Text) {}

  llvm::Error read(Settings &S);

private:
  llvm::Error readChecks(llvm::yaml::Node *N, Settings &S);
  llvm::Error readConfidence(llvm::yaml::Node *N, Settings &S);
  llvm::Error readConfidenceOf(llvm::yaml::KeyValueNode &Pair, Settings &S);
  llvm::Error readGate(llvm::yaml::Node *N, GateSettings &Gate);
  llvm::Error readGateKey(llvm::yaml::KeyValueNode &Pair, GateSettings &Gate);
  llvm::Error readKey(llvm::yaml::KeyValueNode &Pair, Settings &S);
  void takeRows(llvm::yaml::Node &Key, const char *End, Settings &S);

  WantedKeys Wants;
  llvm::StringRef Text;
  llvm::StringSet<> Seen, SeenOfGate;
};

llvm::Error Document::readChecks(llvm::yaml::Node *N, Settings &S) {
  llvm::Expected<std::vector<std::string>> Items = list(N, "a list of rules");
  if (!Items)
    return Items.takeError();
  llvm::Expected<RuleSelection> Rules = RuleSelection::parse(llvm::join(*Items, "\n"));
  if (!Rules)
    return at(*N, llvm::toString(Rules.takeError()));
  if (!Wants.Checks)
    return llvm::Error::success();
  S.Rules = std::move(*Rules);
  S.RulesFrom = placeOf(*N);
  return llvm::Error::success();
}

/// One level, or one for each rule.
llvm::Error Document::readConfidence(llvm::yaml::Node *N, Settings &S) {
  Settings Given;
  auto *Map = llvm::dyn_cast_or_null<llvm::yaml::MappingNode>(N);
  if (!Map) {
    if (llvm::Error E = level(N, "confidence").moveInto(Given.Minimum.Value))
      return E;
    Given.Minimum.From = placeOf(*N);
  } else {
    for (llvm::yaml::KeyValueNode &Pair : *Map)
      if (llvm::Error E = readConfidenceOf(Pair, Given))
        return E;
  }
  if (Wants.Confidence) {
    S.Minimum = Given.Minimum;
    S.MinimumOf = std::move(Given.MinimumOf);
  }
  return llvm::Error::success();
}

llvm::Error Document::readConfidenceOf(llvm::yaml::KeyValueNode &Pair, Settings &S) {
  llvm::Expected<std::string> Rule = scalar(Pair.getKey(), "'default' or the name of a rule");
  if (!Rule)
    return Rule.takeError();
  if (*Rule != "default")
    if (llvm::Error E = RuleSelection::parse(*Rule).takeError())
      return at(*Pair.getKey(), llvm::toString(std::move(E)) + " (or write 'default')");
  llvm::Expected<solve::Confidence> Level = level(Pair.getValue(), "confidence");
  if (!Level)
    return Level.takeError();
  Settings::Level Said = {*Level, placeOf(*Pair.getKey())};
  if (*Rule == "default")
    S.Minimum = std::move(Said);
  else
    S.MinimumOf.push_back({*Rule, std::move(Said)});
  return llvm::Error::success();
}

llvm::Error Document::readGate(llvm::yaml::Node *N, GateSettings &Gate) {
  auto *Map = llvm::dyn_cast_or_null<llvm::yaml::MappingNode>(N);
  if (!Map)
    return N ? at(*N, "expected keys and values (allowed here: " +
                          llvm::join(llvm::ArrayRef(GateKeys), ", ") + ")")
             : scalar(N, "").takeError();
  for (llvm::yaml::KeyValueNode &Pair : *Map)
    if (llvm::Error E = readGateKey(Pair, Gate))
      return E;
  return llvm::Error::success();
}

llvm::Error Document::readGateKey(llvm::yaml::KeyValueNode &Pair, GateSettings &Gate) {
  llvm::Expected<std::string> Key = key(Pair, GateKeys, SeenOfGate);
  if (!Key)
    return Key.takeError();
  llvm::yaml::Node *Value = Pair.getValue();
  Gate.From[*Key] = placeOf(*Pair.getKey());
  if (*Key == "fail-on")
    return level(Value, *Key).moveInto(Gate.Said.FailOn);
  llvm::Expected<std::string> Text = scalar(Value, "a number or a name");
  if (!Text)
    return Text.takeError();
  if (*Key == "max-findings") {
    Gate.Said.MaxFindings = readNumber(*Text);
    if (!Gate.Said.MaxFindings)
      return at(*Value, *Key + " is a number, not '" + *Text + "'");
  } else if (*Key == "require-coverage") {
    Gate.Said.RequiredCoverage = readPercentage(*Text);
    if (!Gate.Said.RequiredCoverage)
      return at(*Value, *Key + " is a percentage, as in 95%, not '" + *Text + "'");
  } else {
    if (Text->empty())
      return at(*Value, "the name of the file is missing");
    Gate.BaselineFile = *Text;
  }
  return llvm::Error::success();
}

llvm::Error Document::readKey(llvm::yaml::KeyValueNode &Pair, Settings &S) {
  llvm::Expected<std::string> Key = key(Pair, Keys, Seen);
  if (!Key)
    return Key.takeError();
  llvm::yaml::Node *Value = Pair.getValue();
  if (*Key == "checks")
    return readChecks(Value, S);
  if (*Key == "confidence")
    return readConfidence(Value, S);
  if (*Key == "exclude")
    return list(Value, "a list of paths").moveInto(S.Exclude);
  if (*Key == "third-party")
    return list(Value, "a list of paths").moveInto(S.ThirdParty);
  if (*Key == "suppressions-need-reason")
    return flag(Value).moveInto(S.SuppressionsNeedReason);
  if (*Key == "gate")
    return readGate(Value, S.Gate);
  if (Value) // Rows of containers and functions.
    Value->skip();
  return llvm::Error::success();
}

/// What is written from Key to End, if that is a section of rows.
void Document::takeRows(llvm::yaml::Node &Key, const char *End, Settings &S) {
  const char *Begin = Key.getSourceRange().Start.getPointer();
  llvm::StringRef Section(Begin, End - Begin);
  if (llvm::any_of(RowKeys, [&](llvm::StringRef K) { return Section.ltrim("'\"").starts_with(K); }))
    S.Rows += Section;
}

llvm::Error Document::read(Settings &S) {
  llvm::yaml::Node *Before = nullptr;
  auto Read = [&](llvm::yaml::KeyValueNode &Pair) -> llvm::Error {
    if (llvm::Error E = readKey(Pair, S))
      return E;
    if (Before)
      takeRows(*Before, Pair.getKey()->getSourceRange().Start.getPointer(), S);
    Before = Pair.getKey();
    return llvm::Error::success();
  };
  if (llvm::Error E = readRoot(llvm::join(llvm::ArrayRef(Keys), ", "), Read))
    return E;
  if (Before)
    takeRows(*Before, Text.end(), S);
  return llvm::Error::success();
}

} // namespace

llvm::Error readSettings(llvm::StringRef Text, llvm::StringRef FileName, Settings &S,
                         bool ReadChecks, bool ReadConfidence) {
  return Document(Text, FileName, {ReadChecks, ReadConfidence}).read(S);
}

} // namespace holdfast::tool
