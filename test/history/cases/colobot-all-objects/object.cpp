//===- object.cpp - a thing on the map --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "object.h"

#include "object_manager.h"

void CObject::ExplodeObject(int force)
{
    if (!m_fragile || force < 10)
        return;
    CObjectManager::GetInstancePointer()->DeleteObject(this);
}
