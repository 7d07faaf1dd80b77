//===- IHyprWindowDecoration.hpp - around a window --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

class CWindow;

class IHyprWindowDecoration {
  public:
    IHyprWindowDecoration(CWindow* pWindow) : m_pWindow(pWindow) {}
    virtual ~IHyprWindowDecoration() = default;

    virtual void updateWindow(CWindow*) = 0;
    virtual void damageEntire()         = 0;

  protected:
    CWindow* m_pWindow = nullptr;
};
