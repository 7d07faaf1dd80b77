//===- namespacedef.h - what is known of a namespace ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef NAMESPACEDEF_H
#define NAMESPACEDEF_H

#include <memory>
#include <string>
#include "linkedmap.h"

/** An abstract interface of a namespace symbol. */
class NamespaceDef
{
  public:
    virtual ~NamespaceDef() {}

    virtual std::string qualifiedName() const = 0;
    virtual const LinkedRefMap<const NamespaceDef> &getUsedNamespaces() const = 0;
    virtual void addUsingDirective(const NamespaceDef *nd) = 0;
    virtual void combineUsingRelations() = 0;
};

std::unique_ptr<NamespaceDef> createNamespaceDef(const std::string &name);

#endif
