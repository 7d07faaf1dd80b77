//===- Edits.h - changes of many source files, made together ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   EditSet All;
//   for (const fix::Fix &F : Fixes)
//     if (llvm::Error E = All.add(F.Edits))   // all edits of F or none
//       …                                     // says with what it overlaps
//   auto Files = All.apply();                 // in memory
//   for (const EditedFile &F : *Files)
//     llvm::outs() << unifiedDiff(F);
//   llvm::Error E = writeAll(*Files);         // all files or none
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_EDITS_H
#define HOLDFAST_TOOL_EDITS_H

#include "fix/Fix.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <map>
#include <set>

namespace holdfast::tool {

/// A file as it is and as it is to be.
struct EditedFile {
  std::string File; ///< Absolute, without symbolic links.
  std::string Before, After;
};

/// Edits that fit each other. Several units see one header and ask for the same edits of it: those
/// are made once.
class EditSet {
public:
  /// Adds Edits, all or none. An edit that is there already, of the same text at the same place, is
  /// not made again. The error says which two edits overlap. Whole lines that are inserted at one
  /// place (`#include`s) do not: they are put in the order of their text.
  llvm::Error add(llvm::ArrayRef<fix::Edit> Edits);

  bool isEmpty() const { return Files.empty(); }

  /// The files with all edits made, by name: line ends are those of the file, and changed lines are
  /// formatted where a .clang-format is in force; `#include`s are not sorted. Reads files, writes
  /// nothing. The error names what cannot be read, is not what an edit was made for, or has a
  /// .clang-format that is none.
  llvm::Expected<std::vector<EditedFile>> apply() const;

private:
  std::map<std::string, std::set<fix::Edit>> Files; ///< By real path.
};

/// Makes After the contents of each file, or changes nothing: every file is written beside its old
/// self first, then all are renamed. The error names the file that cannot be written (read-only,
/// changed since Before was read).
llvm::Error writeAll(llvm::ArrayRef<EditedFile> Files);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_EDITS_H
