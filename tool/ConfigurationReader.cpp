//===- ConfigurationReader.cpp - the keys of .holdfast.yaml ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Configuration.h"
#include "tool/Spelling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"
#include <array>

namespace holdfast::tool {
namespace {

const std::array<llvm::StringRef, 8> Keys = {
    "checks",     "confidence", "exclude",  "third-party", "suppressions-need-reason",
    "containers", "classes",    "functions"};

/// What the command line leaves to the file.
struct WantedKeys {
  bool Checks, Confidence;
};

/// The keys that are ours. Rows of containers and functions are read by models::Library.
class Document {
public:
  Document(llvm::StringRef Text, llvm::StringRef FileName, WantedKeys Wants)
      : Wants(Wants), Stream(llvm::MemoryBufferRef(Text, FileName), Manager, /*ShowColors=*/false) {
    Manager.setDiagHandler(
        [](const llvm::SMDiagnostic &D, void *Self) {
          auto &Message = static_cast<Document *>(Self)->SyntaxError;
          if (Message.empty())
            Message = position(D.getFilename(), D.getLineNo(), D.getColumnNo() + 1) +
                      D.getMessage().str();
        },
        this);
  }

  llvm::Error read(Settings &S);

private:
  static std::string position(llvm::StringRef File, int Line, int Column) {
    return (File + ":" + llvm::Twine(Line) + ":" + llvm::Twine(Column) + ": ").str();
  }
  llvm::Error at(llvm::yaml::Node &N, const llvm::Twine &Message) {
    // Nodes of a broken document may have no place, or one outside of it.
    if (!SyntaxError.empty())
      return broken();
    auto [Line, Column] = Manager.getLineAndColumn(N.getSourceRange().Start);
    const auto *Buffer = Manager.getMemoryBuffer(Manager.getMainFileID());
    return llvm::createStringError(position(Buffer->getBufferIdentifier(), Line, Column) + Message);
  }
  /// The parser gives up on some documents (`%a: b`) without a word.
  llvm::Error broken() {
    if (!SyntaxError.empty())
      return llvm::createStringError(SyntaxError);
    const auto *Buffer = Manager.getMemoryBuffer(Manager.getMainFileID());
    return llvm::createStringError(position(Buffer->getBufferIdentifier(), 1, 1) + "not YAML");
  }
  llvm::Expected<std::string> scalar(llvm::yaml::Node *N, llvm::StringRef Wanted);
  llvm::Expected<std::vector<std::string>> list(llvm::yaml::Node *N, llvm::StringRef Wanted);
  llvm::Expected<solve::Confidence> level(llvm::yaml::Node *N);
  llvm::Error readChecks(llvm::yaml::Node *N, Settings &S);
  llvm::Error readConfidence(llvm::yaml::Node *N, Settings &S);
  llvm::Error readConfidenceOf(llvm::yaml::KeyValueNode &Pair, Settings &S);
  llvm::Error readFlag(llvm::yaml::Node *N, bool &Flag);
  llvm::Error readKey(llvm::yaml::KeyValueNode &Pair, Settings &S);

