//===- main.cpp - the dialog is opened and closed ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: mumble-voip/mumble
// Fix: 6643ca074080 "FIX(client): Crash when closing connect dialog" (2025)
// Class: destructor
// An item of the server list deletes its children; the destructor of each child takes itself out of its parent's list.

#include "ConnectDialog.h"

int main() {
	ConnectDialog dialog;
	return 0;
}
