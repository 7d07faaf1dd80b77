//===- Window.cpp - a window and its decorations ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Window.hpp"

bool CWindow::isHidden() const {
    return m_bHidden;
}

void CWindow::updateWindowDecos() {
    if (!m_bIsMapped || isHidden())
        return;

    for (auto& wd : m_vDecosToRemove) {
        for (auto it = m_dWindowDecorations.begin(); it != m_dWindowDecorations.end(); it++) {
            if (it->get() == wd) {
                it = m_dWindowDecorations.erase(it);
                if (it == m_dWindowDecorations.end())
                    break;
            }
        }
    }

    m_vDecosToRemove.clear();

#ifdef FIXED
    std::vector<IHyprWindowDecoration*> decos;
    for (auto& wd : m_dWindowDecorations) {
        decos.push_back(wd.get());
    }

    for (auto& wd : decos) {
        wd->updateWindow(this);
    }
#else
    for (auto& wd : m_dWindowDecorations) {
        wd->updateWindow(this); // finding: mutate-while-iterating
    }
#endif
}

void CWindow::addWindowDeco(std::unique_ptr<IHyprWindowDecoration> deco) {
    m_dWindowDecorations.emplace_back(std::move(deco));
    updateWindowDecos();
}

void CWindow::removeWindowDeco(IHyprWindowDecoration* deco) {
    m_vDecosToRemove.push_back(deco);
    updateWindowDecos();
}
