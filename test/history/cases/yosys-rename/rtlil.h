//===- rtlil.h - the netlist ------------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RTLIL_H
#define RTLIL_H

#include <string>
#include <unordered_map>

namespace RTLIL {

typedef std::string IdString;

struct Wire {
	IdString name;
	int port_id = 0;
};

struct Module {
	~Module();

	std::unordered_map<IdString, Wire *> wires_;

	Wire *addWire(IdString name);
	void add(Wire *wire);
	void rename(Wire *wire, IdString new_name);
	void fixup_ports();
};

}

#endif
