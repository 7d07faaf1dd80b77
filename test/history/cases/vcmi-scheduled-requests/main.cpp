//===- main.cpp - a mod with two towns is loaded ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: vcmi/vcmi
// Fix: 7c410ab5ce56 "Fix potential crash due to iterator invalidation" (2022)
// Class: callback
// At the end of loading all requests for identifiers are resolved; the callback of a request may make new
// requests, which are appended to the vector that is being iterated.

#include "CTownHandler.h"

LibClasses * VLC = nullptr;

int main()
{
	LibClasses lib;
	CModHandler modh;
	lib.modh = &modh;
	VLC = &lib;

	CTownHandler towns;
	for(const char * faction : {"cove", "factory"})
	{
		modh.identifiers.registerObject("faction", faction, 9);
		towns.loadObject(faction, "fireWall");
	}
	modh.identifiers.registerObject("spell", "fireWall", 13);
	return modh.identifiers.finalize() && towns.isComplete() ? 0 : 1;
}
