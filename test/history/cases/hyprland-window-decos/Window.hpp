//===- Window.hpp - a window and its decorations ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <memory>
#include <vector>
#include "IHyprWindowDecoration.hpp"

struct SGroupData {
    CWindow* pNextWindow = nullptr;
};

class CWindow {
  public:
    bool                                                m_bIsMapped = false;
    bool                                                m_bHidden   = false;
    SGroupData                                          m_sGroupData;
    std::vector<std::unique_ptr<IHyprWindowDecoration>> m_dWindowDecorations;
    std::vector<IHyprWindowDecoration*>                 m_vDecosToRemove;

    bool isHidden() const;
    void updateWindowDecos();
    void addWindowDeco(std::unique_ptr<IHyprWindowDecoration> deco);
    void removeWindowDeco(IHyprWindowDecoration* deco);
};
