//===- sigutils_log.cpp - as far as it is needed of it ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "sigutils_log.h"

static sigutils_log_config log_config;

void
su_log_init(const struct sigutils_log_config *config)
{
  log_config = *config;
}

void
su_log(const char *domain, const char *message)
{
  const sigutils_log_message msg = {domain, message};

  log_config.log_func(log_config.priv, &msg);
}
