//===- account.cpp - postings by account ------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "account.h"

namespace ledger {

void account_t::add_post(post_t * post)
{
  posts.push_back(post);
}

bool account_t::remove_post(post_t * post)
{
  posts.remove(post);
  post->account = nullptr;

#ifdef FIXED
  // Invalidate cached iterators
  if (xdata_)
    xdata_->self_details.last_post = std::nullopt;
#endif
  return true;
}

long account_t::amount()
{
  if (! xdata_)
    xdata_ = xdata_t();

  posts_list::const_iterator i;
  if (xdata_->self_details.last_post)
    i = *xdata_->self_details.last_post;
  else
    i = posts.begin();

#ifdef FIXED
  for (; i != posts.end(); i++) {
#else
  for (; i != posts.end(); i++) { // known-miss: invalidated-iterator issue "The whole program"
#endif
    if (! (*i)->considered) {
      xdata_->self_details.total += (*i)->amount;
      (*i)->considered = true;
    }
    xdata_->self_details.last_post = i;
  }
  return xdata_->self_details.total;
}

} // namespace ledger
