//===- GetStatusCommand.h - the status of a worker --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "ResourceMonitor.h"

#include <memory>
#include <utility>

namespace lsst {
namespace qserv {
namespace wpublish {

class GetStatusCommand {
public:
    explicit GetStatusCommand(std::shared_ptr<ResourceMonitor> resourceMonitor)
            : _resourceMonitor(std::move(resourceMonitor)) {}

    ResourceMonitor::Status run();

private:
    std::shared_ptr<ResourceMonitor> _resourceMonitor;
};

}  // namespace wpublish
}  // namespace qserv
}  // namespace lsst
