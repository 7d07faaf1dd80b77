//===- Server.h - what an editor asks ---------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_LSP_SERVER_H
#define HOLDFAST_TOOL_LSP_SERVER_H

#include "tool/Isolation.h"
#include "tool/Selection.h"
#include "tool/Sources.h"
#include "tool/Unit.h"
#include "tool/lsp/PolledInput.h"
#include "llvm/Support/LSP/Protocol.h"
#include <deque>
#include <map>

namespace holdfast::tool::lsp {

/// Analyzes each document when it is opened and saved, as it is on disk and as a translation unit
/// by itself, in a child process. One at a time; the analysis of a document that was saved again or
/// closed is stopped. Findings in headers are shown there.
class Server : public Background {
public:
  explicit Server(const Options &O) : O(O) {}

  /// Speaks over In and Out until the editor says exit or goes away. Returns the exit status.
  int run(int In, llvm::raw_ostream &Out);

  int descriptor() const override { return Running ? Running->Process.resultPipe() : -1; }
  int millisecondsLeft() const override {
    return Running ? Running->Process.millisecondsLeft() : -1;
  }
  void onNews() override;

private:
  /// What the editor has.
  struct OpenDocument {
    std::string Uri;  ///< As the editor writes it.
    std::string Text; ///< What it shows, saved or not.
  };

  /// A document that is being analyzed.
  struct Analysis {
    std::string File;
    Child Process;
  };

  void onInitialize(const llvm::lsp::InitializeParams &,
                    llvm::lsp::Callback<llvm::json::Value> Reply);
  void onInitialized(const llvm::lsp::InitializedParams &) {}
  void onShutdown(const llvm::lsp::NoParams &, llvm::lsp::Callback<std::nullptr_t> Reply);
  void onOpen(const llvm::lsp::DidOpenTextDocumentParams &Params);
  void onChange(const llvm::lsp::DidChangeTextDocumentParams &Params);
  void onSave(const llvm::lsp::DidCloseTextDocumentParams &Params);
  void onClose(const llvm::lsp::DidCloseTextDocumentParams &Params);
  void onCodeAction(const llvm::lsp::CodeActionParams &Params,
                    llvm::lsp::Callback<std::vector<llvm::lsp::CodeAction>> Reply);

  /// The editor shows File as it is, or does not show it. Else what was found is elsewhere there.
  bool isSaved(llvm::StringRef File, Sources &Files) const;
  void schedule(const llvm::lsp::URIForFile &Document);
  void cancel(llvm::StringRef File);
  void startNext();
  bool start(const std::string &File);
  void ended(const std::string &File, Ending E);
  void publish(const std::string &File, std::vector<Report> Findings);
  void publishIn(llvm::StringRef File);
  void say(llvm::StringRef Message);

  const Options O;
  llvm::lsp::JSONTransport *Transport = nullptr;
  bool WasShutDown = false;
  std::map<std::string, OpenDocument> Open; ///< By absolute file.
  std::deque<std::string> Waiting;
  std::optional<Analysis> Running;
  /// Document to what was found when it was analyzed.
  std::map<std::string, std::vector<Report>> Found;
};

} // namespace holdfast::tool::lsp

#endif // HOLDFAST_TOOL_LSP_SERVER_H
