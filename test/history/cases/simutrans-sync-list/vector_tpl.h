//===- vector_tpl.h - helpers of vectors ------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef TPL_VECTOR_H
#define TPL_VECTOR_H

#include <cstddef>
#include <vector>

/**
 * Clears vectors of the type std::vector<someclass*>
 * Deletes all objects pointed to by pointers in the vector
 */
template<class T> void clear_ptr_vector(std::vector<T*>& v)
{
#ifdef FIXED
	for(  std::size_t i=0;  i<v.size();  i++  ) {
		delete v[i];
	}
#else
	for(  T* const i : v  ) {
		delete i; // finding: mutate-while-iterating
	}
#endif
	v.clear();
}

#endif
