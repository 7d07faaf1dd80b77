//===- simworld.cpp - the world ---------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "simworld.h"
#include "sync_steppable.h"
#include "vector_tpl.h"

#include <algorithm>

static bool remove_from(std::vector<sync_steppable *> &list, sync_steppable *obj)
{
	std::vector<sync_steppable *>::iterator i = std::find( list.begin(), list.end(), obj );
	if(  i == list.end()  ) {
		return false;
	}
	list.erase( i );
	return true;
}

bool karte_t::sync_add(sync_steppable *obj)
{
	sync_add_list.push_back( obj );
	return true;
}

bool karte_t::sync_remove(sync_steppable *obj)
{
	if(  remove_from( sync_add_list, obj )  ) {
		return true;
	}
	return remove_from( sync_list, obj );
}

void karte_t::sync_step(long delta_t)
{
	sync_list.insert( sync_list.end(), sync_add_list.begin(), sync_add_list.end() );
	sync_add_list.clear();

	std::vector<sync_steppable *> done;
	for(  sync_steppable *ss : sync_list  ) {
		if(  !ss->sync_step( delta_t )  ) {
			done.push_back( ss );
		}
	}
	for(  sync_steppable *ss : done  ) {
		delete ss;
	}
}

void karte_t::destroy()
{
	clear_ptr_vector( sync_list );
	sync_list.clear();
}
