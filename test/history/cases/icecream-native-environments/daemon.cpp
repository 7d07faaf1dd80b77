//===- daemon.cpp - serves the compilers of a machine -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "daemon.h"

using namespace std;

size_t Daemon::finish_create_env(int pipe, string &native_env)
{
    native_env = "env-" + to_string(pipe);
    return installed_sizes.count(pipe) ? installed_sizes[pipe] : 0;
}

void Daemon::handle_end(Client *client)
{
    client->status = Client::FAILED;
}

void Daemon::check_cache_size(const string &new_env)
{
    while (envs_last_use.size() > 10) {
        map<string, time_t>::iterator it = envs_last_use.begin();
        if (it->first == new_env) {
            break;
        }
        envs_last_use.erase(it);
    }
}

bool Daemon::finish_get_native_env(Client *client, string env_key)
{
    envs_last_use[native_environments[env_key].name] = time(nullptr);
    client->status = Client::GOTNATIVE;
    client->pending_create_env.clear();
    return true;
}

#ifdef FIXED
bool Daemon::create_env_finished(string env_key)
#else
void Daemon::create_env_finished(string env_key)
#endif
{
    NativeEnvironment &env = native_environments[env_key];
    size_t installed_size = finish_create_env(env.create_env_pipe, env.name);
    env.create_env_pipe = 0;

    if (!installed_size) {
        for (Clients::const_iterator it = clients.begin(); it != clients.end(); ++it)  {
            if (it->second->pending_create_env == env_key) {
                handle_end(it->second);
            }
        }
#ifdef FIXED
        return false;
#else
        native_environments.erase(env_key);
        return;
#endif
    }

    envs_last_use[env.name] = time(nullptr);
    check_cache_size(env.name);

    for (Clients::const_iterator it = clients.begin(); it != clients.end(); ++it) {
        if (it->second->pending_create_env == env_key) {
            finish_get_native_env(it->second, env_key);
        }
    }
#ifdef FIXED
    return true;
#endif
}

int Daemon::answer_client_requests(const set<int> &listen_set)
{
#ifdef FIXED
    for (map<string, NativeEnvironment>::iterator it = native_environments.begin();
            it != native_environments.end();) {
        if (it->second.create_env_pipe && listen_set.count(it->second.create_env_pipe)) {
            if (!create_env_finished(it->first)) {
                native_environments.erase(it++);
                continue;
            }
        }
        ++it;
    }
#else
    for (map<string, NativeEnvironment>::iterator it = native_environments.begin();
            it != native_environments.end(); ++it) {
        if (it->second.create_env_pipe && listen_set.count(it->second.create_env_pipe)) {
            create_env_finished(it->first); // finding: mutate-while-iterating
        }
    }
#endif
    return 0;
}
