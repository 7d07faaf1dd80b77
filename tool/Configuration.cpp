//===- Configuration.cpp - what .holdfast.yaml says -----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Configuration.h"
#include "tool/Paths.h"
#include "tool/Spelling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"
#include <array>

namespace holdfast::tool {
namespace {

constexpr llvm::StringLiteral ConfigName = ".holdfast.yaml";
const std::array<llvm::StringRef, 4> Keys = {"checks", "confidence", "containers", "functions"};

/// The keys that are ours. Rows of containers and functions are read by models::Library.
class Document {
public:
  Document(llvm::StringRef Text, llvm::StringRef FileName)
      : Stream(llvm::MemoryBufferRef(Text, FileName), Manager, /*ShowColors=*/false) {
    Manager.setDiagHandler(
        [](const llvm::SMDiagnostic &D, void *Self) {
          auto &Message = static_cast<Document *>(Self)->SyntaxError;
          if (Message.empty())
            Message = position(D.getFilename(), D.getLineNo(), D.getColumnNo() + 1) +
                      D.getMessage().str();
        },
        this);
  }

  llvm::Error read(Settings &S, bool ReadChecks, bool ReadConfidence);

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
  llvm::Expected<std::string> list(llvm::yaml::Node *N);
  llvm::Error readKey(llvm::yaml::KeyValueNode &Pair, Settings &S, bool ReadChecks,
                      bool ReadConfidence);

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

llvm::Expected<std::string> Document::list(llvm::yaml::Node *N) {
  auto *Sequence = llvm::dyn_cast_or_null<llvm::yaml::SequenceNode>(N);
  if (!Sequence)
    return scalar(N, "a list of rules");
  std::string Result;
  for (llvm::yaml::Node &Item : *Sequence) {
    llvm::Expected<std::string> Word = scalar(&Item, "the name of a rule");
    if (!Word)
      return Word.takeError();
    Result += *Word + "\n";
  }
  return Result;
}

llvm::Error Document::readKey(llvm::yaml::KeyValueNode &Pair, Settings &S, bool ReadChecks,
                              bool ReadConfidence) {
  llvm::Expected<std::string> Key = scalar(Pair.getKey(), "a key");
  if (!Key)
    return Key.takeError();
  if (!llvm::is_contained(Keys, *Key))
    return at(*Pair.getKey(), "unknown key '" + *Key + "'" + didYouMean(*Key, Keys) +
                                  " (allowed here: " + llvm::join(Keys, ", ") + ")");
  if (!Seen.insert(*Key).second)
    return at(*Pair.getKey(), "the key '" + *Key + "' is there twice");
  llvm::yaml::Node *Value = Pair.getValue();
  if (*Key == "checks") {
    llvm::Expected<std::string> Text = list(Value);
    if (!Text)
      return Text.takeError();
    llvm::Expected<RuleSelection> Rules = RuleSelection::parse(*Text);
    if (!Rules)
      return at(*Value, llvm::toString(Rules.takeError()));
    if (ReadChecks)
      S.Rules = std::move(*Rules);
  } else if (*Key == "confidence") {
    const llvm::StringRef Words[] = {"possible", "likely", "certain"};
    llvm::Expected<std::string> Text = scalar(Value, "certain, likely or possible");
    if (!Text)
      return Text.takeError();
    const auto *It = llvm::find(Words, *Text);
    if (It == std::end(Words))
      return at(*Value, "confidence is one of certain, likely, possible, not '" + *Text + "'" +
                            didYouMean(*Text, Words));
    if (ReadConfidence)
      S.Minimum = static_cast<solve::Confidence>(It - Words);
  } else if (Value) {
    Value->skip();
  }
  return llvm::Error::success();
}

llvm::Error Document::read(Settings &S, bool ReadChecks, bool ReadConfidence) {
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
    llvm::Error E = readKey(Pair, S, ReadChecks, ReadConfidence);
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
  return Document(Text, FileName).read(S, ReadChecks, ReadConfidence);
}

llvm::Expected<Configuration> Configuration::create(const Options &O) {
  Configuration C(O);
  if (O.Checks) {
    llvm::Expected<RuleSelection> Rules = RuleSelection::parse(*O.Checks);
    if (!Rules)
      return llvm::createStringError("--checks: " + llvm::toString(Rules.takeError()));
    C.Base.Rules = std::move(*Rules);
  }
  if (O.MinimumConfidence)
    C.Base.Minimum = *O.MinimumConfidence;
  C.Base.Models = std::make_shared<const models::Library>(models::Library::builtin());
  auto Unconfigured = std::make_unique<Read>();
  Unconfigured->Values = C.Base;
  C.Files[""] = std::move(Unconfigured);
  if (!O.ConfigFile.empty())
    if (const Read &R = C.readFile(O.ConfigFile); !R.Error.empty())
      return llvm::createStringError(R.Error);
  return C;
}

llvm::Error Configuration::readDocument(llvm::StringRef Text, llvm::StringRef FileName,
                                        Settings &S) const {
  if (llvm::Error E = readSettings(Text, FileName, S, !Given.Checks, !Given.MinimumConfidence))
    return E;
  // Building the tables takes a few milliseconds, so files without rows share the built-in ones.
  if (!Text.contains("containers") && !Text.contains("functions"))
    return llvm::Error::success();
  models::Library Library = models::Library::builtin();
  if (llvm::Error E = Library.addFromYaml(Text, FileName))
    return E;
  S.Models = std::make_shared<const models::Library>(std::move(Library));
  return llvm::Error::success();
}

const Configuration::Read &Configuration::readFile(llvm::StringRef ConfigFile) {
  std::unique_ptr<Read> &Slot = Files[ConfigFile];
  if (Slot)
    return *Slot;
  Slot = std::make_unique<Read>();
  Slot->Values = Base;
  auto Buffer = llvm::MemoryBuffer::getFile(ConfigFile, /*IsText=*/true);
  if (!Buffer)
    Slot->Error = shownPath(ConfigFile) + ": " + Buffer.getError().message();
  else if (llvm::Error E =
               readDocument((*Buffer)->getBuffer(), shownPath(ConfigFile), Slot->Values))
    Slot->Error = llvm::toString(std::move(E));
  if (!Slot->Error.empty())
    Errors.push_back(Slot->Error);
  return *Slot;
}

std::string Configuration::nearestFile(llvm::StringRef Directory) {
  auto Known = NearestOf.find(Directory);
  if (Known != NearestOf.end())
    return Known->second;
  llvm::SmallString<256> Candidate(Directory);
  llvm::sys::path::append(Candidate, ConfigName);
  std::string Result;
  if (llvm::sys::fs::exists(Candidate))
    Result = Candidate.str().str();
  else if (llvm::sys::path::has_parent_path(Directory))
    Result = nearestFile(llvm::sys::path::parent_path(Directory));
  NearestOf[Directory] = Result;
  return Result;
}

llvm::Expected<const Settings *> Configuration::settingsFor(llvm::StringRef File) {
  std::string ConfigFile =
      Given.ConfigFile.empty() ? nearestFile(llvm::sys::path::parent_path(File)) : Given.ConfigFile;
  const Read &R = readFile(ConfigFile);
  if (!R.Error.empty())
    return llvm::createStringError(R.Error);
  return &R.Values;
}

} // namespace holdfast::tool
