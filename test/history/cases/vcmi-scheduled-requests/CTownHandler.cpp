//===- CTownHandler.cpp - towns and what is built there ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CTownHandler.h"

void CTownHandler::loadObject(std::string faction, std::string moat)
{
	size_t index = towns.size();
	towns.push_back(CTown{faction});

	VLC->modh->identifiers.requestIdentifier("faction", faction, [this, index, moat](si32 id)
	{
		towns[index].faction = id;
		VLC->modh->identifiers.requestIdentifier("spell", moat, [this, index](si32 spell)
		{
			towns[index].moatSpell = spell;
		});
	});
}

bool CTownHandler::isComplete() const
{
	for(const auto & town : towns)
		if(town.faction < 0 || town.moatSpell < 0)
			return false;
	return true;
}
