//===- sceIo.h - the calls of the system for files --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

class MetaFileSystem;

void __IoInsertMemoryStick(MetaFileSystem &pspFileSystem);
void __IoEjectMemoryStick(MetaFileSystem &pspFileSystem);
