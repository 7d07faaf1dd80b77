//===- fuzz-binary.cpp - the binary reader against any input --------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Bytes are refused with a message, or are a sound module that reads again, in both
// forms, as it is. The mutator repairs the header three times out of four: no
// random change would get past the checksum.
//
//===----------------------------------------------------------------------===//
#include "Promises.h"
#include "ir/Binary.h"
#include "ir/BinaryLayout.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/xxhash.h"

using namespace holdfast;

extern "C" size_t LLVMFuzzerMutate(uint8_t *Data, size_t Size, size_t MaxSize);

/// Magic, version and checksum as they should be.
static void repairHeader(uint8_t *Data, size_t Size) {
  std::copy(ir::BinaryMagic.begin(), ir::BinaryMagic.end(), Data);
  llvm::support::endian::write32le(Data + 4, ir::BinaryVersion);
  llvm::ArrayRef<uint8_t> Content(Data + ir::BinaryHeaderSize, Size - ir::BinaryHeaderSize);
  llvm::support::endian::write64le(Data + 8, llvm::xxh3_64bits(Content));
}

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t *Data, size_t Size, size_t MaxSize,
                                          unsigned Seed) {
  constexpr size_t Header = ir::BinaryHeaderSize;
  if (Seed % 4 == 0 || Size < Header || MaxSize <= Header)
    return LLVMFuzzerMutate(Data, Size, MaxSize);
  // Mutating the content alone keeps the header where it is.
  size_t Content = LLVMFuzzerMutate(Data + Header, Size - Header, MaxSize - Header);
  repairHeader(Data, Header + Content);
  return Header + Content;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  llvm::StringRef Bytes(reinterpret_cast<const char *>(Data), Size);
  llvm::Expected<ir::Module> M = ir::readBinary(Bytes, "fuzzed");
  if (M)
    fuzz::requireRoundTrip(*M);
  else
    fuzz::require(!llvm::toString(M.takeError()).empty(), "an error says what is wrong");
  return 0;
}
