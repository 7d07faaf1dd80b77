//===- OgreController.h - moves a value to a destination --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <memory>

namespace Ogre
{
typedef float Real;

class ControllerValue
{
public:
    virtual ~ControllerValue() {}
    virtual Real getValue() const = 0;
    virtual void setValue(Real value) = 0;
};
typedef std::shared_ptr<ControllerValue> ControllerValueRealPtr;

class Controller
{
public:
    Controller(const ControllerValueRealPtr& src, const ControllerValueRealPtr& dest) : mSource(src), mDest(dest) {}
    void update() { mDest->setValue(mSource->getValue()); }

private:
    ControllerValueRealPtr mSource;
    ControllerValueRealPtr mDest;
};
}
