//===- Sarif.cpp - SARIF 2.1.0 --------------------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// https://docs.oasis-open.org/sarif/sarif/v2.1.0, as GitHub code scanning reads it: regions on one
// line, paths relative to the root of the sources, fingerprints under a name of our own (under
// GitHub's own name it would expect its own hash), an automation id that ends in a slash.
//
//===----------------------------------------------------------------------===//
#include "rules/Rule.h"
#include "tool/Paths.h"
#include "tool/output/Output.h"
#include "tool/output/Region.h"
#include "tool/output/RulePage.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/JSON.h"

namespace holdfast::tool {
namespace {

using llvm::json::OStream;

/// What GitHub takes: results of a run, steps of a flow, characters of a description.
constexpr size_t MostResults = 25000, MostSteps = 1000, LongestDescription = 1024;
constexpr llvm::StringLiteral Root = "SRCROOT";

void text(OStream &J, llvm::StringRef Key, llvm::StringRef Text) {
  J.attributeObject(Key, [&] { J.attribute("text", Text); });
}

class SarifWriter {
public:
  SarifWriter(OStream &J, const RunReport &R) : J(J), R(R) {}
  void write();

private:
  void writeRule(const rules::Rule &Rule);
  void writeTool();
  void writeInvocation();
  void writeArtifact(llvm::StringRef File);
  void writePhysical(const Place &P);
  void writeLocation(const Place &P, llvm::StringRef Message);
  void writeFlow(const Report &F);
  void writeRelated(const Report &F);
  void writeFix(const fix::Fix &F);
  void writeReplacement(const fix::Edit &E);
  void writeResult(const Report &F);

