//===- ConnectDialog.cpp - lists servers by continent -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ConnectDialog.h"

#include "ServerItem.h"

ConnectDialog::ConnectDialog() : siPublic(new ServerItem("Public Internet", true)) {
	ServerItem *europe = new ServerItem("Europe", true);
	siPublic->addServerItem(europe);
	europe->addServerItem(new ServerItem("mumble.example.org", false));
	europe->addServerItem(new ServerItem("mumble.example.net", false));
	siPublic->addServerItem(new ServerItem("Asia", true));
}

ConnectDialog::~ConnectDialog() {
	delete siPublic;
}
