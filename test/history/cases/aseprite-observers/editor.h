//===- editor.h - shows a document ------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef APP_EDITOR_H_INCLUDED
#define APP_EDITOR_H_INCLUDED

#include "document_observer.h"
#include <memory>

namespace app {

  class MiniEditor : public DocumentObserver {
  public:
    MiniEditor(Document* document);
    ~MiniEditor();
    void onGeneralUpdate(DocumentEvent& ev) override;
    int updates() const { return m_updates; }

  private:
    Document* m_document;
    int m_updates = 0;
  };

  class Editor : public DocumentObserver {
  public:
    Editor(Document* document);
    ~Editor();
    void onGeneralUpdate(DocumentEvent& ev) override;
    MiniEditor* miniEditor() const { return m_miniEditor.get(); }

  private:
    void updateUsingEditor();

    Document* m_document;
    std::unique_ptr<MiniEditor> m_miniEditor;
  };

} // namespace app

#endif
