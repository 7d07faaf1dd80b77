//===- ServerItem.h - an entry of the list of servers -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <list>
#include <string>

class ServerItem {
public:
	ServerItem(const std::string &name, bool parent) : qsName(name), bParent(parent) {}
	~ServerItem();

	void addServerItem(ServerItem *child);
	void setHidden(bool hidden) { bHidden = hidden; }

private:
	std::string qsName;
	bool bParent;
	bool bHidden         = false;
	ServerItem *siParent = nullptr;
	std::list< ServerItem * > qlChildren;
};
