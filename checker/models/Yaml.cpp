//===- Yaml.cpp - a user's rows from .holdfast.yaml -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "models/Tables.h"

using namespace holdfast::models;

llvm::Error Library::addFromYaml(llvm::StringRef Yaml, llvm::StringRef FileName) {
  return llvm::createStringError(FileName + ": rows in YAML are not implemented yet");
}
