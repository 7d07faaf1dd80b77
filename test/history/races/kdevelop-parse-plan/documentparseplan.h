//===- documentparseplan.h - why a document is parsed -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <set>

/**
 * Holds a set of targets, each of which wants the document to be parsed, with a priority. Low numbers come first.
 */
struct DocumentParsePlan
{
    std::multiset<int> targets;

    int priority() const
    {
        // Pick the best priority
        return targets.empty() ? 0 : *targets.begin();
    }
};