  OStream &J;
  const RunReport &R;
};

void SarifWriter::writeRule(const rules::Rule &Rule) {
  RulePage Page = pageOf(Rule.Name);
  J.attribute("id", Rule.Name);
  J.attribute("name", Rule.Name);
  text(J, "shortDescription", Rule.Summary);
  text(J, "fullDescription", llvm::StringRef(Page.Introduction).take_front(LongestDescription));
  J.attributeObject("help", [&] {
    J.attribute("text", Page.Markdown);
    J.attribute("markdown", Page.Markdown);
  });
  J.attributeObject("defaultConfiguration", [&] { J.attribute("level", "error"); });
  J.attributeObject("properties", [&] {
    J.attribute("precision", "high");
    J.attribute("problem.severity", "error");
    J.attributeArray("tags", [&] {
      J.value("correctness");
      J.value("reliability");
      J.value(Rule.ClaimsRace ? "concurrency" : "memory-safety");
    });
  });
}

void SarifWriter::writeTool() {
  J.attributeObject("driver", [&] {
    J.attribute("name", "Holdfast");
    J.attribute("version", HOLDFAST_VERSION);
    J.attribute("semanticVersion", HOLDFAST_VERSION);
    J.attributeArray("rules", [&] {
      for (const rules::Rule &Rule : rules::allRules())
        J.object([&] { writeRule(Rule); });
    });
  });
}

/// What was not analyzed, so that no reader takes silence for an answer.
void SarifWriter::writeInvocation() {
  bool IsWhole =
      llvm::all_of(R.Troubles, [](const Trouble &T) { return T.K == Trouble::Kind::Skipped; });
  J.attribute("executionSuccessful", IsWhole && !R.Totals.Interrupted);
  J.attributeArray("toolExecutionNotifications", [&] {
    for (const Trouble &T : R.Troubles)
      J.object([&] {
        J.attribute("level", T.K == Trouble::Kind::Skipped ? "note" : "error");
        text(J, "message", T.Message);
        if (!T.Where.File.empty())
          J.attributeArray("locations", [&] { J.object([&] { writeLocation(T.Where, ""); }); });
      });
  });
}

void SarifWriter::writeArtifact(llvm::StringRef File) {
  std::string Shown = shownPath(File);
  if (Shown != File) {
    J.attribute("uri", uriOf(Shown));
    J.attribute("uriBaseId", Root);
  } else {
    J.attribute("uri", "file://" + uriOf(File));
  }
}

void SarifWriter::writePhysical(const Place &P) {
  J.attributeObject("artifactLocation", [&] { writeArtifact(P.File); });
  Region Where = regionOf(P, R.Files);
  if (!Where.Line)
    return;
  J.attributeObject("region", [&] {
    J.attribute("startLine", Where.Line);
    J.attribute("startColumn", Where.Column);
    J.attribute("endLine", Where.Line);
    J.attribute("endColumn", Where.EndColumn);
  });
}

void SarifWriter::writeLocation(const Place &P, llvm::StringRef Message) {
  J.attributeObject("physicalLocation", [&] { writePhysical(P); });
  if (!Message.empty())
    text(J, "message", Message);
}

/// A thread flow for each thread. Those of a race need not happen in the order written.
void SarifWriter::writeFlow(const Report &F) {
  J.attributeArray("threadFlows", [&] {
    for (const std::vector<Remark> &Thread : stepsOf(F))
      J.object([&] {
        J.attributeArray("locations", [&] {
          for (const Remark &Step : llvm::ArrayRef(Thread).take_front(MostSteps))
            J.object([&] {
              J.attributeObject("location", [&] { writeLocation(Step.Where, Step.Message); });
            });
        });
      });
  });
}

void SarifWriter::writeRelated(const Report &F) {
  for (size_t I = 0; I != F.Notes.size(); ++I)
    J.object([&] {
      J.attribute("id", static_cast<int64_t>(I + 1));
      writeLocation(F.Notes[I].Where, F.Notes[I].Message);
    });
}

llvm::StringRef levelOf(solve::Confidence Level) {
  switch (Level) {
  case solve::Confidence::Certain:
    return "error";
  case solve::Confidence::Likely:
    return "warning";
  case solve::Confidence::Possible:
    return "note";
  }
  llvm_unreachable("every level is handled");
}

/// The message of an alert: the warning, then what to do, with links to the other places.
std::string messageOf(const Report &F) {
  auto Plain = [](llvm::StringRef Text) { // [x](1) is a link.
    std::string Result;
    for (char C : Text)
      Result += C == '[' || C == ']' || C == '\\' ? std::string{'\\', C} : std::string{C};
    return Result;
  };
  std::string Result = Plain(F.Message) + ".";
  for (size_t I = 0; I != F.Notes.size(); ++I) {
    const Remark &N = F.Notes[I];
    Result += "\n" + Plain(N.Message);
    if (N.Where.Line)
      Result += " ([" +
                (N.Where.File == F.Where.File ? "line " : Plain(shownPath(N.Where.File)) + ":") +
                std::to_string(N.Where.Line) + "](" + std::to_string(I + 1) + "))";
    Result += ".";
  }
  return Result;
}

/// An artifact change for each file, whose regions are those before any change.
void SarifWriter::writeFix(const fix::Fix &F) {
  text(J, "description", fix::describe(F));
  J.attributeArray("artifactChanges", [&] {
    for (auto It = F.Edits.begin(); It != F.Edits.end();) {
      const std::string &File = It->File;
      J.object([&] {
        J.attributeObject("artifactLocation", [&] { writeArtifact(File); });
        J.attributeArray("replacements", [&] {
          for (; It != F.Edits.end() && It->File == File; ++It)
            J.object([&] { writeReplacement(*It); });
        });
      });
    }
  });
}

void SarifWriter::writeReplacement(const fix::Edit &E) {
  auto Write = [&](size_t Offset, llvm::StringRef Line, llvm::StringRef Column) {
    auto [L, C] = R.Files.position(E.File, Offset);
    J.attribute(Line, L);
    J.attribute(Column, regionOf({E.File, L, C, L, C}, R.Files).Column);
  };
  J.attributeObject("deletedRegion", [&] {
    Write(E.Offset, "startLine", "startColumn");
    Write(E.Offset + E.Length, "endLine", "endColumn");
  });
  text(J, "insertedContent", E.Text);
}

void SarifWriter::writeResult(const Report &F) {
  const auto *Rule = llvm::find_if(rules::allRules(),
                                   [&](const rules::Rule &Known) { return Known.Name == F.Rule; });
  J.attribute("ruleId", F.Rule);
  J.attribute("ruleIndex", static_cast<int64_t>(Rule - rules::allRules().begin()));
  J.attribute("level", levelOf(F.Level));
  text(J, "message", messageOf(F));
  J.attributeArray("locations", [&] {
    J.object([&] {
      writeLocation(F.Where, "");
      if (!F.Function.empty())
        J.attributeArray("logicalLocations", [&] {
          J.object([&] {
            J.attribute("fullyQualifiedName", F.Function);
            J.attribute("kind", "function");
          });
        });
    });
  });
  J.attributeObject("partialFingerprints", [&] { J.attribute("holdfast/v1", F.Fingerprint); });
  J.attributeArray("codeFlows", [&] { J.object([&] { writeFlow(F); }); });
  J.attributeArray("relatedLocations", [&] { writeRelated(F); });
  if (!F.Fixes.empty())
    J.attributeArray("fixes", [&] {
      for (const fix::Fix &Each : F.Fixes)
        J.object([&] { writeFix(Each); });
    });
  J.attributeObject("properties", [&] {
    J.attribute("confidence", levelName(F.Level));
    if (!F.Container.empty())
      J.attribute("container", F.Container);
  });
}

void SarifWriter::write() {
  J.attribute("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                         "sarif-schema-2.1.0.json");
  J.attribute("version", "2.1.0");
  J.attributeArray("runs", [&] {
    J.object([&] {
      J.attributeObject("tool", [&] { writeTool(); });
      J.attributeObject("automationDetails", [&] { J.attribute("id", "holdfast/"); });
      J.attributeArray("invocations", [&] { J.object([&] { writeInvocation(); }); });
      J.attributeObject("originalUriBaseIds", [&] {
        J.attributeObject(Root,
                          [&] { J.attribute("uri", "file://" + uriOf(absolutePath(".")) + "/"); });
      });
      J.attribute("columnKind", "unicodeCodePoints");
      J.attributeArray("results", [&] {
        for (const Report &F : R.Findings.take_front(MostResults))
          J.object([&] { writeResult(F); });
      });
    });
  });
}

} // namespace

void writeSarif(const RunReport &R, llvm::raw_ostream &OS) {
  OStream J(OS, /*IndentSize=*/1);
  J.object([&] { SarifWriter(J, R).write(); });
  J.flush();
  OS << '\n';
}

} // namespace holdfast::tool
