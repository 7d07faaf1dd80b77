#!/usr/bin/env python3
# ===- warm.py - what a run costs that knows everything already ------------===//
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===//
"""CPU time of holdfast with a warm cache by that with an empty one, over a project.

    python3 test/bench/warm.py -p build [--runs 5] [--holdfast build/bin/holdfast] [--below 0.01] [--edit FILE...] [--doubt]

One run with an empty cache, then --runs with what it left; the same with the program's entry removed (all units are
known, linking and solving is not), which is what is left to do after an edit besides the units it touches. CPU time of the
process and its children, so the load of the machine hardly matters; medians. Run it in the directory of the project. The
findings of all runs are compared.

--edit works on a copy of the project, in which each FILE is changed in turn, and stays so: a function is added behind all
others, a line after the first #include (all below moves), and a call in the first body that begins a line. After each
change the units that are another one are lowered ("units"), then the whole is analyzed ("rest": reading, linking, solving).
With --doubt, every function that the cache knows is solved again after each change, and must give the same result; and the
findings are compared with those of a run without results of functions.

Exit code: 0 at most --below (if given), 1 above it, 2 when runs differ or nothing was analyzed.
"""

import argparse
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time


def run(command):
    """Findings, summary line, CPU seconds, wall seconds."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.time()
    done = subprocess.run(command, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout, done.stderr.strip().splitlines()[-1], cpu, time.time() - begun


def program_entry(cache):
    """The entry that was written last: that of the solved program."""
    return max(cache.glob("llvmcache-*"), key=lambda path: path.stat().st_mtime_ns)


def changed(text, kind, number, is_header):
    """Text with one change of that kind; None: it cannot be made."""
    if kind == "append":
        if is_header:
            return None  # It would be outside of the guard.
        return text + "\nstatic inline int holdfastAdded%d(int value) { return value + %d; }\n" % (number, number)
    if kind == "move":
        first = re.search(r"^#\s*include.*\n", text, re.MULTILINE)
        return text[: first.end()] + "\n" + text[first.end():] if first else None
    body = re.search(r"^(\S[^\n;#]*\)( const)? )?\{\n", text, re.MULTILINE)
    if not body:
        return None
    return text[: body.end()] + "void holdfastCalled%d(); holdfastCalled%d();\n" % (number, number) + text[body.end():]


def measure_edits(options, place):
    """CPU seconds after each change, in a copy of the project."""
    copy = pathlib.Path(place, "copy", os.path.basename(os.getcwd()))
    shutil.copytree(os.getcwd(), copy, symlinks=True)
    build = os.path.join(copy, options.build)
    database = pathlib.Path(build, "compile_commands.json")
    database.write_text(database.read_text().replace(os.getcwd(), str(copy)))
    os.chdir(copy)
    cache = os.path.join(place, "edited")
    analyze = [options.holdfast, "-q", "-p", options.build, "--cache-dir=" + cache]
    lower = [options.holdfast, "lower", "-q", "-p", options.build, "--cache-dir=" + cache, "-o", os.path.join(place, "hfx") + "/"]
    run(analyze)
    for number, (file, kind) in enumerate((file, kind) for file in options.edit for kind in ("append", "move", "call")):
        text = changed(pathlib.Path(file).read_text(), kind, number, not re.search(r"\.c\w*$", file))
        if text is None:
            continue
        pathlib.Path(file).write_text(text)
        _, _, units, units_wall = run(lower)
        if options.doubt:
            doubted = os.path.join(place, "doubted")
            shutil.rmtree(doubted, ignore_errors=True)
            shutil.copytree(cache, doubted)
            os.environ["HOLDFAST_TEST_DOUBT"] = "1"
            expected, said, _, _ = run(analyze[:-1] + ["--cache-dir=" + doubted])
            del os.environ["HOLDFAST_TEST_DOUBT"]
            if re.search(r"\d functions? failed", said):
                sys.exit("doubted: " + said)
        found, summary, rest, rest_wall = run(analyze)
        if options.doubt and found != expected:
            print("other findings: %s" % summary)
            return 2
        print("%-8s units %6.2f s CPU, %6.2f s; rest %6.2f s CPU, %6.2f s; %s; %s"
              % (kind, units, units_wall, rest, rest_wall, file, summary), flush=True)
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-p", dest="build", required=True)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--holdfast", default="holdfast")
    parser.add_argument("--below", type=float)
    parser.add_argument("--edit", nargs="+", metavar="FILE")
    parser.add_argument("--doubt", action="store_true")
    options = parser.parse_args()
    if options.edit:
        with tempfile.TemporaryDirectory(prefix="holdfast-warm-") as place:
            return measure_edits(options, place)
    with tempfile.TemporaryDirectory(prefix="holdfast-warm-") as place:
        cache = pathlib.Path(place)
        command = [options.holdfast, "-q", "-p", options.build, "--cache-dir=%s" % cache]
        findings, summary, cold, cold_wall = run(command)
        print("cold    %8.2f s CPU, %7.2f s; %s" % (cold, cold_wall, summary))
        if not re.search(r"[1-9]\d* analyzed", summary):
            return 2
        size = sum(path.stat().st_size for path in cache.iterdir())
        medians = {}
        for name in ("warm", "solving"):
            times = []
            for _ in range(options.runs):
                if name == "solving":
                    program_entry(cache).unlink()
                got, summary, cpu, wall = run(command)
                times.append((cpu, wall))
                if got != findings:
                    print("other findings: %s" % summary)
                    return 2
            medians[name] = statistics.median(cpu for cpu, _ in times)
            print("%-7s %8.2f s CPU, %7.2f s; %s" % (name, medians[name],
                                                    statistics.median(wall for _, wall in times), summary))
    ratio = medians["warm"] / cold
    print("warm / cold: %.4f; cache: %.1f MB" % (ratio, size / 1e6))
    return int(options.below is not None and ratio > options.below)


if __name__ == "__main__":
    os.environ.pop("HOLDFAST_CACHE_DIR", None)
    sys.exit(main())
