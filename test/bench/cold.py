#!/usr/bin/env python3
# ===- cold.py - what a shared prefix saves, and that it changes nothing ----===//
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===//
"""Lowers whole projects with and without a shared prefix: CPU by that of parsing, and whether the results are the same.

    python3 test/bench/cold.py -p PROJECT/build [-p ...] [--findings] [--below 0.25]

Every unit's effect program has to be the same bytes, and what is said on stderr the same; with --findings, so has the
output of the whole analysis. Lists why units were parsed by themselves. Nothing is cached. The first number counts lowering
alone: what linking and solving cost is no matter of how units are parsed.

Exit code: 0; 1 when something differs, or a ratio is above --below; 2 when there was nothing to measure.
"""

import argparse
import collections
import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

import ratio

ALONE = ["--debug-no-prefix"]
HERE = pathlib.Path(__file__).resolve().parent


def run(command, directory):
    """CPU seconds, stdout and stderr of the command, in the project's directory."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=directory, stdin=subprocess.DEVNULL, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, errors="replace", check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout, done.stderr


def parsing(options, build):
    """CPU seconds of clang -fsyntax-only over the database."""
    total = 0.0
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as database:
        for entry in json.load(database):
            file = os.path.normpath(os.path.join(entry["directory"], entry["file"]))
            compiler = options.clang.replace("++", "") if file.endswith(".c") else options.clang
            total += ratio.cpu([compiler, "-fsyntax-only", "-w", *ratio.flags(entry), file], entry["directory"])[0]
    return total


def reasons(said):
    """What -v says about sharing, without places."""
    found = collections.Counter()
    for line in said.splitlines():
        if match := re.match(r"note: .*?: (parsed (?:behind|by itself).*?)(?: before .*)?$", line):
            found[match[1]] += 1
    return found


def measure(options, build):
    """Prints the row of a project; whether all is as it has to be."""
    directory = os.path.dirname(os.path.abspath(build))
    common = ["-q", "--no-cache", "-j%d" % options.jobs, "-p", os.path.abspath(build)]
    parse = parsing(options, build)
    with tempfile.TemporaryDirectory(prefix="holdfast-cold-") as place:
        lower = [options.holdfast, "lower", *common, "-o"]
        shared, _, said = run([*lower, place + "/shared/"], directory)
        alone, _, said_alone = run([*lower, place + "/alone/", *ALONE], directory)
        units = sum(1 for _ in pathlib.Path(place, "alone").rglob("*.hfx"))
        if not units:
            sys.exit(2)
        same = subprocess.run(["diff", "-r", "alone", "shared"], cwd=place, stdout=subprocess.DEVNULL,
                              check=False).returncode == 0 and said == said_alone
    found, why = "", collections.Counter()
    if options.findings:
        analysis = [options.holdfast, *(word for word in common if word != "-q")]
        _, out, said = run([*analysis, "-v"], directory)
        _, out_alone, _ = run([*analysis, *ALONE], directory)
        found, why = "; findings: %s" % ("same" if out == out_alone else "DIFFERENT"), reasons(said)
        same = same and out == out_alone
    print("| %s | %d | %.1f s | %.1f s (%.2f) | %.1f s (%.2f) | %s%s |"
          % (os.path.basename(directory), units, parse, alone, alone / parse, shared, shared / parse,
             "same bytes" if same else "DIFFERENT", found), flush=True)
    for reason, times in why.most_common():
        print("    %4d %s" % (times, reason))
    return same and not (options.below and shared / parse > options.below)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-p", dest="builds", action="append", required=True, help="build directory of a project")
    parser.add_argument("--holdfast", default=str(HERE / "../../build/bin/holdfast"))
    parser.add_argument("--clang", default="clang++-22")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--findings", action="store_true", help="compare what is found, too, and say why")
    parser.add_argument("--below", type=float)
    options = parser.parse_args()
    options.holdfast = os.path.abspath(options.holdfast)
    print("| project | units | clang -fsyntax-only | each unit by itself | shared prefix | result |\n|---|---|---|---|---|---|")
    return 0 if all([measure(options, build) for build in options.builds]) else 1


if __name__ == "__main__":
    os.environ.pop("HOLDFAST_CACHE_DIR", None)
    sys.exit(main())
