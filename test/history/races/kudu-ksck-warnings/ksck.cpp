//===- ksck.cpp - checks of a cluster ---------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ksck.h"

#include "locks.h"
#include "threadpool.h"

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

namespace kudu {

static const int fetch_info_concurrency = 4;

Status KsckTabletServer::FetchUnusualFlags() const {
  // The reply takes a while.
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return Status::NetworkError("no flags from " + uuid_);
}

Status Ksck::FetchInfoFromTabletServers() {
  if (cluster_->tablet_servers().empty()) {
    return Status::NotFound("No tablet servers found");
  }

  ThreadPool pool(fetch_info_concurrency);
  std::atomic<int> bad_servers(0);
  std::vector<KsckServerHealthSummary> tablet_server_summaries;
  simple_spinlock tablet_server_summaries_lock;

  for (const auto& entry : cluster_->tablet_servers()) {
    const auto& ts = entry.second;
    pool.SubmitFunc([&]() {
      Status s = ts->FetchInfo();
      KsckServerHealthSummary summary;
      summary.uuid = ts->uuid();
      summary.healthy = s.ok();
      if (!s.ok()) {
        bad_servers++;
      }

      {
        std::lock_guard<simple_spinlock> lock(tablet_server_summaries_lock);
        tablet_server_summaries.push_back(std::move(summary));
      }

      // Fetch the flags information.
      // Failing to gather flags is only a warning.
      s = ts->FetchUnusualFlags();
      if (!s.ok()) {
#ifdef FIXED
        std::lock_guard<simple_spinlock> lock(tablet_server_summaries_lock);
        results_.warning_messages.push_back(
            s.CloneAndPrepend("unable to get flag information for tablet server " + ts->uuid()));
#else
        results_.warning_messages.push_back( // finding: unsynchronized-mutation
            s.CloneAndPrepend("unable to get flag information for tablet server " + ts->uuid()));
#endif
      }
    });
  }
  pool.Wait();

  results_.tserver_summaries.swap(tablet_server_summaries);
  return bad_servers == 0 ? Status::OK() : Status::NetworkError("failed to gather info for all tablet servers");
}

}  // namespace kudu
