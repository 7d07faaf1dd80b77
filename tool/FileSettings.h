//===- FileSettings.h - what holds for each file of a program ---*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_FILESETTINGS_H
#define HOLDFAST_TOOL_FILESETTINGS_H

#include "tool/Configuration.h"
#include "tool/Unit.h"
#include "llvm/ADT/ArrayRef.h"

namespace holdfast::tool {

/// Settings by file once units are linked: those of the unit if it is one's main file; else of
/// its own nearest configuration file; else, for a header that is outside of all of them (made
/// by the build, somewhere else), those of the first unit by name.
class FileSettings {
public:
  /// Config must have settled Units and outlive this object.
  FileSettings(Configuration &Config, llvm::ArrayRef<Unit> Units);

  /// The settings that hold for File, an absolute path.
  const Settings &of(llvm::StringRef File);

private:
  Configuration &Config;
  const Settings *Elsewhere;
  llvm::StringMap<const Settings *> Known;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_FILESETTINGS_H
