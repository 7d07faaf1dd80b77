//===- ConnectDialog.h - lists servers by continent -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

class ServerItem;

class ConnectDialog {
public:
	ConnectDialog();
	~ConnectDialog();

private:
	ServerItem *siPublic;
};
