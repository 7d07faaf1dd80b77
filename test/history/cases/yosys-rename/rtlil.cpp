//===- rtlil.cpp - the netlist ----------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rtlil.h"

#include <algorithm>
#include <vector>

RTLIL::Module::~Module()
{
	for (auto &it : wires_)
		delete it.second;
}

RTLIL::Wire *RTLIL::Module::addWire(IdString name)
{
	Wire *wire = new Wire;
	wire->name = name;
	add(wire);
	return wire;
}

void RTLIL::Module::add(Wire *wire)
{
	wires_[wire->name] = wire;
}

void RTLIL::Module::rename(Wire *wire, IdString new_name)
{
	wires_.erase(wire->name);
	wire->name = new_name;
	add(wire);
}

void RTLIL::Module::fixup_ports()
{
	std::vector<Wire *> all_ports;
	for (auto &w : wires_)
		if (w.second->port_id)
			all_ports.push_back(w.second);
	std::sort(all_ports.begin(), all_ports.end(), [](Wire *a, Wire *b) { return a->port_id < b->port_id; });
	for (size_t i = 0; i < all_ports.size(); i++)
		all_ports[i]->port_id = int(i) + 1;
}
