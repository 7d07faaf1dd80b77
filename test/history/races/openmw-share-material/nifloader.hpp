//===- nifloader.hpp - makes nodes of files ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <memory>
#include <vector>

namespace NifOsg
{
    struct Material
    {
        float mAlpha;
        float mShininess;
    };

    struct Node
    {
        std::vector<std::shared_ptr<Material>> mMaterials;
    };

    class Loader
    {
    public:
        /// @param file of each shape, how much it shines
        static Node load(const std::vector<float>& file);
    };
}
