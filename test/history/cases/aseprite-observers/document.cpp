//===- document.cpp - a picture that is edited ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "document.h"

namespace app {

void Document::addObserver(DocumentObserver* observer)
{
  m_observers.addObserver(observer);
}

void Document::removeObserver(DocumentObserver* observer)
{
  m_observers.removeObserver(observer);
}

void Document::notifyGeneralUpdate()
{
  DocumentEvent ev(this);
  m_observers.notifyObservers<DocumentEvent&>(&DocumentObserver::onGeneralUpdate, ev);
}

} // namespace app