  WantedKeys Wants;
  llvm::SourceMgr Manager;
  std::string SyntaxError;
  llvm::StringSet<> Seen;
  llvm::yaml::Stream Stream;
};

llvm::Expected<std::string> Document::scalar(llvm::yaml::Node *N, llvm::StringRef Wanted) {
  if (auto *Scalar = llvm::dyn_cast_or_null<llvm::yaml::ScalarNode>(N)) {
    llvm::SmallString<64> Storage;
    return Scalar->getValue(Storage).str();
  }
  if (auto *Block = llvm::dyn_cast_or_null<llvm::yaml::BlockScalarNode>(N))
    return Block->getValue().str();
  if (!N) // Where the document is broken.
    return broken();
  return at(*N, "expected " + Wanted);
}

llvm::Expected<std::vector<std::string>> Document::list(llvm::yaml::Node *N,
                                                        llvm::StringRef Wanted) {
  std::vector<std::string> Result;
  auto Add = [&](llvm::yaml::Node *Item) -> llvm::Error {
    llvm::Expected<std::string> Word = scalar(Item, Wanted);
    if (!Word)
      return Word.takeError();
    Result.push_back(std::move(*Word));
    return llvm::Error::success();
  };
  auto *Sequence = llvm::dyn_cast_or_null<llvm::yaml::SequenceNode>(N);
  if (!Sequence) {
    if (llvm::Error E = Add(N))
      return std::move(E);
    return Result;
  }
  for (llvm::yaml::Node &Item : *Sequence)
    if (llvm::Error E = Add(&Item))
      return std::move(E);
  return Result;
}

llvm::Error Document::readChecks(llvm::yaml::Node *N, Settings &S) {
  llvm::Expected<std::vector<std::string>> Items = list(N, "a list of rules");
  if (!Items)
    return Items.takeError();
  llvm::Expected<RuleSelection> Rules = RuleSelection::parse(llvm::join(*Items, "\n"));
  if (!Rules)
    return at(*N, llvm::toString(Rules.takeError()));
  if (Wants.Checks)
    S.Rules = std::move(*Rules);
  return llvm::Error::success();
}

llvm::Expected<solve::Confidence> Document::level(llvm::yaml::Node *N) {
  const llvm::StringRef Words[] = {"possible", "likely", "certain"};
  llvm::Expected<std::string> Text = scalar(N, "certain, likely or possible");
  if (!Text)
    return Text.takeError();
  const auto *It = llvm::find(Words, *Text);
  if (It == std::end(Words))
    return at(*N, "confidence is one of certain, likely, possible, not '" + *Text + "'" +
                      didYouMean(*Text, Words));
  return static_cast<solve::Confidence>(It - Words);
}

/// One level, or one for each rule.
llvm::Error Document::readConfidence(llvm::yaml::Node *N, Settings &S) {
  Settings Given;
  auto *Map = llvm::dyn_cast_or_null<llvm::yaml::MappingNode>(N);
  if (!Map) {
    if (llvm::Error E = level(N).moveInto(Given.Minimum))
      return E;
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
  llvm::Expected<solve::Confidence> Level = level(Pair.getValue());
  if (!Level)
    return Level.takeError();
  if (*Rule == "default")
    S.Minimum = *Level;
  else
    S.MinimumOf.push_back({*Rule, *Level});
  return llvm::Error::success();
}

llvm::Error Document::readFlag(llvm::yaml::Node *N, bool &Flag) {
  llvm::Expected<std::string> Text = scalar(N, "true or false");
  if (!Text)
    return Text.takeError();
  if (*Text != "true" && *Text != "false")
    return at(*N, "expected true or false, not '" + *Text + "'");
  Flag = *Text == "true";
  return llvm::Error::success();
}

llvm::Error Document::readKey(llvm::yaml::KeyValueNode &Pair, Settings &S) {
  llvm::Expected<std::string> Key = scalar(Pair.getKey(), "a key");
  if (!Key)
    return Key.takeError();
  if (!llvm::is_contained(Keys, *Key))
    return at(*Pair.getKey(), "unknown key '" + *Key + "'" + didYouMean(*Key, Keys) +
                                  " (allowed here: " + llvm::join(Keys, ", ") + ")");
  if (!Seen.insert(*Key).second)
    return at(*Pair.getKey(), "the key '" + *Key + "' is there twice");
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
    return readFlag(Value, S.SuppressionsNeedReason);
  if (Value) // Rows of containers and functions.
    Value->skip();
  return llvm::Error::success();
}

llvm::Error Document::read(Settings &S) {
  auto It = Stream.begin();
  if (It == Stream.end())
    return llvm::Error::success();
  llvm::yaml::Node *Root = It->getRoot();
  if (!SyntaxError.empty() || !Root)
    return broken();
  if (llvm::isa<llvm::yaml::NullNode>(Root))
    return llvm::Error::success();
  auto *Map = llvm::dyn_cast<llvm::yaml::MappingNode>(Root);
  if (!Map)
    return at(*Root, "expected keys and values (allowed here: " + llvm::join(Keys, ", ") + ")");
  for (llvm::yaml::KeyValueNode &Pair : *Map) {
    llvm::Error E = readKey(Pair, S);
    if (SyntaxError.empty() && E)
      return E;
    llvm::consumeError(std::move(E)); // What a broken document seems to say is no news.
    if (!SyntaxError.empty())
      return broken();
  }
  return SyntaxError.empty() ? llvm::Error::success() : broken();
}

} // namespace

llvm::Error readSettings(llvm::StringRef Text, llvm::StringRef FileName, Settings &S,
                         bool ReadChecks, bool ReadConfidence) {
  return Document(Text, FileName, {ReadChecks, ReadConfidence}).read(S);
}

} // namespace holdfast::tool
