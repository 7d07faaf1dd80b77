//===- store.cpp - objects that several processes share ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store.h"

namespace plasma {

static ObjectTableEntry* get_object_table_entry(PlasmaStoreInfo* store_info, const ObjectID& object_id) {
  auto it = store_info->objects.find(object_id);
  return it == store_info->objects.end() ? nullptr : it->second.get();
}

void PlasmaStore::connect_client(int client_fd) {
  connected_clients_.emplace(client_fd, std::unique_ptr<Client>(new Client(client_fd)));
}

void PlasmaStore::create_object(const ObjectID& object_id, int64_t data_size, int client_fd) {
  auto entry = std::unique_ptr<ObjectTableEntry>(new ObjectTableEntry());
  entry->object_id = object_id;
  entry->data_size = data_size;
  entry->clients.insert(connected_clients_[client_fd].get());
  store_info_.objects[object_id] = std::move(entry);
  eviction_policy_.object_created(object_id);
}

void PlasmaStore::seal_object(const ObjectID& object_id) {
  get_object_table_entry(&store_info_, object_id)->state = PLASMA_SEALED;
}

int PlasmaStore::remove_client_from_object_clients(ObjectTableEntry* entry, Client* client) {
  auto it = entry->clients.find(client);
  if (it == entry->clients.end()) return 0;
  entry->clients.erase(it);
  // If no more clients are using this object, notify the eviction policy that the object is no longer being used.
  if (entry->clients.size() == 0) {
    std::vector<ObjectID> objects_to_evict;
    eviction_policy_.end_object_access(entry->object_id, &objects_to_evict);
    delete_objects(objects_to_evict);
  }
  return 1;
}

void PlasmaStore::delete_objects(const std::vector<ObjectID>& object_ids) {
  for (const auto& object_id : object_ids) {
    store_info_.objects.erase(object_id);
  }
}

int PlasmaStore::abort_object(const ObjectID& object_id, Client* client) {
  auto entry = get_object_table_entry(&store_info_, object_id);
  auto it = entry->clients.find(client);
  if (it == entry->clients.end()) {
    // If the client requesting the abort is not the creator, do not perform the abort.
    return 0;
  } else {
    // The client requesting the abort is the creator. Free the object.
    store_info_.objects.erase(object_id);
    return 1;
  }
}

void PlasmaStore::disconnect_client(int client_fd) {
  auto it = connected_clients_.find(client_fd);
  // If this client was using any objects, remove it from the appropriate lists.
  auto client = it->second.get();
#ifdef FIXED
  std::vector<ObjectID> unsealed_objects;
  for (const auto& entry : store_info_.objects) {
    if (entry.second->state == PLASMA_SEALED) {
      remove_client_from_object_clients(entry.second.get(), client);
    } else {
      unsealed_objects.push_back(entry.first);
    }
  }
  for (const auto& entry : unsealed_objects) {
    abort_object(entry, client);
  }
#else
  for (const auto& entry : store_info_.objects) {
    if (entry.second->state == PLASMA_SEALED) {
      remove_client_from_object_clients(entry.second.get(), client);
    } else {
      abort_object(entry.first, client); // finding: mutate-while-iterating
    }
  }
#endif
  connected_clients_.erase(it);
}

}  // namespace plasma
