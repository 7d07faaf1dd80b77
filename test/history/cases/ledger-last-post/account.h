//===- account.h - postings by account --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef _ACCOUNT_H
#define _ACCOUNT_H

#include <list>
#include <optional>

namespace ledger {

class account_t;

struct post_t
{
  account_t * account;
  long        amount;
  bool        considered = false;
};

typedef std::list<post_t *> posts_list;

class account_t
{
public:
  struct xdata_t
  {
    struct details_t
    {
      long total = 0;
      std::optional<posts_list::const_iterator> last_post;
    };
    details_t self_details;
  };

  void add_post(post_t * post);
  bool remove_post(post_t * post);
  long amount();

private:
  posts_list             posts;
  std::optional<xdata_t> xdata_;
};

} // namespace ledger

#endif
