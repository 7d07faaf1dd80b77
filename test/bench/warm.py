#!/usr/bin/env python3
# ===- warm.py - what a run costs that knows everything already ------------===//
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===//
"""CPU time of holdfast with a warm cache by that with an empty one, over a project.

    python3 test/bench/warm.py -p build [--runs 5] [--holdfast build/bin/holdfast] [--below 0.01]

One run with an empty cache, then --runs with what it left; the same with the program's entry removed (all units are
known, linking and solving is not), which is what is left to do after an edit besides the units it touches. CPU time of the
process and its children, so the load of the machine hardly matters; medians. Run it in the directory of the project. The
findings of all runs are compared.

Exit code: 0 at most --below (if given), 1 above it, 2 when runs differ or nothing was analyzed.
"""

import argparse
import os
import pathlib
import re
import resource
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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-p", dest="build", required=True)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--holdfast", default="holdfast")
    parser.add_argument("--below", type=float)
    options = parser.parse_args()
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
