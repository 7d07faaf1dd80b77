//===- main.cpp - a bomb among bots -----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: colobot/colobot
// Fix: a1e581274047 "Make object deletion safe while iterating through their list" (2015)
// Class: other file
// Objects are reached by a loop over a proxy of the manager's map; what happens to an object in the loop makes
// it delete itself through the manager, which erases it from the map.

#include "object_manager.h"
#include "pyro.h"

int main()
{
    CObjectManager manager;
    manager.CreateObject(false);
    manager.CreateObject(true);
    manager.CreateObject(false);
    CPyro pyro(50);
    pyro.ExploOther();
    return 0;
}
