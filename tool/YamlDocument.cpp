//===- YamlDocument.cpp - a YAML file whose mistakes have a place ---------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/YamlDocument.h"
#include "tool/Spelling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/YAMLTraits.h"

namespace holdfast::tool {

static std::string position(llvm::StringRef File, int Line, int Column) {
  return (File + ":" + llvm::Twine(Line) + ":" + llvm::Twine(Column) + ": ").str();
}

YamlDocument::YamlDocument(llvm::StringRef Text, llvm::StringRef FileName)
    : Stream(llvm::MemoryBufferRef(Text, FileName), Manager, /*ShowColors=*/false) {
  Manager.setDiagHandler(
      [](const llvm::SMDiagnostic &D, void *Self) {
        auto &Message = static_cast<YamlDocument *>(Self)->SyntaxError;
        if (Message.empty())
          Message =
              position(D.getFilename(), D.getLineNo(), D.getColumnNo() + 1) + D.getMessage().str();
      },
      this);
}

llvm::StringRef YamlDocument::fileName() const {
  return Manager.getMemoryBuffer(Manager.getMainFileID())->getBufferIdentifier();
}

/// The parser gives up on some documents (`%a: b`) without a word.
llvm::Error YamlDocument::broken() const {
  if (!SyntaxError.empty())
    return llvm::createStringError(SyntaxError);
  return llvm::createStringError(position(fileName(), 1, 1) + "not YAML");
}

llvm::Error YamlDocument::at(llvm::yaml::Node &N, const llvm::Twine &Message) {
  // Nodes of a broken document may have no place, or one outside of it.
  if (!SyntaxError.empty())
    return broken();
  auto [Line, Column] = Manager.getLineAndColumn(N.getSourceRange().Start);
  return llvm::createStringError(position(fileName(), Line, Column) + Message);
}

std::string YamlDocument::placeOf(llvm::yaml::Node &N) const {
  if (!SyntaxError.empty())
    return fileName().str();
  unsigned Line = Manager.getLineAndColumn(N.getSourceRange().Start).first;
  return (fileName() + ":" + llvm::Twine(Line)).str();
}

llvm::Expected<std::string> YamlDocument::scalar(llvm::yaml::Node *N, llvm::StringRef Wanted) {
  if (auto *Scalar = llvm::dyn_cast_or_null<llvm::yaml::ScalarNode>(N)) {
    llvm::SmallString<64> Storage;
    return Scalar->getValue(Storage).str();
  }
  if (auto *Block = llvm::dyn_cast_or_null<llvm::yaml::BlockScalarNode>(N))
    return Block->getValue().str();
  if (!N)
    return broken();
  return at(*N, "expected " + Wanted);
}

llvm::Expected<std::vector<std::string>> YamlDocument::list(llvm::yaml::Node *N,
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

llvm::Expected<bool> YamlDocument::flag(llvm::yaml::Node *N) {
  llvm::Expected<std::string> Text = scalar(N, "true or false");
  if (!Text)
    return Text.takeError();
  if (std::optional<bool> Value = llvm::yaml::parseBool(*Text))
    return *Value;
  return at(*N, "expected true or false, not '" + *Text + "'");
}

llvm::Expected<solve::Confidence> YamlDocument::level(llvm::yaml::Node *N, llvm::StringRef Key) {
  const llvm::StringRef Words[] = {"possible", "likely", "certain"};
  llvm::Expected<std::string> Text = scalar(N, "certain, likely or possible");
  if (!Text)
    return Text.takeError();
  const auto *It = llvm::find(Words, *Text);
  if (It == std::end(Words))
    return at(*N, Key + " is one of certain, likely, possible, not '" + *Text + "'" +
                      didYouMean(*Text, Words));
  return static_cast<solve::Confidence>(It - Words);
}

llvm::Expected<std::string> YamlDocument::key(llvm::yaml::KeyValueNode &Pair,
                                              llvm::ArrayRef<llvm::StringRef> Allowed,
                                              llvm::StringSet<> &Seen) {
  llvm::Expected<std::string> Key = scalar(Pair.getKey(), "a key");
  if (!Key)
    return Key.takeError();
  if (!llvm::is_contained(Allowed, *Key))
    return at(*Pair.getKey(), "unknown key '" + *Key + "'" + didYouMean(*Key, Allowed) +
                                  " (allowed here: " + llvm::join(Allowed, ", ") + ")");
  if (!Seen.insert(*Key).second)
    return at(*Pair.getKey(), "the key '" + *Key + "' is there twice");
  return Key;
}

llvm::Error YamlDocument::readRoot(llvm::StringRef Allowed, ReadPair Read) {
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
    return at(*Root, "expected keys and values (allowed here: " + Allowed + ")");
  for (llvm::yaml::KeyValueNode &Pair : *Map) {
    llvm::Error E = Read(Pair);
    if (SyntaxError.empty() && E)
      return E;
    llvm::consumeError(std::move(E)); // What a broken document seems to say is no news.
    if (!SyntaxError.empty())
      return broken();
  }
  return SyntaxError.empty() ? llvm::Error::success() : broken();
}

} // namespace holdfast::tool
