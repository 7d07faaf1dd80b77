//===- ixfrdist.cpp - distributes zones -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ixfrdist.h"

#include "axfr-retriever.h"

#include <map>
#include <memory>
#include <mutex>
#include <vector>

using std::shared_ptr;
using std::string;
using std::vector;

std::set<DNSName> g_domains;
std::atomic<bool> g_exiting{false};

// A map of DNSName -> SOA
static std::map<DNSName, shared_ptr<SOARecordContent>> g_soas;
static std::mutex g_soas_mutex;

void updateThread()
{
  while (!g_exiting) {
    for (const auto& domain : g_domains) {
      shared_ptr<SOARecordContent> current_soa;
#ifdef FIXED
      {
        std::lock_guard<std::mutex> guard(g_soas_mutex);
        if (g_soas.find(domain) != g_soas.end()) {
          current_soa = g_soas[domain];
        }
      }
#else
      if (g_soas.find(domain) != g_soas.end()) { // finding: inconsistent-lock
        std::lock_guard<std::mutex> guard(g_soas_mutex);
        current_soa = g_soas[domain];
      }
#endif
      if (current_soa != nullptr && getSerialFromMaster(domain) == current_soa->serial)
        continue;

      // Now get the full zone!
      AXFRRetriever axfr(domain);
      shared_ptr<SOARecordContent> soa = axfr.getSOA();
      {
        std::lock_guard<std::mutex> guard(g_soas_mutex);
        g_soas[domain] = soa;
      }
    }
  }
}

static bool checkQuery(const DNSName& qname)
{
  vector<string> info_msg;

  if (g_domains.find(qname) == g_domains.end()) {
    info_msg.push_back("Domain name '" + qname + "' is not configured for distribution");
  }

#ifdef FIXED
  {
    std::lock_guard<std::mutex> guard(g_soas_mutex);
    if (g_soas.find(qname) == g_soas.end()) {
      info_msg.push_back("Domain has not been transferred yet");
    }
  }
#else
  if (g_soas.find(qname) == g_soas.end()) { // finding: inconsistent-lock
    info_msg.push_back("Domain has not been transferred yet");
  }
#endif

  return info_msg.empty();
}

uint32_t handleUDPRequest(const DNSName& qname)
{
  if (!checkQuery(qname))
    return 0;

  shared_ptr<SOARecordContent> soa;
  {
    std::lock_guard<std::mutex> guard(g_soas_mutex);
    soa = g_soas[qname];
  }
  return soa->serial;
}
