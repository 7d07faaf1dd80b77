//===- fuzz-roundtrip.cpp - both forms of random effect programs ----------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A program that no text made: both forms of it read as it is.
//
//===----------------------------------------------------------------------===//
#include "ProgramGenerator.h"
#include "Promises.h"
#include "Solving.h"
#include "ir/Fields.h"

using namespace holdfast;

namespace {
/// Replaces some strings by arbitrary ones, and locations by odd ones.
class Distortion : public ir::FieldWalk<ir::FieldEditor> {
public:
  Distortion(ir::Module &M, FuzzedDataProvider &Data) : M(M), Data(Data) {
    for (unsigned N = Data.ConsumeIntegralInRange<unsigned>(0, 3); N; --N)
      Strings.push_back(M.intern(Data.ConsumeRandomLengthString(12)));
    if (Data.ConsumeBool())
      M.addFile(Data.ConsumeRandomLengthString(8));
  }
  void symbol(ir::Symbol &S) {
    if (!Strings.empty() && Data.ConsumeIntegralInRange<unsigned>(0, 15) == 15)
      S = Strings[Data.ConsumeIntegralInRange<size_t>(0, Strings.size() - 1)];
  }
  void location(ir::Location &L) {
    switch (Data.ConsumeIntegralInRange<unsigned>(0, 15)) {
    case 13:
      L.File = M.Files.size() - 1;
      break;
    case 14:
      L.Line = Data.ConsumeIntegral<uint32_t>();
      L.EndLine = Data.ConsumeBool() ? L.Line : Data.ConsumeIntegral<uint32_t>();
      break;
    case 15:
      L.EndColumn = Data.ConsumeIntegral<uint32_t>();
      L.InMacro = true;
      break;
    }
    if (!L.isValid()) // An unknown place says nothing else.
      L = {};
  }

private:
  ir::Module &M;
  FuzzedDataProvider &Data;
  std::vector<ir::Symbol> Strings;
};
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Bytes, size_t Size) {
  std::vector<uint8_t> Choices = fuzz::choices({Bytes, Size});
  FuzzedDataProvider Data(Choices.data(), Choices.size());
  ir::Module M = fuzz::generateProgram(Data, fuzz::library());
  Distortion Distort(M, Data);
  for (ir::Function &F : M.Functions)
    for (ir::Block &B : F.Blocks)
      for (ir::Effect &E : B.Effects)
        if (!std::holds_alternative<ir::ModelOp>(E.What)) // A shape has certain letters only.
          ir::fields(Distort, E);
  for (ir::Function &F : M.Functions)
    for (ir::Variable &V : F.Vars)
      ir::fields(Distort, V);
  fuzz::requireRoundTrip(M);
  return 0;
}
