//===- main.cpp - a wire gets another name ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: YosysHQ/yosys
// Fix: f889e3d38524 "Fixed iterator invalidation bug in "rename" command" (2015)
// Class: kept reference
// The command looks for a wire in the module's table and renames it, which takes it out of the table and puts it in
// again; then it asks the entry, which is gone, for the wire.

#include "rename.h"
#include "rtlil.h"

int main()
{
	RTLIL::Module module;
	module.addWire("\\a");
	module.addWire("\\b")->port_id = 7;
	rename_in_module(&module, "\\b", "\\c");
	return module.wires_.at("\\c")->port_id == 1 ? 0 : 1;
}
