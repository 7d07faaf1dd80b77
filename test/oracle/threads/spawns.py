# ===- spawns.py - ways to start threads, and to wait for them --------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Text of the spawns and joins. Templates: {h} the handle, {f} what runs, {e} the same before a
closing parenthesis of a call that takes arguments."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    handle: str  # The type of the handle.
    declare: str  # Declares the handle.
    again: str = ""  # For a handle that exists.
    append: str = ""  # For a vector of handles.
    deferred: bool = False  # Runs where it is asked for.
    packaged: bool = False  # The destructor of the handle does not wait.
    c_style: str = ""  # Takes a function of this signature and a pointer.


ASYNC = "std::async(std::launch::async, {f})"
KINDS = {
    "thread": Kind("std::thread", "std::thread {h}({f});", "{h} = std::thread({f});",
                   "{h}.emplace_back({f});"),
    "jthread": Kind("std::jthread", "std::jthread {h}({f});", "{h} = std::jthread({f});",
                    "{h}.emplace_back({f});"),
    "async": Kind("std::future<void>", "auto {h} = " + ASYNC + ";", "{h} = " + ASYNC + ";",
                  "{h}.push_back(" + ASYNC + ");"),
    "async_default": Kind("std::future<void>", "std::future<void> {h} = std::async({f});",
                          "{h} = std::async({f});", "{h}.push_back(std::async({f}));"),
    "async_temporary": Kind("", ASYNC + ";"),
    "deferred": Kind("std::future<void>", "auto {h} = std::async(std::launch::deferred, {f});",
                     deferred=True),
    "packaged": Kind("std::future<void>",
                     "std::packaged_task<void()> {h}Task({f});\n"
                     "auto {h} = {h}Task.get_future();\n"
                     "std::thread(std::move({h}Task)).detach();", packaged=True),
    "pthread": Kind("pthread_t", "pthread_t {h};\npthread_create(&{h}, nullptr, {f}, {a});",
                    "pthread_create(&{h}, nullptr, {f}, {a});",
                    "pthread_create(&{h}[n], nullptr, {f}, {a});", c_style="void*"),
    "thrd": Kind("thrd_t", "thrd_t {h};\nthrd_create(&{h}, {f}, {a});",
                 "thrd_create(&{h}, {f}, {a});", "thrd_create(&{h}[n], {f}, {a});",
                 c_style="int"),
}

JOINS = {
    "std::thread": ("{h}.join();", "if ({h}.joinable())\n  {h}.join();"),
    "std::jthread": ("{h}.join();", "if ({h}.joinable())\n  {h}.join();"),
    "std::future<void>": ("{h}.get();", "{h}.wait();"),
    "pthread_t": ("pthread_join({h}, nullptr);",),
    "thrd_t": ("thrd_join({h}, nullptr);",),
}
JOIN_ALL = {
    "std::thread": "for (auto& {e} : {h})\n  {e}.join();",
    "std::jthread": "{h}.clear();",
    "std::future<void>": "for (auto& {e} : {h})\n  {e}.get();",
    "pthread_t": "for (pthread_t {e} : {h})\n  pthread_join({e}, nullptr);",
    "thrd_t": "for (thrd_t {e} : {h})\n  thrd_join({e}, nullptr);",
}
DETACH = {"std::thread": "{h}.detach();", "std::jthread": "{h}.detach();",
          "pthread_t": "pthread_detach({h});", "thrd_t": "thrd_detach({h});"}
