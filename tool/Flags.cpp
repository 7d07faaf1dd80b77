//===- Flags.cpp - from a compile command to arguments clang can take -----===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Flags.h"
#include "tool/Paths.h"
#include "tool/Toolchain.h"
#include "clang/Driver/Types.h"
#include "clang/Options/Options.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Path.h"

namespace holdfast::tool {
namespace {

namespace options = clang::options;
namespace types = clang::driver::types;

/// Options that have to do with what the compiler writes, how far it goes, and profiles that only
/// a build has. We only read: a dependency file, a `-save-temps` or a `-MJ` would write
/// beside the user's build.
bool isBuildOption(const llvm::opt::Option &O) {
  const llvm::opt::OptSpecifier Ids[] = {options::OPT_INPUT,
                                         options::OPT__DASH_DASH,
                                         options::OPT_o,
                                         options::OPT_c,
                                         options::OPT_S,
                                         options::OPT_E,
                                         options::OPT_emit_llvm,
                                         options::OPT_fsyntax_only,
                                         options::OPT__precompile,
                                         options::OPT_M_Group,
                                         options::OPT_MJ,
                                         options::OPT_save_temps,
                                         options::OPT_save_temps_EQ,
                                         options::OPT_ftime_trace,
                                         options::OPT_ftime_trace_EQ,
                                         options::OPT_emit_ast,
                                         options::OPT__serialize_diags,
                                         options::OPT__analyze,
                                         options::OPT_v,
                                         options::OPT__HASH_HASH_HASH,
                                         options::OPT_resource_dir,
                                         options::OPT_resource_dir_EQ,
                                         options::OPT_fprofile_use,
                                         options::OPT_fprofile_use_EQ,
                                         options::OPT_fprofile_instr_use,
                                         options::OPT_fprofile_instr_use_EQ,
                                         options::OPT_fprofile_sample_use_EQ};
  return llvm::any_of(Ids, [&](llvm::opt::OptSpecifier Id) { return O.matches(Id); });
}

/// Copies Arguments without inputs and outputs. Language is the last -x.
std::vector<std::string> withoutInputsAndOutputs(const std::vector<std::string> &Arguments,
                                                 std::string &Language) {
  llvm::SmallVector<const char *, 64> Words;
  for (const std::string &A : llvm::drop_begin(Arguments))
    Words.push_back(A.c_str());
  unsigned MissingIndex, MissingCount;
  llvm::opt::InputArgList List = clang::getDriverOptTable().ParseArgs(
      Words, MissingIndex, MissingCount, llvm::opt::Visibility(options::ClangOption));

  std::vector<std::string> Result = {Arguments.front()};
  llvm::SmallVector<llvm::opt::Arg *, 64> Parsed(List.begin(), List.end());
  for (size_t I = 0; I < Parsed.size(); ++I) {
    const llvm::opt::Option &O = Parsed[I]->getOption();
    if (O.matches(options::OPT_x))
      Language = Parsed[I]->getValue();
    if (isBuildOption(O))
      continue;
    size_t First = Parsed[I]->getIndex();
    size_t Last = I + 1 < Parsed.size() ? Parsed[I + 1]->getIndex() : Words.size();
    for (size_t W = First; W < Last; ++W)
      Result.push_back(Words[W]);
  }
  return Result;
}

/// Why clang's C family front end cannot take File, or "".
std::string unsuitable(llvm::StringRef File, llvm::StringRef Language) {
  types::ID Type = types::TY_INVALID;
  if (!Language.empty() && Language != "none")
    Type = types::lookupTypeForTypeSpecifier(Language.str().c_str());
  else if (llvm::StringRef Ext = llvm::sys::path::extension(File); !Ext.empty())
    Type = types::lookupTypeForExtension(Ext.drop_front());
  if (Type != types::TY_INVALID && types::isAcceptedByClang(Type) && types::isDerivedFromC(Type) &&
      !types::isLLVMIR(Type))
    return "";
  return "not a C or C++ source";
}

void expandResponseFiles(std::vector<std::string> &Arguments, llvm::StringRef Directory,
                         llvm::vfs::FileSystem &FS, std::vector<std::string> &Notices) {
  if (llvm::none_of(Arguments, [](llvm::StringRef A) { return A.starts_with("@"); }))
    return;
  clang::tooling::addExpandedResponseFiles(Arguments, Directory, llvm::cl::TokenizeGNUCommandLine,
                                           FS);
  llvm::erase_if(Arguments, [&](llvm::StringRef A) {
    bool Left = A.starts_with("@");
    if (Left)
      Notices.push_back("cannot read response file '" + A.drop_front().str() + "'");
    return Left;
  });
}

/// Compilers are called by names that say more than their place: `aarch64-linux-gnu-g++`
/// stands for a target, `g++` for a language. Both become flags, then the name may be resolved.
void resolveDriver(std::vector<std::string> &Arguments, llvm::StringRef Directory) {
  std::string Named = Arguments.front();
  clang::tooling::addTargetAndModeForProgramName(Arguments, Named);
  Arguments.front() = resolveCompiler(Named, Directory);
}

} // namespace

PreparedFlags prepareFlags(const CompileCommand &C) {
  return prepareFlags(C, *llvm::vfs::createPhysicalFileSystem());
}

PreparedFlags prepareFlags(const CompileCommand &C, llvm::vfs::FileSystem &FS) {
  PreparedFlags P;
  P.Arguments = C.Arguments;
  stripLaunchers(P.Arguments);
  expandResponseFiles(P.Arguments, C.Directory, FS, P.Notices);
  if (P.Arguments.empty() || llvm::StringRef(P.Arguments.front()).starts_with("-")) {
    P.Unsuitable = "its command names no compiler";
    return P;
  }
  std::string Language;
  P.Arguments = withoutInputsAndOutputs(P.Arguments, Language);
  P.Unsuitable = unsuitable(C.File, Language);
  resolveDriver(P.Arguments, C.Directory);
  return P;
}

PreparedFlags flagsFor(llvm::StringRef File, llvm::ArrayRef<std::string> Flags) {
  CompileCommand C;
  C.File = File.str();
  C.Directory = absolutePath(".");
  C.Arguments = {defaultCompiler()};
  C.Arguments.insert(C.Arguments.end(), Flags.begin(), Flags.end());
  // A header alone does not tell its language; this is a C++ tool.
  if (llvm::sys::path::extension(File) == ".h" &&
      llvm::none_of(Flags, [](llvm::StringRef F) { return F.starts_with("-x"); }))
    C.Arguments.push_back("-xc++-header");
  return prepareFlags(C);
}

} // namespace holdfast::tool
