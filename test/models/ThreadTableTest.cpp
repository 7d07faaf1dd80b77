//===- ThreadTableTest.cpp - what rows are to other threads ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "models/Model.h"
#include "llvm/ADT/STLExtras.h"
#include "gtest/gtest.h"

using namespace holdfast::models;

namespace {

const Library &builtin() {
  static const Library Lib = Library::builtin();
  return Lib;
}

bool hasRole(const Operation &Row, char Letter) {
  return Row.Roles.find(Letter) != std::string::npos;
}

Touch touches(const char *Class, const char *Name, const char *Shape) {
  const ClassModel *C = builtin().findClass(Class);
  return touchOf(*builtin().findMethod(*C, Name, Shape), C);
}

TEST(ThreadTables, WhatRunsAMethodIsFoundAsWhatCallsACallable) {
  const ClassModel *Thread = builtin().findClass("QThread");
  ASSERT_TRUE(Thread);
  EXPECT_EQ(builtin().findMethod(*Thread, "start", "N")->Runs, "run");
  const Operation *Lowered = builtin().findMethod(*Thread, "start", "F");
  EXPECT_EQ(Lowered->Roles, "d");
  EXPECT_EQ(Lowered->Between, Sync::Spawn);
}

TEST(ThreadTables, FunctionsAboutThreadsSayOfWhich) {
  for (const Operation &Row : builtin().functions()) {
    if (Row.Between == Sync::Join || Row.Between == Sync::Detach)
      EXPECT_TRUE(hasRole(Row, 't')) << Row.Name;
    if (llvm::is_contained({Sync::Signal, Sync::Await, Sync::SignalAwait}, Row.Between))
      EXPECT_TRUE(hasRole(Row, 'w')) << Row.Name;
  }
}

TEST(ThreadTables, AccessesAreWhatTheStandardSays) {
  // [container.requirements.dataraces]/1: operator[] except in maps counts as const.
  EXPECT_EQ(touches("std::vector", "operator[]", "N"), Touch::Element);
  EXPECT_EQ(touches("std::vector", "begin", ""), Touch::Structure);
  EXPECT_EQ(touches("std::map", "operator[]", "V"), Touch::Change);
  EXPECT_EQ(touches("std::map", "find", "V"), Touch::Structure);
  EXPECT_EQ(touches("std::map", "at", "V"), Touch::Structure);
  EXPECT_EQ(touches("std::vector", "reserve", "N"), Touch::Change);
  EXPECT_EQ(touches("std::vector", "{ctor}", "C"), Touch::Nothing);
  EXPECT_EQ(touches("std::_Bit_reference", "operator=", "V"), Touch::Change);
}

TEST(ThreadTables, AccessesOfConcurrentContainersAreWhatTheirContractSays) {
  EXPECT_EQ(touches("tbb::concurrent_vector", "push_back", "V"), Touch::Concurrent);
  EXPECT_EQ(touches("tbb::concurrent_vector", "begin", ""), Touch::Element);
  EXPECT_EQ(touches("tbb::concurrent_vector", "clear", ""), Touch::Change);
  EXPECT_EQ(touches("tbb::detail::d2::concurrent_hash_map", "begin", ""), Touch::Structure);
  EXPECT_EQ(touches("tbb::detail::d2::concurrent_hash_map", "erase", "V"), Touch::Concurrent);
  EXPECT_EQ(touches("folly::ConcurrentHashMap", "clear", ""), Touch::Concurrent);
  EXPECT_EQ(touches("phmap::parallel_flat_hash_map", "find", "V"), Touch::Structure);
  EXPECT_EQ(touches("phmap::parallel_flat_hash_map", "insert", "V"), Touch::Concurrent);
  EXPECT_EQ(touches("phmap::parallel_flat_hash_map<*, phmap::NullMutex>", "insert", "V"),
            Touch::Change);
  EXPECT_EQ(touches("boost::lockfree::spsc_queue", "push", "V"), Touch::Produce);
}

} // namespace
