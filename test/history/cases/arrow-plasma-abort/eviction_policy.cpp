//===- eviction_policy.cpp - what is evicted --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "eviction_policy.h"

namespace plasma {

void EvictionPolicy::object_created(const ObjectID& object_id) {
  auto entry = store_info_->objects[object_id].get();
  cache_.emplace_front(object_id, entry->data_size);
}

void EvictionPolicy::end_object_access(const ObjectID& object_id, std::vector<ObjectID>*) {
  auto entry = store_info_->objects[object_id].get();
  cache_.emplace_front(object_id, entry->data_size);
}

}  // namespace plasma
