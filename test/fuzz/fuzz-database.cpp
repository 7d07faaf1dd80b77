//===- fuzz-database.cpp - the compile database and its flags -------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// From any text to arguments for clang: JSON, splitting of commands, launchers,
// response files (of an in-memory file system) and the repair of flags that clang
// has complained about.
//
//===----------------------------------------------------------------------===//
#include "Promises.h"
#include "tool/Flags.h"
#include "tool/Repairs.h"
#include "clang/Basic/DiagnosticDriver.h"
#include "clang/Basic/DiagnosticFrontend.h"
#include "clang/Basic/DiagnosticLex.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace holdfast;

/// Flags of a big project, one that includes itself, and one that includes another.
static llvm::vfs::InMemoryFileSystem &responseFiles() {
  static llvm::vfs::InMemoryFileSystem FS;
  static const bool Filled = [] {
    auto Add = [](const char *Name, const char *Text) {
      return FS.addFile(Name, 0, llvm::MemoryBuffer::getMemBuffer(Text));
    };
    return Add("/w/flags.rsp", "-DA=\"b c\" -I inc '-std=c++17'\n-Wall \\\n-o x.o") &&
           Add("/w/self.rsp", "-DB @self.rsp -DC @/w/self.rsp") &&
           Add("/w/other.rsp", "@flags.rsp @missing.rsp -x c++ \"unclosed");
  }();
  fuzz::require(Filled, "the response files are there");
  return FS;
}

/// Every complaint clang could have about Arguments, as the driver words it.
static void repair(std::vector<std::string> Arguments) {
  const size_t Given = Arguments.size();
  const unsigned Ids[] = {clang::diag::err_drv_unknown_argument,
                          clang::diag::err_target_unknown_cpu, clang::diag::err_pp_file_not_found,
                          clang::diag::err_drv_no_such_file, clang::diag::err_drv_invalid_value};
  std::vector<tool::ParseError> Errors;
  for (auto [I, A] : llvm::enumerate(Arguments)) {
    tool::ParseError E;
    E.Id = Ids[I % std::size(Ids)];
    E.Message = "clang says '" + A + "' and '" + llvm::StringRef(A).split('=').second.str() + "'";
    Errors.push_back(E);
  }
  std::string Compiler = Arguments.front();
  std::vector<std::string> Notices;
  bool Edited = tool::repairFlags(Arguments, Errors, Notices);
  fuzz::require(!Arguments.empty() && Arguments.front() == Compiler, "the compiler stays");
  fuzz::require(Arguments.size() <= Given, "repairs add nothing");
  fuzz::require(Edited == !Notices.empty(), "every repair is told");
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  llvm::StringRef Text(reinterpret_cast<const char *>(Data), Size);
  llvm::Expected<tool::Database> D = tool::Database::parse(Text, "/w/compile_commands.json");
  if (!D) {
    std::string Said = llvm::toString(D.takeError());
    fuzz::require(llvm::StringRef(Said).contains("compile_commands.json"), "no file in: " + Said);
    return 0;
  }
  fuzz::require(!D->Commands.empty(), "a database has entries");
  for (const tool::CompileCommand &C : D->Commands) {
    if (!C.Defect.empty())
      continue;
    fuzz::require(llvm::sys::path::is_absolute(C.File), "the file is absolute: " + C.File);
    fuzz::require(llvm::sys::path::is_absolute(C.Directory), "so is the directory");
    fuzz::require(!C.Arguments.empty(), "an entry without defect has arguments");
    tool::PreparedFlags P = tool::prepareFlags(C, responseFiles());
    fuzz::require(!P.Arguments.empty() || !P.Unsuitable.empty(), "no arguments for no reason");
    if (P.Unsuitable.empty())
      repair(P.Arguments);
  }
  return 0;
}
