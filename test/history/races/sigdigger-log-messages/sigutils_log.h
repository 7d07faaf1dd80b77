//===- sigutils_log.h - as far as it is needed of sigutils ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

struct sigutils_log_message {
  const char *domain;
  const char *message;
};

struct sigutils_log_config {
  void *priv;
  void (*log_func)(void *priv, const struct sigutils_log_message *message);
};

void su_log_init(const struct sigutils_log_config *config);
void su_log(const char *domain, const char *message);
