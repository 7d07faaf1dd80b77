//===- xact.h - a transaction -----------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef _XACT_H
#define _XACT_H

#include "account.h"

namespace ledger {

class xact_t
{
public:
  ~xact_t();

  void add_post(account_t * account, long amount);

private:
  posts_list posts;
};

} // namespace ledger

#endif
