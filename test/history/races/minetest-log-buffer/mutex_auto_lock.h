//===- mutex_auto_lock.h - the lock of all of Minetest ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <mutex>

using MutexAutoLock = std::unique_lock<std::mutex>;
