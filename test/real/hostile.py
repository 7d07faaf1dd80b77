#!/usr/bin/env python3
# ===- hostile.py - no crash, hang or memory blow-up on the compiler's tests -===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Runs holdfast over every .c and .cpp file of clang's and libc++'s own tests.

    test/real/configure-corpus.sh llvm
    test/real/hostile.py --holdfast build/bin/holdfast [--limit N] [--suite clang/test/Sema]

Each file is one process, first with the language standard below, then, when it did not parse, as it
is. Most of clang's tests contain errors on purpose: a file that does not parse is an expected
outcome. What may not happen: a signal, more than 10 s of CPU time, more than 1 GiB of memory. Each
of those is listed with the command that shows it again, unless clang 22 alone does the same with the
file (some tests of clang 19 crash clang 22, some of libc++'s need much memory): column "clang too".

One line of JSON a file goes to --results; a second run only does what is missing there, so a stopped
run goes on where it was and `--again crashed` repeats what is to be fixed.

Exit code: 0 when nothing of the three happened, 1 otherwise, 2 when it could not run.
"""

import argparse
import collections
import concurrent.futures
import json
import os
import random
import re
import shlex
import signal
import subprocess
import sys
import tempfile
import threading
import time

SUITES = [
    "clang/test/Parser",
    "clang/test/Sema",
    "clang/test/SemaCXX",
    "clang/test/SemaTemplate",
    "clang/test/CXX",
    "clang/test/AST",
    "clang/test/Analysis",
    "clang/test/CodeGenCXX",
    "clang/test/CodeGenCoroutines",  # LLVM 19 has no clang/test/Coroutines; these are its tests
    "libcxx/test",
]
CPU_SECONDS = 10
WALL_SECONDS = 60  # for a process that sleeps instead of working
MEMORY_KIB = 1024 * 1024
OUTCOMES = ["analyzed", "failed to parse", "clang too", "crashed", "timed out", "over 1 GiB"]
BAD = OUTCOMES[3:]

FINDING = re.compile(r"^(\S.*?:\d+:\d+): warning: (.*\[holdfast-[^\]]*\])$", re.MULTILINE)
# How the tool reports what happened to the child process that analyzed the file.
CHILD_CRASHED = re.compile(r"^failed: .*: crashed: ", re.MULTILINE)
CLANG_CRASHED = re.compile(r"PLEASE submit a bug report")
CHILD_STOPPED = re.compile(r"^failed: .*: took more than ", re.MULTILINE)


def flags_of(corpus, path):
    """The flag sets to try, in order."""
    if path.startswith("libcxx/"):
        # clang 22 with its own libc++ and the tests' support headers
        support = os.path.join(corpus, "libcxx/test/support")
        library = ["-stdlib=libc++", "-I" + support, "-D_LIBCPP_DISABLE_DEPRECATION_WARNINGS"]
        return [library + ["-std=c++20"], library + ["-std=c++26"]]
    if path.endswith(".c"):
        return [["-x", "c", "-std=c17"], ["-x", "c"]]
    inputs = ["-I" + os.path.join(corpus, os.path.dirname(path), "Inputs")]
    return [["-x", "c++", "-std=c++20"] + inputs, ["-x", "c++"] + inputs]


def files_of(corpus, suites):
    for suite in suites:
        for directory, names, files in os.walk(os.path.join(corpus, suite)):
            names.sort()
            for name in sorted(files):
                if name.endswith((".c", ".cpp")):
                    yield os.path.relpath(os.path.join(directory, name), corpus)


class Run:
    """What one process did."""

    def __init__(self, command):
        # The tool analyzes in a child whose time it limits itself; this is for a broken tool.
        shell = ["sh", "-c", f"ulimit -c 0; ulimit -t {2 * CPU_SECONDS}; exec \"$@\"", "sh"]
        with tempfile.TemporaryFile() as output:
            start = time.monotonic()
            child = subprocess.Popen(
                shell + command, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                start_new_session=True,
            )
            killer = threading.Timer(WALL_SECONDS, os.killpg, (child.pid, signal.SIGKILL))
            killer.start()
            _, status, usage = os.wait4(child.pid, 0)
            killer.cancel()
            child.returncode = 0  # reaped here, not by Popen
            self.wall = time.monotonic() - start
            output.seek(0)
            self.output = output.read().decode("utf-8", "replace")
        self.signal = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        self.exit = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -1
        self.cpu = usage.ru_utime + usage.ru_stime
        self.kib = usage.ru_maxrss

    def is_excessive(self):
        return self.cpu >= CPU_SECONDS or self.kib > MEMORY_KIB

    def outcome(self):
        if self.signal == signal.SIGXCPU or self.wall >= WALL_SECONDS or (
            self.exit == 3 and CHILD_STOPPED.search(self.output)
        ) or (self.signal == signal.SIGKILL and self.cpu >= CPU_SECONDS):
            return "timed out"
        if self.signal or self.exit not in (0, 1, 3) or (
            self.exit == 3 and CHILD_CRASHED.search(self.output)
        ):
            return "crashed"
        if self.kib > MEMORY_KIB:
            return "over 1 GiB"
        return "failed to parse" if self.exit == 3 else "analyzed"


def clang_fails_too(arguments, path, flags, outcome):
    """True when clang without us does what may not happen."""
    compiler = "clang-22" if path.endswith(".c") else "clang++-22"
    run = Run([compiler, "-fsyntax-only", "-w", "-fno-crash-diagnostics"] + flags
              + [os.path.join(arguments.corpus, path)])
    if outcome == "crashed":
        return bool(CLANG_CRASHED.search(run.output)) or run.signal != 0
    return run.is_excessive()


def examine(arguments, path):
    """One line of the results."""
    full = os.path.join(arguments.corpus, path)
    for attempt, flags in enumerate(flags_of(arguments.corpus, path)):
        command = [arguments.holdfast, "-j1", f"--timeout={CPU_SECONDS}", full, "--"] + flags
        run = Run(command)
        if run.outcome() != "failed to parse":
            break
    outcome = run.outcome()
    if outcome in BAD and clang_fails_too(arguments, path, flags, outcome):
        outcome = "clang too"
    return {
        "file": path,
        "outcome": outcome,
        "attempt": attempt,
        "exit": run.exit,
        "signal": run.signal,
        "cpu": round(run.cpu, 3),
        "kib": run.kib,
        "findings": [f"{place}: {text}" for place, text in FINDING.findall(run.output)],
        "command": shlex.join(command),
        "tail": run.output[-1500:] if outcome in BAD else "",
    }


def read_results(path):
    results = {}
    if os.path.exists(path):
        with open(path) as lines:
            for line in lines:
                try:
                    result = json.loads(line)
                except ValueError:
                    continue  # the line a killed run was writing
                results[result["file"]] = result
    return results


def print_table(results, suites):
    head = ["suite", "files"] + OUTCOMES + ["findings", "slowest", "largest"]
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for suite in suites + ["all"]:
        rows = [r for r in results.values() if suite == "all" or r["file"].startswith(suite + "/")]
        if not rows:
            continue
        count = collections.Counter(r["outcome"] for r in rows)
        cells = [suite, len(rows)] + [count[o] for o in OUTCOMES]
        cells += [sum(len(r["findings"]) for r in rows)]
        cells += [f"{max(r['cpu'] for r in rows):.1f} s", f"{max(r['kib'] for r in rows) // 1024} MiB"]
        print("| " + " | ".join(str(c) for c in cells) + " |")


def print_bad(results):
    bad = [r for r in results.values() if r["outcome"] in BAD]
    for outcome in BAD:
        for result in sorted((r for r in bad if r["outcome"] == outcome), key=lambda r: r["file"]):
            print(f"\n{outcome}: {result['file']}\n  {result['command']}")
            for line in result["tail"].splitlines()[-12:]:
                print("  | " + line)
    return len(bad)


def parse_arguments():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--holdfast", default=os.path.join(here, "../../build/bin/holdfast"))
    parser.add_argument("--corpus", default="/work/corpus/llvm", help="the LLVM source tree")
    parser.add_argument("--results", help="default: findings/hostile.jsonl beside the corpus")
    parser.add_argument("--suite", action="append", help="only this directory (repeatable)")
    parser.add_argument("--limit", type=int, help="at most N new files, a fixed random choice")
    parser.add_argument("--again", choices=BAD + ["all", "findings"], help="repeat these")
    parser.add_argument("--report", action="store_true", help="only print what is known")
    parser.add_argument("-j", type=int, default=2)
    arguments = parser.parse_args()
    arguments.holdfast = os.path.abspath(arguments.holdfast)
    if not arguments.results:
        arguments.results = os.path.join(arguments.corpus, "../findings/hostile.jsonl")
    return arguments


def pending(arguments, suites, results):
    """The files to do, shuffled: a part of them says something about the whole."""
    files = list(files_of(arguments.corpus, suites))
    random.Random(1).shuffle(files)

    def wanted(path):
        known = results.get(path)
        if not known or arguments.again == "all":
            return arguments.again in (None, "all")
        return known["outcome"] == arguments.again or (
            arguments.again == "findings" and known["findings"])

    files = [f for f in files if wanted(f)]
    return files[: arguments.limit] if arguments.limit else files


def main():
    arguments = parse_arguments()
    suites = arguments.suite or SUITES
    results = read_results(arguments.results)
    if not arguments.report:
        if not os.access(arguments.holdfast, os.X_OK):
            print(f"hostile.py: no holdfast at {arguments.holdfast}", file=sys.stderr)
            return 2
        files = pending(arguments, suites, results)
        if not files and not results:
            print(f"hostile.py: no tests under {arguments.corpus}; "
                  "run test/real/configure-corpus.sh llvm", file=sys.stderr)
            return 2
        os.makedirs(os.path.dirname(os.path.abspath(arguments.results)), exist_ok=True)
        with open(arguments.results, "a") as log, \
                concurrent.futures.ThreadPoolExecutor(arguments.j) as pool:
            tasks = [pool.submit(examine, arguments, f) for f in files]
            for done, task in enumerate(concurrent.futures.as_completed(tasks), 1):
                result = task.result()
                results[result["file"]] = result
                log.write(json.dumps(result) + "\n")
                log.flush()
                if sys.stderr.isatty() or done % 500 == 0:
                    print(f"{done}/{len(files)}", file=sys.stderr)
    print_table(results, suites)
    return 1 if print_bad(results) else 0


if __name__ == "__main__":
    sys.exit(main())
