//===- document.h - a picture that is edited --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef APP_DOCUMENT_H_INCLUDED
#define APP_DOCUMENT_H_INCLUDED

#include "document_observer.h"
#include "observers.h"

namespace app {

  class Document {
  public:
    void addObserver(DocumentObserver* observer);
    void removeObserver(DocumentObserver* observer);
    void notifyGeneralUpdate();

  private:
    base::Observers<DocumentObserver> m_observers;
  };

} // namespace app

#endif
