//===- node.hpp - a node ----------------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "http.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace psibase
{
   class node
   {
     public:
      explicit node(std::shared_ptr<http::http_config> http_config)
          : http_config(std::move(http_config))
      {
      }

      void set_config(const std::vector<std::string>& files);

     private:
      std::shared_ptr<http::http_config> http_config;
   };
}  // namespace psibase
