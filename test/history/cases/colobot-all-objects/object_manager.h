//===- object_manager.h - owns all objects ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "object.h"

#include <map>
#include <memory>

using CObjectMap = std::map<int, std::unique_ptr<CObject>>;
using CObjectMapCIt = std::map<int, std::unique_ptr<CObject>>::const_iterator;

class CObjectIteratorProxy
{
public:
#ifdef FIXED
    CObject* operator*() { return m_currentIt->second.get(); }
    void operator++()
    {
        do
        {
            ++m_currentIt;
        } while (m_currentIt != m_endIt && m_currentIt->second == nullptr);
    }
    bool operator!=(const CObjectIteratorProxy& other) { return m_currentIt != other.m_currentIt; }
#else
    CObject* operator*() { return m_it->second.get(); }
    void operator++() { ++m_it; }
    bool operator!=(const CObjectIteratorProxy& other) { return m_it != other.m_it; }
#endif

private:
    friend class CObjectContainerProxy;

#ifdef FIXED
    CObjectIteratorProxy(CObjectMapCIt currentIt, CObjectMapCIt endIt) : m_currentIt(currentIt), m_endIt(endIt) {}
    CObjectMapCIt m_currentIt;
    CObjectMapCIt m_endIt;
#else
    explicit CObjectIteratorProxy(CObjectMapCIt it) : m_it(it) {}
    CObjectMapCIt m_it;
#endif
};

class CObjectContainerProxy
{
public:
#ifdef FIXED
    CObjectIteratorProxy begin() const { return CObjectIteratorProxy(m_map.begin(), m_map.end()); }
    CObjectIteratorProxy end() const { return CObjectIteratorProxy(m_map.end(), m_map.end()); }
#else
    CObjectIteratorProxy begin() const { return CObjectIteratorProxy(m_map.begin()); }
    CObjectIteratorProxy end() const { return CObjectIteratorProxy(m_map.end()); }
#endif

private:
    friend class CObjectManager;

    explicit CObjectContainerProxy(const CObjectMap& map) : m_map(map) {}
    const CObjectMap& m_map;
};

class CObjectManager
{
public:
    CObjectManager() { m_instance = this; }
    static CObjectManager* GetInstancePointer() { return m_instance; }

    CObject* CreateObject(bool fragile);
    bool DeleteObject(CObject* instance);
    CObjectContainerProxy GetAllObjects();

private:
#ifdef FIXED
    void CleanRemovedObjects();
    bool m_shouldCleanRemovedObjects = false;
#endif
    static CObjectManager* m_instance;
    CObjectMap m_objects;
    int m_nextId = 0;
};
