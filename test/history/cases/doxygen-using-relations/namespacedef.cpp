//===- namespacedef.cpp - what is known of a namespace ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "namespacedef.h"

class NamespaceDefImpl : public NamespaceDef
{
  public:
    NamespaceDefImpl(const std::string &name) : m_name(name) {}

    std::string qualifiedName() const override { return m_name; }
    const LinkedRefMap<const NamespaceDef> &getUsedNamespaces() const override { return m_usingDirList; }
    void addUsingDirective(const NamespaceDef *nd) override;
    void combineUsingRelations() override;

  private:
    std::string m_name;
    LinkedRefMap<const NamespaceDef> m_usingDirList;
    bool m_visited = false;
};

std::unique_ptr<NamespaceDef> createNamespaceDef(const std::string &name)
{
  return std::make_unique<NamespaceDefImpl>(name);
}

void NamespaceDefImpl::addUsingDirective(const NamespaceDef *nd)
{
  m_usingDirList.add(nd->qualifiedName(),nd);
}

void NamespaceDefImpl::combineUsingRelations()
{
  if (m_visited) return; // already done
  m_visited=true;
#ifdef FIXED
  LinkedRefMap<const NamespaceDef> usingDirList = m_usingDirList;
  for (auto &nd : usingDirList)
  {
    const_cast<NamespaceDef*>(nd)->combineUsingRelations();
  }

  for (auto &nd : usingDirList)
  {
    // add used namespaces of namespace nd to this namespace
    for (const auto &und : nd->getUsedNamespaces())
    {
      addUsingDirective(und);
    }
  }
#else
  for (auto &nd : m_usingDirList)
  {
    const_cast<NamespaceDef*>(nd)->combineUsingRelations();
    // add used namespaces of namespace nd to this namespace
    for (const auto &und : nd->getUsedNamespaces())
    {
      addUsingDirective(und); // finding: mutate-while-iterating
    }
  }
#endif
}
