//===- xact.cpp - a transaction ---------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "xact.h"

namespace ledger {

xact_t::~xact_t()
{
  for (post_t * post : posts) {
    if (post->account)
      post->account->remove_post(post);
    delete post;
  }
}

void xact_t::add_post(account_t * account, long amount)
{
  post_t * post = new post_t{account, amount};
  posts.push_back(post);
  account->add_post(post);
}

} // namespace ledger
