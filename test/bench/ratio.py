#!/usr/bin/env python3
# ===- ratio.py - what analysis costs next to parsing ----------------------===//
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===//
"""CPU time of holdfast by that of `clang++-22 -fsyntax-only -w`, over the same translation units.

    python3 test/bench/ratio.py -p build --limit 20 [--runs 5] [--below 1.10]

Seconds depend on the machine, the ratio hardly does: both programs run on each unit in turn, in one
process each, so load and clock changes hit both. A round is one pass over all units; its ratio is the
quotient of the two sums, and the median over the rounds is what counts. Prints one line a unit with
-v, to see which units are dear.

Exit code: 0 at most --below (if given), 1 above it, 2 when there was nothing to measure.
"""

import argparse
import json
import os
import random
import shlex
import statistics
import subprocess
import sys

DROPPED_WITH_VALUE = {"-o", "-MF", "-MT", "-MQ"}
DROPPED = {"-c", "-MD", "-MMD", "-MP", "-S", "-E"}


def cpu(command, directory):
    """User and system seconds of the process and of the children it waited for; the exit code."""
    child = subprocess.Popen(command, cwd=directory, stdin=subprocess.DEVNULL,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, child.returncode


def flags(entry):
    """The compiler arguments of a database entry, without the compiler and its output."""
    words = entry.get("arguments") or shlex.split(entry["command"])
    result, skip = [], False
    file = os.path.normpath(os.path.join(entry["directory"], entry["file"]))
    # launchers (ccache c++ …) come before the compiler; flags start at the first dash
    while words and not words[0].startswith("-"):
        words = words[1:]
    for word in words:
        if skip:
            skip = False
        elif word in DROPPED_WITH_VALUE:
            skip = True
        elif word in DROPPED:
            pass
        elif os.path.normpath(os.path.join(entry["directory"], word)) != file:
            result.append(word)
    return result


def measured(arguments):
    """The units to measure: a fixed random choice of those that clang can parse."""
    database = arguments.database
    if os.path.isdir(database):
        database = os.path.join(database, "compile_commands.json")
    with open(database) as file:
        entries = {e["file"]: e for e in json.load(file) if arguments.filter in e["file"]}
    chosen = [entries[name] for name in sorted(entries)]
    random.Random(arguments.seed).shuffle(chosen)
    units = []
    for entry in chosen:
        if arguments.limit and len(units) == arguments.limit:
            break
        _, status = cpu(syntax(arguments, entry), entry["directory"])
        if status:
            print(f"ratio.py: left out, does not parse: {entry['file']}", file=sys.stderr)
        else:
            units.append(entry)
    return units


def syntax(arguments, entry):
    compiler = arguments.clang
    if entry["file"].endswith(".c"):
        compiler = compiler.replace("clang++", "clang")
    return [compiler, "-fsyntax-only", "-w"] + flags(entry) + [entry["file"]]


def analysis(arguments, entry):
    # The same flags, so that nothing but the work differs.
    return [arguments.holdfast, "-j1", entry["file"], "--"] + flags(entry)


def round_of(arguments, units):
    parsing = analyzing = 0.0
    for entry in units:
        a, _ = cpu(syntax(arguments, entry), entry["directory"])
        b, status = cpu(analysis(arguments, entry), entry["directory"])
        if status not in (0, 1):
            sys.exit(f"ratio.py: exit code {status} of {shlex.join(analysis(arguments, entry))}")
        if arguments.verbose:
            print(f"{b / a:6.3f} {a:7.2f} s {b:7.2f} s  {entry['file']}")
        parsing, analyzing = parsing + a, analyzing + b
    return parsing, analyzing


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("-p", dest="database", required=True, help="build directory or database")
    parser.add_argument("--holdfast", default=os.path.join(here, "../../build/bin/holdfast"))
    parser.add_argument("--clang", default="clang++-22")
    parser.add_argument("--filter", default="", help="only files with this in their path")
    parser.add_argument("--limit", type=int, default=0, help="at most N units, a fixed choice")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--below", type=float, help="fail above this ratio")
    parser.add_argument("-v", dest="verbose", action="store_true")
    arguments = parser.parse_args()
    arguments.holdfast = os.path.abspath(arguments.holdfast)
    if not os.access(arguments.holdfast, os.X_OK):
        print(f"ratio.py: no holdfast at {arguments.holdfast}", file=sys.stderr)
        return 2
    units = measured(arguments)
    if not units:
        print(f"ratio.py: nothing to measure in {arguments.database}", file=sys.stderr)
        return 2
    ratios = []
    for number in range(arguments.runs):
        parsing, analyzing = round_of(arguments, units)
        ratios.append(analyzing / parsing)
        print(f"round {number + 1}: clang {parsing:.1f} s, holdfast {analyzing:.1f} s, "
              f"ratio {ratios[-1]:.3f}")
    median = statistics.median(ratios)
    print(f"ratio {median:.3f} (median of {arguments.runs}, {min(ratios):.3f} to {max(ratios):.3f}, "
          f"{len(units)} translation units)")
    return 1 if arguments.below and median > arguments.below else 0


if __name__ == "__main__":
    sys.exit(main())
