//===- OgreInstancedEntity.h - an instance of a mesh ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <vector>

namespace Ogre
{
class SkeletonInstance
{
};

class InstancedEntity
{
public:
    InstancedEntity() { createSkeletonInstance(); }
    ~InstancedEntity();
    bool shareTransformWith(InstancedEntity* slave);
    void stopSharingTransform();
    bool isSharing() const { return mSharedTransformEntity != nullptr || !mSharingPartners.empty(); }

private:
    void createSkeletonInstance();
    void destroySkeletonInstance();
#ifdef FIXED
    void stopSharingTransformAsSlave(bool notifyMaster);
    void unlinkTransform(bool notifyMaster = true);
#else
    void unlinkTransform();
#endif
    void notifyUnlink(const InstancedEntity* slave);

    typedef std::vector<InstancedEntity*> InstancedEntityVec;
    SkeletonInstance* mSkeletonInstance = nullptr;
    InstancedEntity* mSharedTransformEntity = nullptr;
    InstancedEntityVec mSharingPartners;
};
}
