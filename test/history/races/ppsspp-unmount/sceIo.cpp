//===- sceIo.cpp - the calls of the system for files ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "sceIo.h"

#include "MetaFileSystem.h"

void __IoInsertMemoryStick(MetaFileSystem &pspFileSystem) {
	auto memstick = std::make_shared<IFileSystem>("memstick");
	pspFileSystem.Mount("ms0:", memstick);
	pspFileSystem.Mount("fatms0:", memstick);
	pspFileSystem.Mount("fatms:", memstick);
	pspFileSystem.Mount("pfat0:", memstick);
}

void __IoEjectMemoryStick(MetaFileSystem &pspFileSystem) {
	pspFileSystem.Unmount("ms0:");
	pspFileSystem.Unmount("fatms0:");
	pspFileSystem.Unmount("fatms:");
	pspFileSystem.Unmount("pfat0:");
}
