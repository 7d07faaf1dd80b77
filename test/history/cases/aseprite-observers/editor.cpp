//===- editor.cpp - shows a document ----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "editor.h"
#include "document.h"

namespace app {

MiniEditor::MiniEditor(Document* document)
  : m_document(document)
{
  m_document->addObserver(this);
}

MiniEditor::~MiniEditor()
{
  m_document->removeObserver(this);
}

void MiniEditor::onGeneralUpdate(DocumentEvent& ev)
{
  ++m_updates;
}

Editor::Editor(Document* document)
  : m_document(document)
{
  m_document->addObserver(this);
}

Editor::~Editor()
{
  m_document->removeObserver(this);
}

void Editor::onGeneralUpdate(DocumentEvent& ev)
{
  if (ev.document() == m_document)
    updateUsingEditor();
}

void Editor::updateUsingEditor()
{
  if (!m_miniEditor)
    m_miniEditor = std::make_unique<MiniEditor>(m_document);
}

} // namespace app
