#!/usr/bin/env python3
# ===- corpus_test.py - the scripts of this directory on fake tools ---------===//
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===//
"""Needs no corpus and no holdfast: shell scripts play the analyzer and crash, hang or find."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import hostile  # noqa: E402
import run_corpus  # noqa: E402


def write(path, text, mode=0o644):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)
    os.chmod(path, mode)
    return path


class HostileTest(unittest.TestCase):
    """What a process does decides its line of the table."""

    def run_on(self, script, name="a.cpp", limits=()):
        with tempfile.TemporaryDirectory() as corpus:
            write(f"{corpus}/clang/test/Sema/{name}", "")
            tool = write(f"{corpus}/tool", "#!/bin/sh\n" + script + "\n", 0o755)
            command = [sys.executable, f"{HERE}/hostile.py", "--holdfast", tool,
                       "--corpus", corpus, "--results", f"{corpus}/out/r.jsonl"]
            run = subprocess.run(command, capture_output=True, text=True, check=False)
            with open(f"{corpus}/out/r.jsonl") as results:
                return run, [json.loads(line) for line in results]

    def test_a_file_that_is_analyzed(self):
        run, results = self.run_on("echo 'a.cpp:1:2: warning: erasing [holdfast-x]'; exit 1")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(results[0]["outcome"], "analyzed")
        self.assertEqual(results[0]["findings"], ["a.cpp:1:2: erasing [holdfast-x]"])

    def test_a_file_that_does_not_parse_is_tried_as_it_is(self):
        run, results = self.run_on('case "$*" in *c++20*) exit 3;; esac')
        self.assertEqual(run.returncode, 0)
        self.assertEqual(results[0]["outcome"], "analyzed")
        self.assertEqual(results[0]["attempt"], 1)

    def test_errors_in_the_source_are_no_failure(self):
        run, results = self.run_on("echo 'a.cpp:1:1: error: expected a type'; exit 3")
        self.assertEqual(run.returncode, 0)
        self.assertEqual(results[0]["outcome"], "failed to parse")

    def test_a_signal_is_a_crash(self):
        run, results = self.run_on("kill -SEGV $$")
        self.assertEqual(run.returncode, 1)
        self.assertEqual(results[0]["outcome"], "crashed")
        self.assertIn("tool -j1", run.stdout)

    def test_a_crash_that_the_tool_reports_is_a_crash(self):
        run, results = self.run_on("echo 'failed: a.cpp: crashed: Segmentation fault'; exit 3")
        self.assertEqual(run.returncode, 1)
        self.assertEqual(results[0]["outcome"], "crashed")

    def test_a_timeout_that_the_tool_reports(self):
        run, results = self.run_on("echo 'failed: a.cpp: took more than 10 s of time'; exit 3")
        self.assertEqual(run.returncode, 1)
        self.assertEqual(results[0]["outcome"], "timed out")

    def test_an_odd_exit_code_is_a_crash(self):
        run, results = self.run_on("exit 134")
        self.assertEqual(results[0]["outcome"], "crashed")
        self.assertEqual(run.returncode, 1)

    def test_too_much_memory(self):
        hog = f"{sys.executable} -c 'x = bytearray(1100 << 20)'"
        run, results = self.run_on(hog)
        self.assertEqual(results[0]["outcome"], "over 1 GiB")
        self.assertEqual(run.returncode, 1)

    def test_c_files_are_c(self):
        _, results = self.run_on("exit 0", name="a.c")
        self.assertIn("-x c ", results[0]["command"] + " ")

    def test_a_missing_tool_is_said(self):
        command = [sys.executable, f"{HERE}/hostile.py", "--holdfast", "/nowhere"]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 2)
        self.assertIn("no holdfast at /nowhere", run.stderr)

    def test_a_torn_last_line_is_done_again(self):
        with tempfile.TemporaryDirectory() as directory:
            path = write(f"{directory}/r", '{"file": "a", "outcome": "analyzed"}\n{"file": "b", "ou')
            self.assertEqual(list(hostile.read_results(path)), ["a"])


class CorpusTest(unittest.TestCase):
    """A finding needs a verdict, and a verdict that it is no false alarm."""

    def run_on(self, tool, verdicts):
        with tempfile.TemporaryDirectory() as corpus:
            source = write(f"{corpus}/leveldb/db/a.cc", "int a;\nint b;\n")
            write(f"{corpus}/leveldb/build/compile_commands.json", json.dumps(
                [{"directory": corpus, "file": source, "arguments": ["c++", "-c", source]}]))
            tool = write(f"{corpus}/tool", "#!/bin/sh\n" + tool + "\n", 0o755)
            write(f"{corpus}/verdicts", verdicts)
            command = [sys.executable, f"{HERE}/run_corpus.py", "--holdfast", tool, "--corpus",
                       corpus, "--verdicts", f"{corpus}/verdicts", "leveldb"]
            return subprocess.run(command, capture_output=True, text=True, check=False)

    finds = ("echo \"$PWD/leveldb/db/a.cc:2:1: warning: use of 'x' [holdfast-some-rule, likely]\"\n"
             "echo '0 findings in 0 files; 1 translation unit: 1 analyzed, 0 failed, 0 skipped'; exit 1")

    def test_a_clean_project(self):
        run = self.run_on("echo '0 findings in 0 files; 1 translation unit: 1 analyzed, 0 failed, 0 skipped'", "")
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        self.assertRegex(run.stdout, r"LevelDB 1.23 \| [^|]* \| 1 \| 1 \| 0 \| 2 \| 0 \|")

    def test_a_finding_nobody_read(self):
        run = self.run_on(self.finds, "")
        self.assertEqual(run.returncode, 1)
        self.assertIn("| `leveldb/db/a.cc:2` | some-rule | use of 'x' | unread |", run.stdout)

    def test_a_true_bug_is_fine(self):
        run = self.run_on(self.finds, "leveldb | some-rule | leveldb/db/a.cc:2 | true bug | dangles\n")
        self.assertEqual(run.returncode, 0, run.stdout)
        self.assertIn("| true bug | dangles |", run.stdout)

    def test_a_false_alarm_is_not(self):
        run = self.run_on(self.finds, "leveldb | some-rule | leveldb/db/a.cc:2 | false alarm | copy\n")
        self.assertEqual(run.returncode, 1)

    def test_a_unit_that_failed_is_not(self):
        run = self.run_on("echo '0 findings in 0 files; 1 translation unit: 0 analyzed, 1 failed, 0 skipped'; exit 3", "")
        self.assertEqual(run.returncode, 1)

    def test_a_misspelled_verdict(self):
        run = self.run_on(self.finds, "leveldb | some-rule | leveldb/db/a.cc:2 | fine | copy\n")
        self.assertIn("verdicts:1: expected", run.stderr)
        self.assertNotEqual(run.returncode, 0)


class DatabaseTest(unittest.TestCase):
    def test_recursive_make(self):
        with tempfile.TemporaryDirectory() as top:
            write(f"{top}/sub/b.c", "")
            write(f"{top}/a.c", "")
            log = (f"make[1]: Entering directory '{top}/sub'\n"
                   "depbase=`echo b.o`;\\\ncc -DX='\"1\"' -c -o b.o b.c &&\\\nmv x y\n"
                   f"make[1]: Leaving directory '{top}/sub'\n"
                   "cc -c a.c; echo done\necho cc -o a.o\n")
            run = subprocess.run([sys.executable, f"{HERE}/make_database.py", top], input=log,
                                 capture_output=True, text=True, check=True)
            entries = json.loads(run.stdout)
            self.assertEqual([(e["directory"], e["file"]) for e in entries],
                             [(f"{top}/sub", f"{top}/sub/b.c"), (top, f"{top}/a.c")])
            self.assertEqual(entries[0]["arguments"],
                             ["cc", '-DX="1"', "-c", "-o", "b.o", "b.c"])


if __name__ == "__main__":
    unittest.main()
