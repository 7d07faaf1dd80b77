//===- object.h - a thing on the map ----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

class CObject
{
public:
    CObject(int id, bool fragile) : m_id(id), m_fragile(fragile) {}
    int GetID() const { return m_id; }
    //! Destroys the object or not
    void ExplodeObject(int force);

private:
    int m_id;
    bool m_fragile;
};
