//===- CTownHandler.h - towns and what is built there -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "VCMI_Lib.h"

class CTownHandler
{
	struct CTown
	{
		std::string name;
		si32 faction = -1;
		si32 moatSpell = -1;
	};

	std::vector<CTown> towns;

public:
	void loadObject(std::string faction, std::string moat);
	bool isComplete() const;
};
