//===- file.h - a file that is transferred ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <list>
#include <string>

struct File;
struct Transfer;
typedef std::list<File*> file_list;

struct File
{
    File(const std::string& localname, long mtime) : localname(localname), mtime(mtime) {}
    virtual ~File() {}
    virtual void terminated() {}

    std::string localname;
    long mtime;
    Transfer* transfer = nullptr;
    file_list::iterator file_it;
};
