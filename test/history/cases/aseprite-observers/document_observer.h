//===- document_observer.h - who wants to know of a document ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef APP_DOCUMENT_OBSERVER_H_INCLUDED
#define APP_DOCUMENT_OBSERVER_H_INCLUDED

namespace app {

  class Document;

  class DocumentEvent {
  public:
    DocumentEvent(Document* document) : m_document(document) {}
    Document* document() const { return m_document; }

  private:
    Document* m_document;
  };

  class DocumentObserver {
  public:
    virtual ~DocumentObserver() {}
    virtual void onGeneralUpdate(DocumentEvent& ev) {}
  };

} // namespace app

#endif
