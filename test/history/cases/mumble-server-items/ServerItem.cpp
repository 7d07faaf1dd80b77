//===- ServerItem.cpp - an entry of the list of servers ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ServerItem.h"

#ifdef FIXED
#	include <cassert>
#endif

ServerItem::~ServerItem() {
	if (siParent) {
		siParent->qlChildren.remove(this);
		if (siParent->bParent && siParent->qlChildren.empty())
			siParent->setHidden(true);
	}

	for (ServerItem *si : qlChildren) {
#ifdef FIXED
		assert(si->siParent == this);
		si->siParent = nullptr;

		delete si;
#else
		delete si; // finding: mutate-while-iterating
#endif
	}
}

void ServerItem::addServerItem(ServerItem *child) {
	child->siParent = this;
	qlChildren.push_back(child);
}
