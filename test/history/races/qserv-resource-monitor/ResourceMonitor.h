//===- ResourceMonitor.h - counts the users of resources --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace lsst {
namespace qserv {
namespace wpublish {

class ResourceMonitor {
public:
    using ResourceCounter = std::map<std::string, unsigned int>;
    using Status = std::vector<std::pair<std::string, unsigned int>>;

    void increment(std::string const& resource);
    void decrement(std::string const& resource);

    /// @return The counter of the resource.
    unsigned int count(std::string const& resource) const;

    /// @return The counters of all resources.
    Status statusToJson() const;

private:
    ResourceCounter _resourceCounter;
    mutable std::mutex _mtx;
};

}  // namespace wpublish
}  // namespace qserv
}  // namespace lsst
