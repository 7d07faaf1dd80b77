//===- main.cpp - two threads delete obsolete files -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: facebook/rocksdb
// Fix: 74b01ac2eaf7 "Fix use-after-free and double-deleting files in BackgroundCallPurge() (#6193)" (2019)
// Class: escaping reference
// Files to delete are in a map under the mutex of the database. A background thread walks the map and gives the mutex
// back while it deletes a file, of which it has references; another thread does the same and clears the map at its end.

#include "db_impl.h"
#include "env.h"

#include <string>

int main() {
  rocksdb::Env env(2);
  rocksdb::DBImpl db(&env);
  for (uint64_t number = 1; number <= 400; ++number) {
    db.ObsoleteFile("/db/a_file_that_is_not_wanted_any_more_" + std::to_string(number) + ".sst", number);
  }
  env.WaitForJoin();
  return db.deleted_files() == 400 ? 0 : 1;
}
