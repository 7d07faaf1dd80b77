//===- node.cpp - a node ----------------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "node.hpp"

#include <mutex>

namespace psibase
{
   static http::services_t load_services(const std::vector<std::string>& files)
   {
      http::services_t services;
      for (const std::string& file : files)
         services["localhost"].emplace(file, http::native_content{"/srv" + file, "text/html"});
      return services;
   }

   void node::set_config(const std::vector<std::string>& files)
   {
      http::services_t new_services = load_services(files);
      {
#ifdef FIXED
         std::lock_guard l{http_config->mutex};
         http_config->enable_transactions = !files.empty();
         // Use swap instead of move to delay freeing the old
         // services until after releasing the mutex
         http_config->services.swap(new_services);
#else
         std::shared_lock l{http_config->mutex};
         http_config->enable_transactions = !files.empty();
         // Use swap instead of move to delay freeing the old
         // services until after releasing the mutex
         http_config->services.swap(new_services);  // finding: unsynchronized-mutation
#endif
      }
   }
}  // namespace psibase
