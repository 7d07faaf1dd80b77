//===- ksck.h - checks of a cluster -----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "status.h"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace kudu {

struct KsckServerHealthSummary {
  std::string uuid;
  bool healthy = false;
};

struct KsckResults {
  std::vector<KsckServerHealthSummary> tserver_summaries;
  std::vector<Status> warning_messages;
};

class KsckTabletServer {
 public:
  explicit KsckTabletServer(std::string uuid) : uuid_(std::move(uuid)) {}

  const std::string& uuid() const { return uuid_; }
  Status FetchInfo() const { return Status::OK(); }
  Status FetchUnusualFlags() const;

 private:
  const std::string uuid_;
};

class KsckCluster {
 public:
  typedef std::map<std::string, std::shared_ptr<KsckTabletServer>> TSMap;

  TSMap& tablet_servers() { return tablet_servers_; }

 private:
  TSMap tablet_servers_;
};

class Ksck {
 public:
  explicit Ksck(KsckCluster* cluster) : cluster_(cluster) {}

  // Connects to all tablet servers and asks them for their state.
  Status FetchInfoFromTabletServers();

  const KsckResults& results() const { return results_; }

 private:
  KsckCluster* cluster_;
  KsckResults results_;
};

}  // namespace kudu
