//===- CHyprBorderDecoration.hpp - a border ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "IHyprWindowDecoration.hpp"

class CHyprBorderDecoration : public IHyprWindowDecoration {
  public:
    using IHyprWindowDecoration::IHyprWindowDecoration;

    void updateWindow(CWindow* pWindow) override;
    void damageEntire() override;

  private:
    int m_iDamaged = 0;
};
