//===- hfx-roundtrip.cpp - both forms of a module and back ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads FILE in either form and prints it as text; fails unless text and binary
// form both give the module back that they were made from.
//
//   hfx-roundtrip FILE             prints the text
//   hfx-roundtrip --binary FILE    writes the binary form
//   hfx-roundtrip --damage FILE    reads every prefix of the binary form and every
//                                  change of one bit, also behind a fitting checksum
//   hfx-roundtrip --version FILE   reads the binary form of another version
//
//===----------------------------------------------------------------------===//
#include "ir/Binary.h"
#include "ir/Text.h"
#include "ir/Verify.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

using namespace holdfast;

static constexpr size_t HeaderSize = 16;

static int complain(const llvm::Twine &Message) {
  llvm::errs() << Message << '\n';
  return 1;
}

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

/// What Read makes of Bytes must print as Expected.
template <class Reader>
static bool rereads(llvm::StringRef What, Reader Read, llvm::StringRef Bytes,
                    const std::string &Expected) {
  llvm::Expected<ir::Module> M = Read(Bytes, "again");
  if (!M) {
    complain("the " + What + " form is not read: " + llvm::toString(M.takeError()));
    return false;
  }
  if (text(*M) == Expected && binary(*M) == binary(*Read(Bytes, "again")))
    return true;
  complain("the " + What + " form reads as another module:\n" + text(*M));
  return false;
}

static int roundTrip(const ir::Module &M) {
  if (std::optional<std::string> Defect = ir::findDefect(M))
    return complain("defect: " + *Defect);
  std::string Text = text(M);
  if (!rereads("text", ir::parseText, Text, Text) ||
      !rereads("binary", ir::readBinary, binary(M), Text))
    return 1;
  // The binary form depends on what the module says, not on how it came about.
  if (binary(*ir::parseText(Text, "again")) != binary(M))
    return complain("the bytes differ after a round trip through text");
  llvm::outs() << Text;
  return 0;
}

static void fixChecksum(std::string &Bytes) {
  llvm::support::endian::write64le(
      Bytes.data() + 8, llvm::xxh3_64bits(llvm::StringRef(Bytes).drop_front(HeaderSize)));
}

/// True when Bytes are refused; a module that is read nevertheless must be a sound one.
static bool isRefused(const std::string &Bytes) {
  // A copy of the exact size, so that AddressSanitizer sees a read past the end.
  std::vector<char> Exact(Bytes.begin(), Bytes.end());
  llvm::Expected<ir::Module> M =
      ir::readBinary(llvm::StringRef(Exact.data(), Exact.size()), "damaged");
  if (!M) {
    llvm::consumeError(M.takeError());
    return true;
  }
  (void)text(*M);
  if (std::optional<std::string> Defect = ir::findDefect(*M))
    llvm::report_fatal_error(llvm::Twine("read with a defect: ") + *Defect);
  return false;
}

static int damage(const ir::Module &M) {
  const std::string Good = binary(M);
  size_t Accepted = 0;
  for (size_t Size = 0; Size != Good.size(); ++Size) {
    std::string Prefix = Good.substr(0, Size);
    Accepted += !isRefused(Prefix);
    if (Size < HeaderSize)
      continue;
    fixChecksum(Prefix);
    if (!isRefused(Prefix))
      return complain("accepted a prefix of " + llvm::Twine(Size) + " bytes");
  }
  for (size_t Bit = 0; Bit != Good.size() * 8; ++Bit) {
    std::string Flipped = Good;
    Flipped[Bit / 8] ^= 1 << Bit % 8;
    Accepted += !isRefused(Flipped);
    fixChecksum(Flipped);
    (void)isRefused(Flipped); // May be another sound module.
  }
  llvm::outs() << "damaged files accepted: " << Accepted << '\n';
  return Accepted != 0;
}

static int otherVersion(const ir::Module &M) {
  std::string Bytes = binary(M);
  llvm::support::endian::write32le(Bytes.data() + 4, 77);
  llvm::Expected<ir::Module> Read = ir::readModule(Bytes, "old.hfx");
  return Read ? complain("accepted") : complain(llvm::toString(Read.takeError()));
}

int main(int Argc, char **Argv) {
  llvm::StringRef Mode = Argc == 3 ? Argv[1] : "";
  if (Argc != 2 && Argc != 3)
    return complain("usage: hfx-roundtrip [--binary | --damage | --version] FILE");
  const char *Name = Argv[Argc - 1];
  auto Buffer = llvm::MemoryBuffer::getFile(Name);
  if (!Buffer)
    return complain(llvm::Twine(Name) + ": " + Buffer.getError().message());
  llvm::Expected<ir::Module> M = ir::readModule((*Buffer)->getBuffer(), Name);
  if (!M)
    return complain(llvm::toString(M.takeError()));
  if (Mode == "--binary") {
    llvm::outs() << binary(*M);
    return 0;
  }
  if (Mode == "--damage")
    return damage(*M);
  if (Mode == "--version")
    return otherVersion(*M);
  return roundTrip(*M);
}
