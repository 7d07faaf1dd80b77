# ===- locks.py - mutexes, and the ways to lock them ------------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Text of the locks. What a lock means is in the tree: locked objects, mode, effective or not.

Templates: {M} the mutex's type, {o} the mutex, {c} the same with its dot or arrow, {p} the second
mutex, {g} the guard's name, {b} where the body comes.
"""

from dataclasses import dataclass
from typing import Tuple

STD = ("lock_guard", "deduced", "unique_lock", "scoped_lock", "adopt", "defer", "try", "retry")


@dataclass(frozen=True)
class Mutex:
    spelled: str
    styles: Tuple[str, ...]  # Of guards that lock it exclusively.
    lock: str = "{c}lock();"
    unlock: str = "{c}unlock();"
    lock_shared: str = ""
    unlock_shared: str = ""
    recursive: bool = False
    house: str = ""  # The text of house_types that defines it.
    init: str = ""

    @property
    def shareable(self):
        return bool(self.lock_shared)


SHARED = {"lock_shared": "{c}lock_shared();", "unlock_shared": "{c}unlock_shared();"}
MUTEXES = {
    "mutex": Mutex("std::mutex", STD),
    "timed_mutex": Mutex("std::timed_mutex", STD + ("timed",)),
    "recursive_mutex": Mutex("std::recursive_mutex", STD, recursive=True),
    "shared_mutex": Mutex("std::shared_mutex", STD, **SHARED),
    "shared_timed_mutex": Mutex("std::shared_timed_mutex", STD, **SHARED),
    "spin": Mutex("SpinLock", STD[:3] + ("scoped_lock", "adopt"), house="SpinLock"),
    "house": Mutex("Mutex", ("locker",), "{c}Lock();", "{c}Unlock();", house="Mutex"),
    "pthread": Mutex("pthread_mutex_t", ("pthread_guard",), "pthread_mutex_lock(&{o});",
                     "pthread_mutex_unlock(&{o});", house="PthreadGuard",
                     init=" = PTHREAD_MUTEX_INITIALIZER"),
    "c11": Mutex("LockC11", ("c11_guard",), "mtx_lock(&{c}handle);", "mtx_unlock(&{c}handle);",
                 house="LockC11"),
    "flag": Mutex("std::atomic_flag", (),
                  "while ({c}test_and_set(std::memory_order_acquire))\n"
                  "  std::this_thread::yield();",
                  "{c}clear(std::memory_order_release);", init=" = ATOMIC_FLAG_INIT"),
    "critical": Mutex("", ("critical",)),  # The name of an OpenMP critical section.
}

GUARDS = {
    "lock_guard": ("std::lock_guard<{M}> {g}({o});",),
    "deduced": ("std::lock_guard {g}({o});",),
    "unique_lock": ("std::unique_lock<{M}> {g}({o});",),
    "scoped_lock": ("std::scoped_lock {g}({o});",),
    "both": ("std::scoped_lock {g}({o}, {p});",),
    "both_adopt": ("std::lock({o}, {p});", "std::lock_guard<{M}> {g}({o}, std::adopt_lock);",
                   "std::lock_guard<{M}> {g}Other({p}, std::adopt_lock);"),
    "adopt": ("{c}lock();", "std::lock_guard<{M}> {g}({o}, std::adopt_lock);"),
    "defer": ("std::unique_lock<{M}> {g}({o}, std::defer_lock);", "{g}.lock();"),
    "timed": ("std::unique_lock<{M}> {g}({o}, std::chrono::seconds(30));",
              "if ({g}.owns_lock()) {", "{b}", "}"),
    "try": ("std::unique_lock<{M}> {g}({o}, std::try_to_lock);", "if ({g}.owns_lock()) {", "{b}",
            "}"),
    "retry": ("std::unique_lock<{M}> {g}({o}, std::defer_lock);", "while (!{g}.try_lock())",
              "  std::this_thread::yield();"),
    "shared_lock": ("std::shared_lock<{M}> {g}({o});",),
    "shared_deduced": ("std::shared_lock {g}({o});",),
    "locker": ("MutexLocker {g}({o});",),
    "pthread_guard": ("PthreadGuard {g}(&{o});",),
    "c11_guard": ("GuardC11 {g}({o});",),
    "returned": ("auto {g} = {R};",),  # A method or function that locks and returns the guard.
    "with": ("{W}([&] {", "{b}", "});"),  # A method or function that calls its argument locked.
    "critical": ("#pragma omp critical({o})", "{", "{b}", "}"),
    # These look like locks and lock nothing.
    "unnamed": ("std::lock_guard<{M}>{{o}};",),
    "unnamed_paren": ("std::unique_lock<{M}>({o});",),
    "never_locked": ("std::unique_lock<{M}> {g}({o}, std::defer_lock);",),
    "try_unchecked": ("std::unique_lock<{M}> {g}({o}, std::try_to_lock);",),
}
TWO = ("both", "both_adopt")
SHARED_GUARDS = ("shared_lock", "shared_deduced")
BROKEN = ("unnamed", "unnamed_paren", "never_locked", "try_unchecked")
# Guards that can be unlocked before their end.
MOVABLE = ("unique_lock", "defer", "retry")


def guard_lines(style, spelled, expression, other, guard, helpers):
    """(lines before the body, lines after, is the body in a block of its own?)"""
    whole, dotted = expression
    words = {"{M}": spelled, "{o}": whole, "{c}": dotted, "{p}": other, "{g}": guard,
             "{R}": helpers[0], "{W}": helpers[1]}
    result = []
    if style == "unnamed_paren" and whole.endswith(")"):
        style = "unnamed"  # With parentheses it would declare a function.
    for line in GUARDS[style]:
        for word, text in words.items():
            line = line.replace(word, text)
        result.append(line)
    if "{b}" not in result:
        return result, [], False
    at = result.index("{b}")
    return result[:at], result[at + 1:], True
