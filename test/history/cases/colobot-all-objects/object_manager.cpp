//===- object_manager.cpp - owns all objects --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "object_manager.h"

CObjectManager* CObjectManager::m_instance = nullptr;

CObject* CObjectManager::CreateObject(bool fragile)
{
    int id = m_nextId++;
    m_objects[id] = std::make_unique<CObject>(id, fragile);
    return m_objects[id].get();
}

bool CObjectManager::DeleteObject(CObject* instance)
{
    auto it = m_objects.find(instance->GetID());
    if (it != m_objects.end())
    {
#ifdef FIXED
        it->second.reset();
        m_shouldCleanRemovedObjects = true;
#else
        m_objects.erase(it);
#endif
        return true;
    }

    return false;
}

CObjectContainerProxy CObjectManager::GetAllObjects()
{
#ifdef FIXED
    if (m_shouldCleanRemovedObjects)
        CleanRemovedObjects();

#endif
    return CObjectContainerProxy(m_objects);
}

#ifdef FIXED
void CObjectManager::CleanRemovedObjects()
{
    auto it = m_objects.begin();
    while (it != m_objects.end())
    {
        if (it->second == nullptr)
            it = m_objects.erase(it);
        else
            ++it;
    }

    m_shouldCleanRemovedObjects = false;
}
#endif
