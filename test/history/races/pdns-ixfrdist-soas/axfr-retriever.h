//===- axfr-retriever.h - asks the master for a zone ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <cstdint>
#include <memory>
#include <string>

struct SOARecordContent
{
  uint32_t serial;
};

uint32_t getSerialFromMaster(const std::string& zone);

class AXFRRetriever
{
public:
  explicit AXFRRetriever(const std::string& domain);
  std::shared_ptr<SOARecordContent> getSOA() const { return d_soa; }

private:
  std::shared_ptr<SOARecordContent> d_soa;
};
