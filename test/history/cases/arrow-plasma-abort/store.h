//===- store.h - objects that several processes share -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PLASMA_STORE_H
#define PLASMA_STORE_H

#include <memory>

#include "eviction_policy.h"

namespace plasma {

struct Client {
  explicit Client(int fd) : fd(fd) {}
  int fd;
};

class PlasmaStore {
 public:
  PlasmaStore() : eviction_policy_(&store_info_) {}

  void connect_client(int client_fd);
  void disconnect_client(int client_fd);
  void create_object(const ObjectID& object_id, int64_t data_size, int client_fd);
  void seal_object(const ObjectID& object_id);
  int abort_object(const ObjectID& object_id, Client* client);
  void delete_objects(const std::vector<ObjectID>& object_ids);
  std::size_t num_objects() const { return store_info_.objects.size(); }

 private:
  int remove_client_from_object_clients(ObjectTableEntry* entry, Client* client);

  PlasmaStoreInfo store_info_;
  EvictionPolicy eviction_policy_;
  std::unordered_map<int, std::unique_ptr<Client>> connected_clients_;
};

}  // namespace plasma

#endif
