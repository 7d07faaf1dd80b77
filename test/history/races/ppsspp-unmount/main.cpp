//===- main.cpp - the memory stick is taken out -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: hrydgard/ppsspp
// Fix: b1fae3ccda06 "Add two missing mutex-locks in MetaFileSystem." (2024)
// Class: forgotten lock
// All files are found through a list of what is mounted. The threads that read files look into it under its mutex. The
// memory stick can be taken out at any time, and this erases from the list without.

#include "MetaFileSystem.h"
#include "sceIo.h"

#include <thread>

int main() {
	MetaFileSystem pspFileSystem;
	pspFileSystem.Mount("disc0:", std::make_shared<IFileSystem>("game.iso"));
	unsigned opened = 0, umds = 0;
	std::thread io([&] {
		for (int i = 0; i < 2000; i++)
			opened += pspFileSystem.OpenFile("disc0:/PSP_GAME/SYSDIR/EBOOT.BIN");
	});
	std::thread loader([&] {
		for (int i = 0; i < 2000; i++)
			umds += pspFileSystem.GetSystem("disc0:") != nullptr;
	});
	for (int i = 0; i < 500; i++) {
		__IoInsertMemoryStick(pspFileSystem);
		__IoEjectMemoryStick(pspFileSystem);
	}
	io.join();
	loader.join();
	return opened == 2000 && umds == 2000 ? 0 : 1;
}
