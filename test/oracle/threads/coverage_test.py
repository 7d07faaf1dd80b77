#!/usr/bin/env python3
# ===- coverage_test.py - can the generator write it? -----------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Each kind of container, place, thread, join, lock and hand-over that issue 3 asks for is written
within two thousand programs; what is a bug by itself is in racy programs only. The names are those
of the tables in README.md."""

import os
import re
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.setrecursionlimit(20000)
import generate  # noqa: E402
import layout  # noqa: E402

COUNT = 2000

# In racy and in clean programs.
BOTH = {
    "vector": r"std::vector<(int|std::string|[A-Z]\w+)> \w+;", "deque": r"std::deque<\w",
    "list": r"std::list<", "map": r"std::map<", "multimap": r"std::multimap<",
    "unordered_map": r"std::unordered_map<", "set": r"std::set<",
    "unordered_set": r"std::unordered_set<", "string": r"std::string \w+;",
    "vector<bool>": r"std::vector<bool>", "nested": r"std::map<[^<>]+, std::vector<int>>",
    "member": r"  std::(map|set|list|deque)<[^;]*> \w+_;", "static member": r"inline static std::",
    "global": r"^static std::(map|set|list|vector)<[^;()]*;",
    "accessor": r"^  static std::[^;]* instance;", "by pointer": r"state->|\w+->\w+\(",
    "shared_ptr": r"std::make_shared<[A-Z]", "unique_ptr": r"std::make_unique<",
    "thread": r"std::thread \w+\(\[", "jthread": r"std::jthread",
    "async": r"std::async\(std::launch::async", "async, default": r"std::async\((\[|\w)",
    "packaged_task": r"std::packaged_task", "function by name": r"std::j?thread \w+\(\w+, std::ref",
    "method by pointer": r"(thread \w+|emplace_back|async)\([^;]*&\w+::\w+, ",
    "pthread": r"pthread_create\(", "C11": r"thrd_create\(", "OpenMP": r"#pragma omp parallel for",
    "pool": r"\.submit\(\[", "member thread": r"^  std::j?thread worker_;",
    "loop of joins": r"for \(auto& each : \w+\)\n\s+each\.(join|get)\(\)",
    "helper that joins": r"^static void \w+\(std::vector<std::(thread|future<void>)>& threads\)",
    "wait": r"\.wait\(\);", "detach": r"^  \w+\.detach\(\);",
    "joined by the destructor": r"  ~\w+\(\) \{\n    if \(worker_\.joinable",
    "lock_guard": r"std::lock_guard<std::mutex> \w+\(",
    "unique_lock": r"std::unique_lock<[^>]*> \w+\(",
    "scoped_lock": r"std::scoped_lock \w+\(\w", "shared_lock": r"std::shared_lock",
    "adopt": r"std::adopt_lock", "defer": r"std::defer_lock\);\n\s+\w+\.lock\(\)",
    "try": r"std::try_to_lock\);.*\n\s+if",
    "retry": r"while \(!\w+\.try_lock\(\)\)", "manual": r"^\s+\w*mutex\w*\.lock\(\);",
    "recursive": r"std::recursive_mutex", "shared_mutex": r"std::shared_mutex",
    "spin lock": r"SpinLock", "atomic_flag": r"std::atomic_flag \w*mutex",
    "house mutex": r"MutexLocker \w+\(", "pthread mutex": r"pthread_mutex_lock",
    "C11 mutex": r"mtx_lock", "returned guard": r"= (\w+[.>-]+)?acquire\(\);",
    "withLock": r"withLock\(\[&\]", "enter and leave": r"void (enter|lockItems|begin)\(\)",
    "condition variable": r"\.wait\(lock, \[&\] \{ return !", "notify": r"notify_one\(\)",
    "call_once": r"std::call_once",
    "release": r"memory_order_release", "override": r"\) override \{",
    "stored callback": r"std::function<void\(int\)>",
    "returns": r"^\s+return \w+_\.size\(\);", "early return": r"end\(\)\)\n\s+return;\n",
    "listeners": r"for \(const auto& callback :",
}
CLEAN = {
    "promise": r"std::promise<void>", "latch": r"std::latch",
    "timed": r"std::chrono::seconds\(30\)",
    "semaphore": r"std::binary_semaphore", "barrier": r"std::barrier",
    "two at once": r"std::scoped_lock \w+\([^()]*, |std::lock\(",
    "relock": r"\.unlock\(\);.*\n\s+\w+\.lock\(\)",
    "deferred": r"std::launch::deferred", "temporary future": r"^\s+std::async\(std::launch::async",
    "critical": r"#pragma omp critical", "thread_local": r"thread_local std::",
    "by value": r"\[\w+\]\(\) mutable", "moved": r"\[(\w+) = std::move\(\1\)\]\(\) mutable",
    "snapshot": r"std::shared_ptr<const std::map", "one worker": r"WorkerPool \w+\{1\}",
    "static local mutex": r"^\s+static std::mutex mutex;",
    "own element": r"\.at\(1\) = |\[1\] = ",
}
RACY = {
    "unnamed guard": r"std::lock_guard<std::mutex>\{",
    "unnamed with parentheses": r"^\s+std::unique_lock<std::mutex>\(\w+_?\);",
    "try unchecked": r"std::try_to_lock\);.*\n\s+(?!if)\w",
    "local mutex": r"^  (  )?std::mutex mutex;\n\s+std::lock_guard",
    "instance mutex": r"inline static std::(?!mutex).*\n  mutable std::mutex",
    "relaxed": r"memory_order_relaxed", "volatile": r"volatile bool", "sleep": r"sleep_for",
    "bits": r"^\s+\S+\[\d\] = true;",
}


def sources(racy):
    """Pairs of program and text."""
    for index in range(0 if racy else 1, COUNT, 2):
        made = generate.program(1, index)
        files = layout.unit("u", [made], marks=False).files
        yield made, "\n".join("\n".join(lines) for lines in files.values())


class CoverageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.racy, cls.clean = list(sources(True)), list(sources(False))

    def missing(self, patterns, programs):
        return sorted(name for name, pattern in patterns.items()
                      if not any(re.search(pattern, text, re.MULTILINE) for _, text in programs))

    def test_written_in_racy_programs(self):
        self.assertEqual(self.missing({**BOTH, **RACY}, self.racy), [])

    def test_written_in_clean_programs(self):
        self.assertEqual(self.missing({**BOTH, **CLEAN}, self.clean), [])

    def test_what_is_a_bug_by_itself_is_in_no_clean_program(self):
        for name in ("unnamed guard", "unnamed with parentheses", "relaxed", "volatile", "sleep"):
            self.assertIn(name, self.missing(RACY, self.clean))

    def test_functions_in_another_file(self):
        for programs in (self.racy, self.clean):
            self.assertTrue(any(made.split for made, _ in programs))


if __name__ == "__main__":
    unittest.main()
