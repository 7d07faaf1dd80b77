//===- main.cpp - models are loaded in the background -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: OpenMW/openmw
// Fix: e399e10607bd "Add missing lock in shareMaterial" (2017)
// Class: thread
// Models that look alike share their materials: a set that lives in a function has all of them. Models are loaded by
// the threads of a queue, so several materials are looked for and inserted at the same time.

#include "nifloader.hpp"
#include "workqueue.hpp"

#include <cstddef>
#include <memory>
#include <vector>

namespace
{
    class LoadItem : public SceneUtil::WorkItem
    {
    public:
        LoadItem(float shininess, NifOsg::Node& node)
            : mShininess(shininess)
            , mNode(node)
        {
        }

        void doWork() override { mNode = NifOsg::Loader::load({ mShininess, mShininess + 1 }); }

    private:
        float mShininess;
        NifOsg::Node& mNode;
    };
}

int main()
{
    std::vector<NifOsg::Node> nodes(200);
    {
        SceneUtil::WorkQueue queue(2);
        for (std::size_t i = 0; i < nodes.size(); ++i)
            queue.addWorkItem(std::make_unique<LoadItem>(static_cast<float>(i), nodes[i]));
    }
    for (std::size_t i = 1; i < nodes.size(); ++i)
    {
        if (nodes[i].mMaterials.front() != nodes[i - 1].mMaterials.back())
            return 1;
    }
    return 0;
}
