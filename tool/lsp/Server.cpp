//===- Server.cpp - what an editor asks -----------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/lsp/Server.h"
#include "tool/Analysis.h"
#include "tool/Collection.h"
#include "tool/Faults.h"
#include "tool/FixWork.h"
#include "tool/Paths.h"
#include "tool/Wire.h"
#include "tool/lsp/Diagnostics.h"
#include "llvm/ADT/STLExtras.h"
#include <numeric>
#include <set>

namespace holdfast::tool::lsp {

using namespace llvm::lsp;
using llvm::json::Object;

int Server::run(int In, llvm::raw_ostream &Out) {
  JSONTransport Messages(std::make_unique<PolledInput>(In, *this), Out);
  MessageHandler Handler(Messages);
  Transport = &Messages;
  Handler.method("initialize", this, &Server::onInitialize);
  Handler.notification("initialized", this, &Server::onInitialized);
  Handler.method("shutdown", this, &Server::onShutdown);
  Handler.notification("textDocument/didOpen", this, &Server::onOpen);
  Handler.notification("textDocument/didChange", this, &Server::onChange);
  Handler.notification("textDocument/didSave", this, &Server::onSave);
  Handler.notification("textDocument/didClose", this, &Server::onClose);
  Handler.method("textDocument/codeAction", this, &Server::onCodeAction);
  llvm::Error Why = Messages.run(Handler);
  Transport = nullptr;
  if (Running)
    Running->Process.kill();
  bool Broke = static_cast<bool>(Why);
  llvm::consumeError(std::move(Why));
  return WasShutDown && !Broke ? 0 : 1;
}

void Server::onInitialize(const InitializeParams &, Callback<llvm::json::Value> Reply) {
  Object Sync{{"openClose", true}, {"change", 2}, {"save", true}};
  Object Capabilities{{"textDocumentSync", std::move(Sync)},
                      {"positionEncoding", "utf-16"},
                      {"codeActionProvider", true}};
  Reply(Object{{"capabilities", std::move(Capabilities)},
               {"serverInfo", Object{{"name", "holdfast"}, {"version", HOLDFAST_VERSION}}}});
}

void Server::onShutdown(const NoParams &, Callback<std::nullptr_t> Reply) {
  WasShutDown = true;
  Reply(nullptr);
}

void Server::onOpen(const DidOpenTextDocumentParams &Params) {
  const URIForFile &Uri = Params.textDocument.uri;
  std::string File = absolutePath(Uri.file());
  Open[File] = {Uri.uri().str(), Params.textDocument.text};
  schedule(Uri);
}

/// A document that has become what its file is, without being saved, was loaded again.
void Server::onChange(const DidChangeTextDocumentParams &Params) {
  auto It = Open.find(absolutePath(Params.textDocument.uri.file()));
  if (It == Open.end())
    return;
  (void)TextDocumentContentChangeEvent::applyTo(Params.contentChanges, It->second.Text);
  if (Sources Files; isSaved(It->first, Files))
    schedule(Params.textDocument.uri);
}

void Server::onSave(const DidCloseTextDocumentParams &Params) {
  std::string File = absolutePath(Params.textDocument.uri.file());
  if (auto It = Open.find(File); It != Open.end())
    It->second.Text = Sources().text(File).str();
  schedule(Params.textDocument.uri);
}

/// As far as an editor tells: line ends and the mark of UTF-8 are its own affair.
static std::string told(llvm::StringRef Text) {
  Text.consume_front("\xEF\xBB\xBF");
  std::string Result = Text.str();
  llvm::erase(Result, '\r');
  return Result;
}

bool Server::isSaved(llvm::StringRef File, Sources &Files) const {
  auto It = Open.find(File.str());
  return It == Open.end() || told(It->second.Text) == told(Files.text(File));
}

/// What was found stays known no longer than the document is open.
void Server::onClose(const DidCloseTextDocumentParams &Params) {
  std::string File = absolutePath(Params.textDocument.uri.file());
  cancel(File);
  publish(File, {});
  Found.erase(File);
  Open.erase(File);
  startNext();
}

void Server::onCodeAction(const CodeActionParams &Params, Callback<std::vector<CodeAction>> Reply) {
  std::string File = absolutePath(Params.textDocument.uri.file());
  Sources Files;
  std::vector<CodeAction> Result;
  std::set<std::string> Known;
  auto IsSaved = [&](llvm::StringRef Each) { return isSaved(Each, Files); };
  for (const auto &[Document, Reports] : Found)
    for (const Report &R : Reports) {
      Range Where = rangeOf(R.Where, Files);
      bool IsMeant = R.Where.File == File && Where.start.line <= Params.range.end.line &&
                     Params.range.start.line <= Where.end.line;
      if (IsMeant && Known.insert(R.Fingerprint).second)
        llvm::append_range(Result, actionsFor(R, Params.textDocument.uri.uri(), Files, IsSaved));
    }
  Reply(std::move(Result));
}

void Server::schedule(const URIForFile &Document) {
  std::string File = absolutePath(Document.file());
  cancel(File);
  Waiting.push_back(File);
  startNext();
}

void Server::cancel(llvm::StringRef File) {
  llvm::erase_if(Waiting, [&](const std::string &W) { return W == File; });
  if (!Running || Running->File != File)
    return;
  Running->Process.kill();
  Running.reset();
}

void Server::startNext() {
  while (!Running && !Waiting.empty()) {
    std::string File = std::move(Waiting.front());
    Waiting.pop_front();
    if (!start(File))
      publish(File, {});
  }
}

/// Parses U once more, if there is something to fix.
static void addFixes(const Unit &U, std::vector<Report> &Reports, const ParseOptions &Parse) {
  if (Reports.empty())
    return;
  std::vector<size_t> All(Reports.size());
  std::iota(All.begin(), All.end(), 0);
  give(Reports, proposalsOf(U, Reports, All, Parse));
}

/// The database and the configuration are read anew each time: both change while an editor is open.
bool Server::start(const std::string &File) {
  Options Asked = O;
  Asked.Paths = {File};
  llvm::Expected<Choice> Chosen = chooseUnits(Asked);
  if (!Chosen) {
    say(llvm::toString(Chosen.takeError()));
    return false;
  }
  if (Chosen->Selected.Units.empty()) // Excluded.
    return false;
  const Unit &U = Chosen->Selected.Units.front();
  if (U.Planned != Unit::Fate::Analyze) {
    const std::vector<std::string> &Errors = Chosen->Config.errors();
    say(shownPath(File) + ": " + (Errors.empty() ? U.Excuse : Errors.front()));
    return false;
  }
  ParseOptions Parse = parseOptions(O);
  Child C = Child::start(
      [&](Send Out) {
        injectFault(U.File);
        Outcome O = analyzeUnit(U, Parse);
        addFixes(U, O.Reports, Parse);
        Out(encodeOutcome(O));
      },
      O.PerUnit);
  if (!C.isRunning()) {
    say("the system refused another process");
    return false;
  }
  Running.emplace(Analysis{File, std::move(C)});
  return true;
}

void Server::onNews() {
  if (!Running)
    return;
  std::optional<Ending> E;
  if (Running->Process.millisecondsLeft() == 0)
    E = Running->Process.stopIfStuck();
  else if (Running->Process.read())
    E = Running->Process.finish();
  if (!E)
    return;
  std::string File = std::move(Running->File);
  Running.reset();
  ended(File, std::move(*E));
  startNext();
}

void Server::ended(const std::string &File, Ending E) {
  std::optional<Outcome> Out = decodeOutcome(E.Sent);
  if (!Out) {
    say(shownPath(File) + ": " + E.Death);
    return publish(File, {});
  }
  if (Out->S == Outcome::Status::Failed)
    say(shownPath(File) + ": " + Out->Reason);
  Sources Files;
  Options Asked = O;
  Asked.Paths = {File};
  llvm::Expected<Configuration> Config = Configuration::create(Asked);
  if (!Config)
    return llvm::consumeError(Config.takeError()); // Said when the analysis was started.
  llvm::Expected<Collection> All = Collection::create(Asked, Files, *Config);
  if (!All)
    return say(llvm::toString(All.takeError()));
  All->addMainFile(File);
  All->add(std::move(Out->Reports));
  publish(File, All->take());
}

/// Shows Findings instead of what was found in File before, also in headers.
void Server::publish(const std::string &File, std::vector<Report> Findings) {
  std::set<std::string> Touched = {File};
  for (const Report &R : Found[File])
    Touched.insert(R.Where.File);
  for (const Report &R : Findings)
    Touched.insert(R.Where.File);
  Found[File] = std::move(Findings);
  for (const std::string &Name : Touched)
    publishIn(Name);
}

void Server::publishIn(llvm::StringRef File) {
  Sources Files;
  std::set<std::string> Known;
  std::deque<Diagnostic> Shown; // JSON refers to the strings of what it was made from.
  llvm::json::Array Diagnostics;
  for (const auto &[Document, Reports] : Found)
    for (const Report &R : Reports)
      if (R.Where.File == File && Known.insert(R.Fingerprint).second) {
        llvm::json::Value D = toJSON(Shown.emplace_back(diagnosticOf(R, Files)));
        (*D.getAsObject())["code"] = R.Rule; // LLVM's type has no field for it.
        Diagnostics.push_back(std::move(D));
      }
  auto It = Open.find(File.str());
  std::string Uri = It != Open.end() ? It->second.Uri : "file://" + uriOf(File);
  Transport->notify("textDocument/publishDiagnostics",
                    Object{{"uri", Uri}, {"diagnostics", std::move(Diagnostics)}});
}

void Server::say(llvm::StringRef Message) {
  constexpr int Warning = 2;
  Transport->notify("window/logMessage", Object{{"type", Warning}, {"message", Message}});
}

} // namespace holdfast::tool::lsp
