//===- main.cpp - a cart loses its passengers -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: minetest/minetest
// Fix: 9527cc3fa081 "avoid clearChildAttachments iterator invalidation (#12987)" (2022)
// Class: virtual
// A parent detaches its children one by one; the virtual setAttachment() of each child tells the parent, which takes
// the child's id out of the set that is being iterated.

#include "serverenvironment.h"
#include "unit_sao.h"

int main()
{
	ServerEnvironment env;
	UnitSAO cart(&env, 1), driver(&env, 2), passenger(&env, 3);
	env.addActiveObject(&cart);
	env.addActiveObject(&driver);
	env.addActiveObject(&passenger);
	driver.setAttachment(1, "seat");
	passenger.setAttachment(1, "bench");
	cart.clearChildAttachments();
	return static_cast<int>(cart.getAttachmentChildIds().size());
}
