//===- CHyprGroupBarDecoration.hpp - tabs of a group ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <vector>
#include "IHyprWindowDecoration.hpp"

class CHyprGroupBarDecoration : public IHyprWindowDecoration {
  public:
    using IHyprWindowDecoration::IHyprWindowDecoration;

    void updateWindow(CWindow* pWindow) override;
    void damageEntire() override;

  private:
    std::vector<CWindow*> m_dwGroupMembers;
};
