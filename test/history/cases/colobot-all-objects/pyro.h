//===- pyro.h - an explosion ------------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

class CPyro
{
public:
    explicit CPyro(int force) : m_force(force) {}
    //! Hits all objects
    void ExploOther();

private:
    int m_force;
};
