//===- rename.h - the command "rename" --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RENAME_H
#define RENAME_H

#include <string>

namespace RTLIL {
struct Module;
}

void rename_in_module(RTLIL::Module *module, std::string from_name, std::string to_name);

#endif
