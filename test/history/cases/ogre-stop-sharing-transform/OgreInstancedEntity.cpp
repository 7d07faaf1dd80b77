//===- OgreInstancedEntity.cpp - an instance of a mesh ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OgreInstancedEntity.h"

#include <algorithm>

namespace Ogre
{
InstancedEntity::~InstancedEntity()
{
    unlinkTransform();
    destroySkeletonInstance();
}

bool InstancedEntity::shareTransformWith(InstancedEntity* slave)
{
    if (mSharedTransformEntity)
        return false;
    slave->unlinkTransform();
    slave->destroySkeletonInstance();
    slave->mSkeletonInstance = mSkeletonInstance;
    slave->mSharedTransformEntity = this;
    mSharingPartners.push_back(slave);
    return true;
}

void InstancedEntity::stopSharingTransform()
{
    if (mSharedTransformEntity)
    {
#ifdef FIXED
        stopSharingTransformAsSlave(true);
#else
        unlinkTransform();
        createSkeletonInstance();
#endif
    }
    else
    {
        InstancedEntityVec::const_iterator itor = mSharingPartners.begin();
        InstancedEntityVec::const_iterator end = mSharingPartners.end();
        while (itor != end)
        {
#ifdef FIXED
            (*itor)->stopSharingTransformAsSlave(false);
#else
            (*itor)->stopSharingTransform(); // finding: mutate-while-iterating
#endif
            ++itor;
        }
        mSharingPartners.clear();
    }
}

void InstancedEntity::createSkeletonInstance()
{
    mSkeletonInstance = new SkeletonInstance;
}

void InstancedEntity::destroySkeletonInstance()
{
    if (mSkeletonInstance)
    {
        while (!mSharingPartners.empty())
            mSharingPartners.front()->stopSharingTransform();
        delete mSkeletonInstance;
        mSkeletonInstance = nullptr;
    }
}

#ifdef FIXED
void InstancedEntity::stopSharingTransformAsSlave(bool notifyMaster)
{
    unlinkTransform(notifyMaster);
    createSkeletonInstance();
}

void InstancedEntity::unlinkTransform(bool notifyMaster)
#else
void InstancedEntity::unlinkTransform()
#endif
{
    if (mSharedTransformEntity)
    {
#ifdef FIXED
        if (notifyMaster)
            mSharedTransformEntity->notifyUnlink(this);
#else
        mSharedTransformEntity->notifyUnlink(this);
#endif
        mSkeletonInstance = nullptr;
        mSharedTransformEntity = nullptr;
    }
}

void InstancedEntity::notifyUnlink(const InstancedEntity* slave)
{
    InstancedEntityVec::iterator itor = std::find(mSharingPartners.begin(), mSharingPartners.end(), slave);
    if (itor != mSharingPartners.end())
    {
        *itor = mSharingPartners.back();
        mSharingPartners.pop_back();
    }
}
}
