//===- megaapi.cpp - what programs see of the service -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "megaapi.h"

#include "megaapi_impl.h"

MegaApi::MegaApi()
{
    pImpl = new MegaApiImpl(this);
}

MegaApi::~MegaApi()
{
    delete pImpl;
}

void MegaApi::addRequestListener(MegaRequestListener* listener)
{
    pImpl->addRequestListener(listener);
}

void MegaApi::removeRequestListener(MegaRequestListener* listener)
{
    pImpl->removeRequestListener(listener);
}

void MegaApi::fetchNodes()
{
    pImpl->fetchNodes();
}
