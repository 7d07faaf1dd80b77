//===- VCMI_Lib.h - what everyone can reach ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "CModHandler.h"

class CModHandler
{
public:
	CIdentifierStorage identifiers;
};

class LibClasses
{
public:
	CModHandler * modh = nullptr;
};

extern LibClasses * VLC;
