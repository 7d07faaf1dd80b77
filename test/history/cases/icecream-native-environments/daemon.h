//===- daemon.h - serves the compilers of a machine -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ICECREAM_DAEMON_H
#define ICECREAM_DAEMON_H

#include <ctime>
#include <map>
#include <set>
#include <string>

struct Client {
    enum Status { WAITCREATEENV, GOTNATIVE, FAILED };
    std::string pending_create_env;
    Status status;
};

typedef std::map<int, Client *> Clients;

struct NativeEnvironment {
    std::string name;
    int create_env_pipe = 0; // if in progress of creating the environment
};

struct Daemon {
    Clients clients;
    std::map<std::string, time_t> envs_last_use;
    std::map<std::string, NativeEnvironment> native_environments;
    std::map<int, size_t> installed_sizes;

    int answer_client_requests(const std::set<int> &listen_set);
    bool finish_get_native_env(Client *client, std::string env_key);
    void handle_end(Client *client);
    size_t finish_create_env(int pipe, std::string &native_env);
    void check_cache_size(const std::string &new_env);
#ifdef FIXED
    bool create_env_finished(std::string env_key);
#else
    void create_env_finished(std::string env_key);
#endif
};

#endif
