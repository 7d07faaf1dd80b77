//===- hfx-mutate.cpp - both readers against damaged input ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   hfx-mutate COUNT FILE...
//
// Reads COUNT random variations of each FILE as text, and of its binary form behind
// a checksum that fits. A variation is refused with a message, or is a sound module
// that prints as text which reads as the same module. The same variations every time.
//
//===----------------------------------------------------------------------===//
#include "ir/Binary.h"
#include "ir/Text.h"
#include "ir/Verify.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"
#include <random>

using namespace holdfast;

static constexpr size_t HeaderSize = 16;

static int complain(const llvm::Twine &Message) {
  llvm::errs() << Message << '\n';
  return 1;
}

namespace {

class Mutator {
public:
  /// Pieces of one input go into another of its kind.
  void learn(std::string Input) { Corpus.push_back(std::move(Input)); }

  std::string vary(llvm::StringRef Input) {
    std::string Result = Input.str();
    for (size_t Steps = 1 + below(4); Steps; --Steps)
      change(Result);
    return Result;
  }

private:
  // Not std::uniform_int_distribution, whose numbers differ between libraries.
  size_t below(size_t Limit) { return Limit ? Random() % Limit : 0; }

  void change(std::string &S) {
    size_t At = below(S.size() + 1);
    size_t Length = std::min<size_t>(below(12), S.size() - At);
    switch (below(6)) {
    case 0:
      S.erase(At, Length);
      break;
    case 1:
      S.insert(At, S.substr(below(S.size() + 1), below(30)));
      break;
    case 2: {
      const std::string &Other = Corpus[below(Corpus.size())];
      S.replace(At, Length, Other.substr(below(Other.size() + 1), below(40)));
      break;
    }
    case 3:
      S.insert(At, 1, static_cast<char>(below(256)));
      break;
    default:
      if (At < S.size())
        S[At] = static_cast<char>(below(3) ? S[At] ^ (1 << below(8)) : below(256));
    }
  }

  std::mt19937 Random{1}; // The standard fixes its numbers.
  std::vector<std::string> Corpus;
};

/// What one kind of variations came to.
struct Tally {
  unsigned Accepted = 0;
  unsigned Refused = 0;
};

} // namespace

static std::string text(const ir::Module &M) {
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  ir::printText(M, OS);
  return Result;
}

static std::string binary(const ir::Module &M) {
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  ir::writeBinary(M, OS);
  return Result;
}

static std::string withChecksum(std::string Content, llvm::StringRef Header) {
  std::string Bytes = Header.str() + Content;
  llvm::support::endian::write64le(Bytes.data() + 8, llvm::xxh3_64bits(Content));
  return Bytes;
}

/// The promise that M or its text breaks, or nothing.
static std::string brokenPromise(const ir::Module &M) {
  if (std::optional<std::string> Defect = ir::findDefect(M))
    return *Defect;
  std::string Text = text(M);
  llvm::Expected<ir::Module> Again = ir::parseText(Text, "again");
  if (!Again)
    return llvm::toString(Again.takeError()) + "\n" + Text;
  if (text(*Again) != Text)
    return "reads as\n" + text(*Again) + "but was\n" + Text;
  return "";
}

template <class Reader> static bool holds(Reader Read, const std::string &Input, Tally &T) {
  // A copy of the exact size, so that AddressSanitizer sees a read past the end.
  std::vector<char> Exact(Input.begin(), Input.end());
  llvm::Expected<ir::Module> M = Read(llvm::StringRef(Exact.data(), Exact.size()), "varied");
  if (!M) {
    ++T.Refused;
    return !llvm::toString(M.takeError()).empty();
  }
  ++T.Accepted;
  std::string Broken = brokenPromise(*M);
  return Broken.empty() || !complain(Broken);
}

int main(int Argc, char **Argv) {
  unsigned Count = 0;
  if (Argc < 3 || llvm::StringRef(Argv[1]).getAsInteger(10, Count))
    return complain("usage: hfx-mutate COUNT FILE...");
  std::vector<std::string> Texts, Contents;
  Mutator TextMutator, BinaryMutator;
  std::string Header;
  for (const char *Name : llvm::ArrayRef(Argv + 2, Argc - 2)) {
    auto Buffer = llvm::MemoryBuffer::getFile(Name);
    if (!Buffer)
      return complain(llvm::Twine(Name) + ": " + Buffer.getError().message());
    llvm::Expected<ir::Module> M = ir::readModule((*Buffer)->getBuffer(), Name);
    if (!M)
      return complain(llvm::toString(M.takeError()));
    std::string Bytes = binary(*M);
    Header = Bytes.substr(0, HeaderSize);
    Texts.push_back((*Buffer)->getBuffer().str());
    Contents.push_back(Bytes.substr(HeaderSize));
    TextMutator.learn(Texts.back());
    BinaryMutator.learn(Contents.back());
  }
  Tally Text, Binary;
  for (size_t File = 0; File != Texts.size(); ++File) {
    for (unsigned I = 0; I != Count; ++I) {
      if (!holds(ir::parseText, TextMutator.vary(Texts[File]), Text))
        return 1;
      std::string Varied = withChecksum(BinaryMutator.vary(Contents[File]), Header);
      if (!holds(ir::readBinary, Varied, Binary))
        return 1;
    }
  }
  llvm::outs() << "text: " << Text.Accepted << " accepted, " << Text.Refused << " refused\n"
               << "binary: " << Binary.Accepted << " accepted, " << Binary.Refused << " refused\n";
  return 0;
}
