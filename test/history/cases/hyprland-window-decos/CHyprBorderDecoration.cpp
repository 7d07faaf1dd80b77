//===- CHyprBorderDecoration.cpp - a border ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CHyprBorderDecoration.hpp"
#include "Window.hpp"

void CHyprBorderDecoration::updateWindow(CWindow* pWindow) {
    if (!pWindow->isHidden())
        damageEntire();
}

void CHyprBorderDecoration::damageEntire() {
    m_iDamaged++;
}
