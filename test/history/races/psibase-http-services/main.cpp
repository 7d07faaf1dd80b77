//===- main.cpp - the node is configured while it serves --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: gofractally/psibase
// Fix: a931dcf7a419 "shared_lock while writing is useless" (2024)
// Class: shared lock
// The configuration of the server says which files it serves. The threads of the server share the lock of the
// configuration. So does the function that swaps a new table of files in.

#include "http.hpp"
#include "node.hpp"

#include <memory>
#include <string>
#include <thread>
#include <vector>

int main()
{
   auto                     http_config = std::make_shared<psibase::http::http_config>();
   psibase::node            node(http_config);
   std::vector<std::string> files{"/index.html", "/common.js"};
   node.set_config(files);

   unsigned                 served[2] = {};
   std::vector<std::thread> threads;
   for (unsigned& count : served)
   {
      threads.emplace_back(
          [&count, server = psibase::http::server(http_config)]
          {
             for (int i = 0; i < 2000; ++i)
                count += server.handle_request("localhost", "/index.html") == 200;
          });
   }
   for (int i = 0; i < 1000; ++i)
      node.set_config(files);
   for (auto& thread : threads)
      thread.join();
   return served[0] == 2000 && served[1] == 2000 ? 0 : 1;
}
