//===- ResourceMonitor.cpp - counts the users of resources ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ResourceMonitor.h"

using namespace std;

namespace lsst {
namespace qserv {
namespace wpublish {

void ResourceMonitor::increment(string const& resource) {
    lock_guard<mutex> lock(_mtx);
    _resourceCounter[resource]++;
}

void ResourceMonitor::decrement(string const& resource) {
    lock_guard<mutex> lock(_mtx);
    if (not _resourceCounter.count(resource)) return;
    if (not --(_resourceCounter[resource])) _resourceCounter.erase(resource);
}

unsigned int ResourceMonitor::count(string const& resource) const {
    lock_guard<mutex> lock(_mtx);
    return _resourceCounter.count(resource) ? _resourceCounter.at(resource) : 0;
}

ResourceMonitor::Status ResourceMonitor::statusToJson() const {
#ifdef FIXED
    lock_guard<mutex> lock(_mtx);
#endif
    Status result;
#ifdef FIXED
    for (auto&& entry : _resourceCounter) {
#else
    for (auto&& entry : _resourceCounter) {  // finding: inconsistent-lock
#endif
        result.push_back({entry.first, entry.second});
    }
    return result;
}

}  // namespace wpublish
}  // namespace qserv
}  // namespace lsst
