//===- CHyprGroupBarDecoration.cpp - tabs of a group ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CHyprGroupBarDecoration.hpp"
#include "Window.hpp"

void CHyprGroupBarDecoration::updateWindow(CWindow* pWindow) {
    if (!m_pWindow->m_sGroupData.pNextWindow) {
        m_pWindow->removeWindowDeco(this);
        return;
    }

    m_dwGroupMembers.clear();
    m_dwGroupMembers.push_back(pWindow);
    for (CWindow* curr = pWindow->m_sGroupData.pNextWindow; curr != pWindow; curr = curr->m_sGroupData.pNextWindow)
        m_dwGroupMembers.push_back(curr);

    damageEntire();
}

void CHyprGroupBarDecoration::damageEntire() {}
