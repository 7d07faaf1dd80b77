//===- GetStatusCommand.cpp - the status of a worker ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "GetStatusCommand.h"

namespace lsst {
namespace qserv {
namespace wpublish {

ResourceMonitor::Status GetStatusCommand::run() { return _resourceMonitor->statusToJson(); }

}  // namespace wpublish
}  // namespace qserv
}  // namespace lsst
