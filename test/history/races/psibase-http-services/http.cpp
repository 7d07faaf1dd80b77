//===- http.cpp - the server ------------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "http.hpp"

#include <string>

namespace psibase::http
{
   static int send(int status, const std::string& body)
   {
      return body.empty() ? 500 : status;
   }

   int server::handle_request(const std::string& host, const std::string& req_target) const
   {
      std::shared_lock l{http_config->mutex};
      if (req_target.empty())
         return send(400, "Invalid request target");

      if (auto iter = http_config->services.find(host); iter != http_config->services.end())
      {
         auto file = iter->second.find(req_target);
         if (file != iter->second.end())
         {
            const std::string contents = "contents of " + file->second.path;
            return send(200, file->second.content_type + contents);
         }
      }
      return send(404, "not found: " + req_target);
   }
}  // namespace psibase::http
