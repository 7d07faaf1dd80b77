//===- rename.cpp - the command "rename" ------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rename.h"
#include "rtlil.h"

void rename_in_module(RTLIL::Module *module, std::string from_name, std::string to_name)
{
	if (module->wires_.count(to_name))
		return;

	for (auto &it : module->wires_)
		if (it.first == from_name) {
#ifdef FIXED
			RTLIL::Wire *w = it.second;
			module->rename(w, to_name);
			if (w->port_id)
				module->fixup_ports();
#else
			module->rename(it.second, to_name);
			if (it.second->port_id) // finding: invalidated-reference
				module->fixup_ports();
#endif
			return;
		}
}
