# ===- handover.py - one thread tells another that it is done ---------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Objects by which a thread hands over: the signal comes before the return of the await, where
`orders` says so. {o} is the object, {m} and {v} the mutex and condition variable beside it."""

from dataclasses import dataclass
from typing import Tuple

SPIN = "while (!{o}.load({r}))\n  std::this_thread::yield();"


@dataclass(frozen=True)
class Style:
    declare: str  # {n}: the name.
    signal: str
    wait: str
    orders: bool = True
    noise: bool = False  # The object itself is raced on.
    more: Tuple[str, ...] = ()  # Declared beside it.


STYLES = {
    "flag": Style("std::atomic<bool> {n}{false};", "{o} = true;",
                  "while (!{o})\n  std::this_thread::yield();"),
    "release": Style("std::atomic<bool> {n}{false};", "{o}.store(true, std::memory_order_release);",
                     SPIN.replace("{r}", "std::memory_order_acquire")),
    "notify": Style("std::atomic<bool> {n}{false};", "{o}.store(true);\n{o}.notify_all();",
                    "{o}.wait(false);"),
    "promise": Style("std::promise<void> {n};", "{o}.set_value();", "{o}.get_future().wait();"),
    "latch": Style("std::latch {n}{1};", "{o}.count_down();", "{o}.wait();"),
    "barrier": Style("std::barrier<> {n}{2};", "{o}.arrive_and_wait();", "{o}.arrive_and_wait();"),
    "semaphore": Style("std::binary_semaphore {n}{0};", "{o}.release();", "{o}.acquire();"),
    "condition": Style("bool {n} = false;",
                       "{\n  std::lock_guard<std::mutex> lock({m});\n  {o} = true;\n}\n"
                       "{v}.notify_all();",
                       "{\n  std::unique_lock<std::mutex> lock({m});\n"
                       "  {v}.wait(lock, [&] { return {o}; });\n}",
                       more=("std::mutex {m};", "std::condition_variable {v};")),
    # These order nothing.
    "relaxed": Style("std::atomic<bool> {n}{false};", "{o}.store(true, std::memory_order_relaxed);",
                     SPIN.replace("{r}", "std::memory_order_relaxed"), orders=False),
    "volatile": Style("volatile bool {n} = false;", "{o} = true;",
                      "while (!{o})\n  std::this_thread::yield();", orders=False, noise=True),
    "sleep": Style("bool {n} = false;", "",
                   "std::this_thread::sleep_for(std::chrono::milliseconds(2));", orders=False),
}
GOOD = tuple(name for name, style in STYLES.items() if style.orders)
BROKEN = tuple(name for name, style in STYLES.items() if not style.orders)


def beside(name, word):
    """ready_ -> readyMutex_"""
    bare = name.rstrip("_")
    return bare + word + name[len(bare):]


def fill(text, expression):
    whole, _ = expression
    head, _, name = whole.rpartition(".")
    sep = "."
    if "->" in name:
        head, _, name = whole.rpartition("->")
        sep = "->"
    prefix = head + sep if head else ""
    return (text.replace("{o}", whole).replace("{m}", prefix + beside(name, "Mutex"))
            .replace("{v}", prefix + beside(name, "Changed")))


def declaration(style, name):
    """The lines that declare it."""
    lines = [text.replace("{m}", beside(name, "Mutex")).replace("{v}", beside(name, "Changed"))
             for text in STYLES[style].more]
    return lines + [STYLES[style].declare.replace("{n}", name)]
