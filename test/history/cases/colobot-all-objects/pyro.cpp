//===- pyro.cpp - an explosion ----------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "pyro.h"

#include "object_manager.h"

void CPyro::ExploOther()
{
    for (CObject* obj : CObjectManager::GetInstancePointer()->GetAllObjects())
    {
#ifdef FIXED
        obj->ExplodeObject(m_force);
#else
        obj->ExplodeObject(m_force); // finding: mutate-while-iterating
#endif
    }
}
