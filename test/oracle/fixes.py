#!/usr/bin/env python3
# ===- fixes.py - are fixed programs right? -------------------------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Generates programs, has `holdfast --fix`, with --all `holdfast --fix=all`, edit them, and runs what comes of it.

A fix is right when the program compiles, has fewer findings than before, and, if none is left, is stopped
by no input for the use of something invalid. Prints the numbers and the programs that are wrong.
Exit code: 1 when fewer than --min-right percent are right, or fewer than --min-fixed were fixed; 2 when
programs cannot be built or run before they are fixed.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile

from analysis import analyze
from execution import Builder, OracleError, other_file, run, write
from generate.program import generate

BATCH = 200


def starts(lines):
    """{name of a program: number of its first line}."""
    return {line.split()[1]: number for number, line in enumerate(lines, start=1) if line.startswith("namespace p")}


def driven(lines):
    """Where the part begins that the driver needs: behind all programs."""
    return len(lines) - 1 - lines[::-1].index("#ifdef ORACLE_RUN")


def without_marks(path):
    """RAN and HIT are macros, and what a macro may do in another build is no loop's to lose: with them there is no
    fix that replaces a whole loop. Without them, only what stops a program is known, which is enough here."""
    with open(path, encoding="utf-8") as source:
        text = source.read()
    with open(path, "w", encoding="utf-8") as out:
        out.write(re.sub(r"\b(RAN|HIT)\(\d+\) ?", "", text))


def cut(path, places):
    """{name: its lines} of a file in which programs stand in the order of places; sets first and last."""
    with open(path, encoding="utf-8") as source:
        lines = source.read().split("\n")
    first = starts(lines)
    end = driven(lines)
    names = list(places)
    for name, after in zip(names, names[1:] + [None]):
        places[name].first = first[name]
        places[name].last = first[after] - 1 if after else end
    return {name: lines[p.first - 1:p.last] for name, p in places.items()}


def counted(findings, places):
    return {name: sum(p.first <= f.line <= p.last for f in findings) for name, p in places.items()}


def put_together(programs, texts, path):
    """As execution.write(), with other texts."""
    places = write(programs, path)
    with open(path, encoding="utf-8") as source:
        lines = source.read().split("\n")
    head = lines[:min(starts(lines).values()) - 1]
    tail = lines[driven(lines):]
    with open(path, "w", encoding="utf-8") as out:
        out.write("\n".join(head + [line for name in places for line in texts[name]] + tail))
    cut(path, places)
    return places


def fix(options, path):
    """A suggestion may be about one of two loops, or one of several changes: the next run makes the other one."""
    database = path.replace(".cpp", "_db")
    how = "--fix=all" if options.all else "--fix"
    for _ in range(3 if options.all else 1):
        done = subprocess.run([options.holdfast, "-p", database, how], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, universal_newlines=True, check=False)
        if done.returncode not in (0, 1):
            raise OracleError("holdfast %s failed on %s:\n%s" % (how, path, done.stdout[-4000:]))


def examine(options, builder, programs, name):
    """(number of fixed programs, [(name, what is wrong, text)])."""
    path = os.path.join(builder.directory, name + ".cpp")
    places = write(programs, path)
    for source in (path, other_file(path)):
        without_marks(source)
    before = cut(path, places)
    found = counted(analyze(options.holdfast, path), places)
    fix(options, path)
    after = cut(path, places)
    changed = [n for n in places if before[n] != after[n]]
    by_name = {p.name: p for p in programs}
    wrong = {}
    alone = os.path.join(builder.directory, name + "_alone.cpp")
    for n in changed:
        put_together([by_name[n]], after, alone)
        if not builder.compiles(alone):
            wrong[n] = "does not compile"
    kept = [by_name[n] for n in changed if n not in wrong]
    if kept:
        places = put_together(kept, after, path)
        left = counted(analyze(options.holdfast, path), places)
        run(builder.build(path), places)
        for n, place in places.items():
            if left[n] >= found[n]:
                wrong[n] = "still has %d of %d findings" % (left[n], found[n])
            elif left[n] == 0 and place.failures:
                wrong[n] = "is still stopped by %d inputs" % len(place.failures)
    return len(changed), [(n, what, before[n], after[n]) for n, what in wrong.items()]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--holdfast", default="build/bin/holdfast")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0, help="goes on behind so many programs of the seed")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--all", action="store_true", help="suggestions, too")
    parser.add_argument("--min-right", type=float, default=0)
    parser.add_argument("--min-fixed", type=int, default=0)
    options = parser.parse_args()
    options.holdfast = os.path.abspath(options.holdfast)
    fixed, wrong = 0, []
    with tempfile.TemporaryDirectory() as directory:
        try:
            builder = Builder(directory)
            programs = [generate(options.seed, n, "single") for n in range(options.first, options.count)]
            for i in range(0, len(programs), BATCH):
                count, bad = examine(options, builder, programs[i:i + BATCH], "batch%d" % i)
                fixed += count
                wrong += bad
                print("%d programs so far, %d fixed, %d wrong" % (min(i + BATCH, len(programs)), fixed, len(wrong)),
                      file=sys.stderr, flush=True)
        except OracleError as problem:
            print("oracle: %s" % problem, file=sys.stderr)
            return 2
    right = 100 * (fixed - len(wrong)) / fixed if fixed else 0
    print("%d programs, %d fixed, %d of them right (%.1f %%)" % (len(programs), fixed, fixed - len(wrong), right))
    for name, what, before, after in wrong[:options.show]:
        print("\n// %s %s\n%s\n// fixed:\n%s" % (name, what, "\n".join(before), "\n".join(after)))
    return 0 if right >= options.min_right and fixed >= options.min_fixed else 1


if __name__ == "__main__":
    sys.exit(main())
