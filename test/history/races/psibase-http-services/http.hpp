//===- http.hpp - the server ------------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <shared_mutex>
#include <string>
#include <utility>

namespace psibase::http
{
   struct native_content
   {
      std::string path;
      std::string content_type;
   };

   // host -> file -> content
   using services_t = std::map<std::string, std::map<std::string, native_content>>;

   struct http_config
   {
      services_t        services;
      std::atomic<bool> enable_transactions{false};

      mutable std::shared_mutex mutex;
   };

   class server
   {
     public:
      explicit server(std::shared_ptr<const psibase::http::http_config> http_config)
          : http_config(std::move(http_config))
      {
      }

      // Returns the status.
      int handle_request(const std::string& host, const std::string& req_target) const;

     private:
      std::shared_ptr<const psibase::http::http_config> http_config;
   };
}  // namespace psibase::http
