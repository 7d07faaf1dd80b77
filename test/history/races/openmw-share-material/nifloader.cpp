//===- nifloader.cpp - makes nodes of files ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nifloader.hpp"

#include "mutex.hpp"

#include <chrono>
#include <set>
#include <thread>
#include <tuple>

namespace NifOsg
{
    class LoaderImpl
    {
    public:
        Node load(const std::vector<float>& file)
        {
            Node node;
            for (float shininess : file)
                handleShape(node, shininess);
            return node;
        }

    private:
        struct CompareMaterial
        {
            bool operator()(const std::shared_ptr<Material>& left, const std::shared_ptr<Material>& right) const
            {
                return std::tie(left->mAlpha, left->mShininess) < std::tie(right->mAlpha, right->mShininess);
            }
        };

        std::shared_ptr<Material> shareMaterial(const std::shared_ptr<Material>& mat)
        {
            typedef std::set<std::shared_ptr<Material>, CompareMaterial> MatCache;
            static MatCache sMats;
#ifdef FIXED
            static OpenThreads::Mutex sMutex;
            OpenThreads::ScopedLock<OpenThreads::Mutex> lock(sMutex);
            MatCache::iterator found = sMats.find(mat);
            if (found == sMats.end())
                found = sMats.insert(mat).first;
#else
            MatCache::iterator found = sMats.find(mat);
            if (found == sMats.end())
                found = sMats.insert(mat).first; // finding: unsynchronized-mutation
#endif
            return *found;
        }

        void handleShape(Node& node, float shininess)
        {
            // The vertices are read.
            std::this_thread::sleep_for(std::chrono::microseconds(200));
            node.mMaterials.push_back(shareMaterial(std::make_shared<Material>(Material{ 1.f, shininess })));
        }
    };

    Node Loader::load(const std::vector<float>& file)
    {
        LoaderImpl impl;
        return impl.load(file);
    }
}
