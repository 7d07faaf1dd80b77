//===- FixWork.h - units are parsed again for their fixes -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Findings come from the linked program, which has no syntax trees. For fixes, the units that see
// the place of a finding are parsed once more, in children, and each says what it would do. A place
// in a header is seen by many: two units of each language standard are asked, and a fix must be
// right for all that know the place.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_FIXWORK_H
#define HOLDFAST_TOOL_FIXWORK_H

#include "tool/Parse.h"
#include "tool/Runner.h"
#include "llvm/ADT/ArrayRef.h"
#include <map>

namespace holdfast::tool {

/// The units, by number, that have code in a file, by its name.
using Readers = std::map<std::string, std::vector<size_t>>;

class FixWork : public Workload {
public:
  FixWork(llvm::ArrayRef<Unit> Units, llvm::MutableArrayRef<Report> Findings, const Readers &Seen,
          const ParseOptions &Parse);

  std::optional<size_t> next() override;
  void work(size_t Task, Send Out) override;
  void ended(size_t Task, Ending E) override;

  /// Gives the findings their fixes. Returns what went wrong, one line each.
  std::vector<std::string> finish();

private:
  std::vector<size_t> askedFor(llvm::StringRef File, const Readers &Seen) const;

  llvm::ArrayRef<Unit> Units;
  llvm::MutableArrayRef<Report> Findings;
  const ParseOptions &Parse;
  std::vector<std::pair<size_t, std::vector<size_t>>> Tasks; ///< A unit, and what it is asked for.
  size_t Next = 0;
  /// By finding and unit, so that the order in which children end does not matter.
  std::map<std::pair<size_t, size_t>, Proposal> Answers;
  std::map<size_t, std::string> Problems; ///< By task.
};

/// Asks the units in Options.Jobs children at a time. Returns what went wrong.
std::vector<std::string> findFixes(llvm::ArrayRef<Unit> Units,
                                   llvm::MutableArrayRef<Report> Findings, const Readers &Seen,
                                   const ParseOptions &Parse, const RunnerOptions &Each);

/// Findings get the fixes and the advice of All, which is sorted; an advice is given once.
void give(llvm::MutableArrayRef<Report> Findings, std::vector<Proposal> All);

/// The fixes of Findings in U, which is parsed here. For children.
std::vector<Proposal> proposalsOf(const Unit &U, llvm::ArrayRef<Report> Findings,
                                  llvm::ArrayRef<size_t> Asked, const ParseOptions &Parse);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_FIXWORK_H
