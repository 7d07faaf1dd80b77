//===- eviction_policy.h - what is evicted ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PLASMA_EVICTION_POLICY_H
#define PLASMA_EVICTION_POLICY_H

#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace plasma {

struct Client;

using ObjectID = std::string;

enum object_state { PLASMA_CREATED = 1, PLASMA_SEALED };

struct ObjectTableEntry {
  ObjectID object_id;
  int64_t data_size = 0;
  object_state state = PLASMA_CREATED;
  std::unordered_set<Client*> clients;
};

struct PlasmaStoreInfo {
  std::unordered_map<ObjectID, std::unique_ptr<ObjectTableEntry>> objects;
};

class EvictionPolicy {
 public:
  explicit EvictionPolicy(PlasmaStoreInfo* store_info) : store_info_(store_info) {}

  void object_created(const ObjectID& object_id);
  void end_object_access(const ObjectID& object_id, std::vector<ObjectID>* objects_to_evict);

 private:
  PlasmaStoreInfo* store_info_;
  std::list<std::pair<ObjectID, int64_t>> cache_;
};

}  // namespace plasma

#endif
