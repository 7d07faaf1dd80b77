//===- Patch.cpp - what changes, as patch(1) reads it ---------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The shortest edit script, by the greedy algorithm of Myers, "An O(ND) Difference Algorithm and
// Its Variations", Algorithmica 1986.
//
//===----------------------------------------------------------------------===//
#include "tool/Patch.h"
#include "tool/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

namespace holdfast::tool {
namespace {

using Lines = std::vector<llvm::StringRef>;

/// With their ends; the last one may have none.
Lines linesOf(llvm::StringRef Text) {
  Lines Result;
  while (!Text.empty()) {
    size_t End = std::min(Text.find('\n'), Text.size() - 1) + 1;
    Result.push_back(Text.take_front(End));
    Text = Text.drop_front(End);
  }
  return Result;
}

/// A line of either side, or of both (' ').
struct Step {
  char Kind; ///< ' ', '-' or '+'.
  size_t Old, New;
};

/// How far one got on the diagonals around the middle one before the D-th change, D = 0, 1, ...;
/// the last change reaches the end.
using Reach = std::vector<std::vector<int>>;

/// Whether the way to diagonal K with D changes ends with an added line.
bool comesFromAbove(const std::vector<int> &Before, int K, int D) {
  int Middle = static_cast<int>(Before.size()) / 2;
  return K == -D || (K != D && Before[Middle + K - 1] < Before[Middle + K + 1]);
}

Reach reach(const Lines &A, const Lines &B) {
  const int N = A.size(), M = B.size(), Middle = N + M + 1;
  std::vector<int> Far(2 * Middle + 2, 0);
  Reach Result;
  for (int D = 0;; ++D) {
    Result.emplace_back(Far.begin() + Middle - D - 1, Far.begin() + Middle + D + 2);
    for (int K = -D; K <= D; K += 2) {
      int X = comesFromAbove(Result.back(), K, D) ? Far[Middle + K + 1] : Far[Middle + K - 1] + 1;
      while (X < N && X - K < M && A[X] == B[X - K])
        ++X;
      Far[Middle + K] = X;
      if (X >= N && X - K >= M)
        return Result;
    }
  }
}

std::vector<Step> scriptOf(const Lines &A, const Lines &B) {
  Reach All = reach(A, B);
  std::vector<Step> Result;
  int X = A.size(), Y = B.size();
  for (int D = static_cast<int>(All.size()) - 1; D >= 0; --D) {
    const std::vector<int> &Before = All[D];
    const int Middle = static_cast<int>(Before.size()) / 2, K = X - Y;
    bool Adds = comesFromAbove(Before, K, D);
    int FromX = D == 0 ? 0 : Before[Middle + (Adds ? K + 1 : K - 1)];
    int FromY = D == 0 ? 0 : FromX - (Adds ? K + 1 : K - 1);
    while (X > FromX && Y > FromY) {
      --X, --Y;
      Result.push_back({' ', size_t(X), size_t(Y)});
    }
    if (D == 0)
      break;
    Adds ? --Y : --X;
    Result.push_back({Adds ? '+' : '-', size_t(X), size_t(Y)});
  }
  std::reverse(Result.begin(), Result.end());
  return Result;
}

/// Lines at the beginning and end that are the same need no algorithm.
std::vector<Step> differences(Lines A, Lines B) {
  const size_t Shorter = std::min(A.size(), B.size());
  size_t Front = 0, Back = 0;
  while (Front < Shorter && A[Front] == B[Front])
    ++Front;
  while (Back < Shorter - Front && A[A.size() - 1 - Back] == B[B.size() - 1 - Back])
    ++Back;
  std::vector<Step> Result;
  for (size_t I = 0; I != Front; ++I)
    Result.push_back({' ', I, I});
  for (Step S :
       scriptOf(Lines(A.begin() + Front, A.end() - Back), Lines(B.begin() + Front, B.end() - Back)))
    Result.push_back({S.Kind, S.Old + Front, S.New + Front});
  for (size_t I = 0; I != Back; ++I)
    Result.push_back({' ', A.size() - Back + I, B.size() - Back + I});
  return Result;
}

class Writer {
public:
  Writer(llvm::raw_ostream &OS, const Lines &A, const Lines &B, bool Colors)
      : OS(OS), A(A), B(B), Colors(Colors) {}

  void writeHunks(llvm::ArrayRef<Step> Script);

private:
  void writeHunk(llvm::ArrayRef<Step> Script);
  void writeLine(const Step &S);
  void colored(llvm::StringRef Code, llvm::StringRef Text) {
    if (Colors)
      OS << "\033[" << Code << 'm' << Text << "\033[0m";
    else
      OS << Text;
  }

  llvm::raw_ostream &OS;
  const Lines &A, &B;
  bool Colors;
};

void Writer::writeLine(const Step &S) {
  llvm::StringRef Line = S.Kind == '+' ? B[S.New] : A[S.Old];
  llvm::StringRef Text = Line.rtrim('\n');
  colored(S.Kind == '+' ? "32" : S.Kind == '-' ? "31" : "0", std::string(1, S.Kind) + Text.str());
  OS << '\n';
  if (Text.size() == Line.size())
    OS << "\\ No newline at end of file\n";
}

void Writer::writeHunk(llvm::ArrayRef<Step> Script) {
  auto Count = [&](char Not) {
    return llvm::count_if(Script, [&](const Step &S) { return S.Kind != Not; });
  };
  // A side without lines is named by the line before it.
  auto Range = [](size_t First, size_t N) {
    return std::to_string(N ? First + 1 : First) + (N == 1 ? "" : "," + std::to_string(N));
  };
  colored("36", "@@ -" + Range(Script.front().Old, Count('+')) + " +" +
                    Range(Script.front().New, Count('-')) + " @@");
  OS << '\n';
  for (const Step &S : Script)
    writeLine(S);
}

void Writer::writeHunks(llvm::ArrayRef<Step> Script) {
  constexpr size_t Context = 3;
  auto IsChange = [](const Step &S) { return S.Kind != ' '; };
  for (size_t I = 0; I < Script.size();) {
    size_t First = llvm::find_if(Script.drop_front(I), IsChange) - Script.begin();
    if (First == Script.size())
      return;
    size_t Last = First;
    for (size_t At = First; At < Script.size() && At <= Last + 2 * Context; ++At)
      if (IsChange(Script[At]))
        Last = At;
    size_t Begin = std::max(I, First - std::min(First, Context));
    I = std::min(Script.size(), Last + 1 + Context);
    writeHunk(Script.slice(Begin, I - Begin));
  }
}

} // namespace

std::string unifiedDiff(const EditedFile &F, bool Colors) {
  if (F.Before == F.After)
    return "";
  Lines A = linesOf(F.Before), B = linesOf(F.After);
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  std::string Path = llvm::StringRef(shownPath(F.File)).ltrim('/').str();
  OS << "--- a/" << Path << "\n+++ b/" << Path << '\n';
  Writer(OS, A, B, Colors).writeHunks(differences(A, B));
  OS.flush();
  return Result;
}

} // namespace holdfast::tool
