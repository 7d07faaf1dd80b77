#!/usr/bin/env python3
# ===- beside.py - holdfast beside other tools, in one run -----------------===//
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===//
"""CPU, wall time and peak memory of holdfast, clang, clang-tidy, the static analyzer and cppcheck on the same units.

    python3 test/bench/beside.py -p PROJECT/build [-p ...] [--limit N] [--rounds 3] [--plots docs]

All tools get the same units (a fixed choice of those that clang can parse, --limit of them) and one job; what they say is
thrown away. clang-tidy runs one check, the analyzer its iterator checkers and those that they need. holdfast runs with an
empty cache (cold), with what that left (warm), lowers only (nothing linked or solved), and lowers every unit by itself.
Medians over rounds; CPU of a tool and all its children; memory of its largest process. Prints Markdown.

Exit code: 0; 2 when there was nothing to measure, or holdfast found other things in one run than in another.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import ratio

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "runtime" / "bench"))
import bars  # noqa: E402

CHECKERS = "core,cplusplus,alpha.cplusplus.InvalidatedIterator,alpha.cplusplus.IteratorRange," \
           "alpha.cplusplus.MismatchedIterator"
OURS = "#1a6faf"
OTHERS = "#b9c0c7"


class Cost:
    """Of commands, one after the other."""

    def __init__(self):
        self.cpu = self.wall = self.peak = 0.0
        self.out = ""

    def add(self, command, directory):
        begun = time.time()
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as out:
            child = subprocess.Popen(command, cwd=directory, stdin=subprocess.DEVNULL, stdout=out,
                                     stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0)
            self.out += out.read()
        self.cpu += usage.ru_utime + usage.ru_stime
        self.wall += time.time() - begun
        self.peak = max(self.peak, usage.ru_maxrss / 1024)
        return self


def each(units, command):
    """The cost of command(flags, file) for every unit."""
    cost = Cost()
    for entry in units:
        cost.add(command(ratio.flags(entry), entry["file"]), entry["directory"])
    return cost


def tools(options, units, place):
    """Name and cost of everything, in the order of the table; place: an empty directory."""
    database = pathlib.Path(place) / "compile_commands.json"
    database.write_text(json.dumps(units))
    ours = [options.holdfast, "-q", "-j1", "-p", place]
    cache = "--cache-dir=%s/cache" % place
    lower = [options.holdfast, "lower", "-q", "-j1", "--no-cache", "-p", place, "-o"]
    yield "clang -fsyntax-only", each(units, lambda flags, file: [options.clang, "-fsyntax-only", "-w", *flags, file])
    yield "clang-tidy, one check", each(units, lambda flags, file: [
        options.clang_tidy, "--quiet", "--checks=-*,bugprone-use-after-move", file, "--", *flags])
    yield "static analyzer, iterators", each(units, lambda flags, file: [
        options.clang, "--analyze", "-w", "-Xclang", "-analyzer-checker=" + CHECKERS, "-o", os.devnull, *flags, file])
    yield "cppcheck", Cost().add([options.cppcheck, "-q", "-j1", "--project=%s" % database], place)
    yield "holdfast, each unit by itself, lowering", Cost().add([*lower, place + "/alone/", "--debug-no-prefix"], place)
    yield "holdfast, lowering", Cost().add([*lower, place + "/shared/"], place)
    yield "holdfast, cold", Cost().add([*ours, cache], place)
    yield "holdfast, warm", Cost().add([*ours, cache], place)


def same(place):
    """The programs that were lowered with and without a prefix are the same bytes."""
    done = subprocess.run(["diff", "-r", "alone", "shared"], cwd=place, stdout=subprocess.DEVNULL, check=False)
    return done.returncode == 0


def measure(options, build):
    """Tool -> median cpu, wall, peak."""
    chosen = argparse.Namespace(database=build, filter="", seed=1, limit=options.limit, clang=options.clang)
    units = [dict(entry, file=os.path.normpath(os.path.join(entry["directory"], entry["file"])))
             for entry in ratio.measured(chosen)]
    if not units:
        sys.exit(2)
    found = {}
    for _ in range(options.rounds):
        with tempfile.TemporaryDirectory(prefix="holdfast-beside-") as place:
            costs = dict(tools(options, units, place))
            if costs["holdfast, cold"].out != costs["holdfast, warm"].out or not same(place):
                print("beside.py: holdfast differs from itself on %s" % build, file=sys.stderr)
                sys.exit(2)
        for name, cost in costs.items():
            found.setdefault(name, []).append((cost.cpu, cost.wall, cost.peak))
    return len(units), {name: [statistics.median(column) for column in zip(*runs)] for name, runs in found.items()}


def table(name, count, rows):
    parse = rows["clang -fsyntax-only"][0]
    print("\n| %s, %d units | CPU | CPU by that of parsing | wall | largest process |\n|---|---|---|---|---|" % (name, count))
    for tool, (cpu, wall, peak) in rows.items():
        print("| %s | %.2f s | %.3f | %.2f s | %.0f MiB |" % (tool, cpu, cpu / parse, wall, peak), flush=True)


def plot(results):
    groups = []
    for name, (_, rows) in results.items():
        most, parse = max(cpu for cpu, _, _ in rows.values()), rows["clang -fsyntax-only"][0]
        groups.append((name, [("%s: %.2f" % (tool, cpu / parse), cpu / most,
                               OURS if tool.startswith("holdfast") else OTHERS)
                              for tool, (cpu, _, _) in rows.items()]))
    return bars.svg("CPU time by that of clang -fsyntax-only (shorter is better)", groups)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-p", dest="builds", action="append", required=True, help="build directory of a project")
    parser.add_argument("--holdfast", default=str(HERE / "../../build/bin/holdfast"))
    parser.add_argument("--clang", default="clang++-22")
    parser.add_argument("--clang-tidy", default="clang-tidy-22")
    parser.add_argument("--cppcheck", default="cppcheck")
    parser.add_argument("--limit", type=int, default=0, help="at most N units a project, a fixed choice")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--plots", type=pathlib.Path, help="directory for tools.svg")
    options = parser.parse_args()
    options.holdfast = os.path.abspath(options.holdfast)
    results = {}
    for build in options.builds:
        name = pathlib.Path(build).resolve().parent.name
        results[name] = measure(options, build)
        table(name, *results[name])
    if options.plots:
        (options.plots / "tools.svg").write_text(plot(results))


if __name__ == "__main__":
    main()
