//===- Diagnostics.h - findings as an editor takes them ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_LSP_DIAGNOSTICS_H
#define HOLDFAST_TOOL_LSP_DIAGNOSTICS_H

#include "tool/Sources.h"
#include "tool/Unit.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/LSP/Protocol.h"

namespace holdfast::tool::lsp {

/// Places count bytes from 1, an editor UTF-16 code units from 0.
llvm::lsp::Range rangeOf(const Place &P, Sources &Files);

/// With the notes as related information.
llvm::lsp::Diagnostic diagnosticOf(const Report &R, Sources &Files);

/// Whether a file is what the editor shows of it.
using SavedFn = llvm::function_ref<bool(llvm::StringRef File)>;

/// Edits that an editor offers for R in the document Uri: its fixes, the best one first, and a
/// comment that silences it. None where a file that they edit is not saved: they were made for what
/// it is on the disk.
std::vector<llvm::lsp::CodeAction> actionsFor(const Report &R, llvm::StringRef Uri, Sources &Files,
                                              SavedFn IsSaved);

} // namespace holdfast::tool::lsp

#endif // HOLDFAST_TOOL_LSP_DIAGNOSTICS_H
