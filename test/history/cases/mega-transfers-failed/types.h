//===- types.h - types of the library ---------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <list>
#include <map>
#include <string>

struct File;
struct Transfer;
struct MegaClient;

typedef int error;
enum direction_t { GET = 0, PUT };
typedef std::list<File*> file_list;
typedef std::map<std::string, Transfer*> transfer_map;
