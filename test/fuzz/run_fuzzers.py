#!/usr/bin/env python3
# ===- run_fuzzers.py - runs the libFuzzer targets -------------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Runs fuzzers from the seeds that the tests of the project are.

    run_fuzzers.py --build build --seconds 600               # all targets, 600 s in total
    run_fuzzers.py --build build --runs 5000 --target text   # the same runs every time

What is found stays in BUILD/fuzz-corpus/TARGET and is where the next long run
starts; an input that breaks a promise goes to BUILD/fuzz-corpus/broken. A run with
--runs keeps nothing and uses the committed seeds only. Where inputs are choices of
a generator, it is the same on every machine: that many random ones, which are not
mutated. Else it is the same every time where addresses may be the same every time:
libFuzzer compares pointers, too.
Exits 1 when a promise is broken. Seeds: test/fuzz/Inputs/TARGET, and:
"""

import argparse
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]

# Target: longest input, megabytes it may use, seconds one input may take.
TARGETS = {
    "text": (8192, 1024, 10),
    "binary": (8192, 1024, 10),
    "config": (4096, 1024, 10),
    "database": (4096, 1024, 10),
    "roundtrip": (256, 1024, 10),
    "solve": (256, 2048, 30),
    "program": (8192, 2048, 30),
    "lattice": (256, 2048, 30),
}


# Their inputs are choices of a generator, any bytes will do.
CHOOSING = {"roundtrip", "solve", "lattice"}
LONGEST_CHOICE = 64


def programs():
    """Every effect program of the tests."""
    return sorted(SOURCE.glob("test/*/**/*.hfx"))


def text_seeds(tools):
    return [path.read_bytes() for path in programs()]


def solver_seeds(tools):
    return [path.read_bytes() for path in programs() if "solve" in path.parts]


def binary_seeds(tools):
    seeds = []
    for path in programs():
        made = subprocess.run([tools / "hfx-roundtrip", "--binary", path], capture_output=True)
        if made.returncode == 0:  # Some tests are about texts that are refused.
            seeds.append(made.stdout)
    return seeds


def fenced(page, language):
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(), re.MULTILINE | re.DOTALL)


def config_seeds(tools):
    """The examples of the documentation, and the documents of the unit tests."""
    pages = [block for page in sorted(SOURCE.glob("docs/*.md")) for block in fenced(page, "ya?ml")]
    tests = (SOURCE / "test/models/YamlTest.cpp").read_text()
    literals = re.findall(r'add\(((?:"(?:[^"\\]|\\.)*"\s*)+)', tests)
    pages += ["".join(json.loads(part) for part in re.findall(r'"(?:[^"\\]|\\.)*"', literal))
              for literal in literals]
    return [page.encode() for page in pages]


def database_seeds(tools):
    """Commands in the shapes of the launcher and flag tests."""
    words = set()
    for path in sorted(SOURCE.glob("test/tool/*.test")):
        words.update(re.findall(r"\"command\": ?\"((?:[^\"\\]|\\.)*)\"", path.read_text()))
    entries = [{"directory": "/w", "file": "a.cpp", "command": word} for word in sorted(words)]
    return [json.dumps([entry]).encode() for entry in entries] + [json.dumps(entries).encode()]


SEEDS = {"text": text_seeds, "binary": binary_seeds, "config": config_seeds,
         "database": database_seeds, "program": solver_seeds}


def write_seeds(target, folder, tools):
    folder.mkdir(parents=True, exist_ok=True)
    committed = sorted((SOURCE / "test/fuzz/Inputs" / target).glob("*"))
    seeds = SEEDS[target](tools) if target in SEEDS else []
    for number, seed in enumerate(seeds + [path.read_bytes() for path in committed]):
        (folder / f"seed-{number:03}").write_bytes(seed)
    return folder


def write_choices(folder, number):
    """So many inputs of random bytes, the same ones every time."""
    folder.mkdir(parents=True)
    chooser = random.Random(1)
    for index in range(number):
        (folder / f"chosen-{index:05}").write_bytes(chooser.randbytes(chooser.randint(1, LONGEST_CHOICE)))
    return folder


def fixed_addresses():
    """Words before a command that give it the same addresses each time; none where that is forbidden."""
    words = ["setarch", "-R"]
    allowed = shutil.which(words[0]) and not subprocess.run(words + ["true"], capture_output=True).returncode
    return words if allowed else []


def command(target, build, folders, broken):
    length, megabytes, seconds = TARGETS[target]
    words = [build / "bin" / f"fuzz-{target}", f"-max_len={length}", f"-rss_limit_mb={megabytes}",
             f"-timeout={seconds}", f"-artifact_prefix={broken}/{target}-", "-print_final_stats=1",
             "-verbosity=1"]
    dictionary = SOURCE / "test/fuzz/Inputs" / f"{target}.dict"
    if dictionary.exists():
        words.append(f"-dict={dictionary}")
    return words, list(folders)


def run(target, options, folder, seconds):
    """True when nothing was broken. Prints what libFuzzer says at the end."""
    seeds = write_seeds(target, folder / "seeds", options.build / "bin")
    broken = options.build / "fuzz-corpus" / "broken"
    corpus = folder / "found" if options.runs else options.build / "fuzz-corpus" / target
    for path in (broken, corpus):
        path.mkdir(parents=True, exist_ok=True)
    inputs = [corpus, seeds]
    chooses = options.runs and target in CHOOSING
    if chooses:
        inputs.append(write_choices(folder / "chosen", options.runs))
    words, folders = command(target, options.build, inputs, broken)
    # Replays what was found before even when nothing new is tried.
    if options.runs:
        mutated = 0 if chooses else options.runs
        words = fixed_addresses() + words + [f"-runs={mutated}", "-seed=1"]
    else:
        words.append(f"-max_total_time={seconds}")
    environment = dict(os.environ, ASAN_OPTIONS="detect_stack_use_after_return=1")
    done = subprocess.run(words + folders, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          errors="replace", env=environment)
    stats = dict(re.findall(r"^stat::(\w+):\s*(\d+)", done.stdout, re.MULTILINE))
    if done.returncode:
        print(done.stdout[-6000:])
    seeded = len(list(seeds.iterdir()))
    print(f"{target}: {stats.get('number_of_executed_units', '?')} executions from {seeded} seeds, "
          f"{stats.get('peak_rss_mb', '?')} MiB, {'broken' if done.returncode else 'nothing broken'}")
    return done.returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--target", choices=sorted(TARGETS), action="append")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--runs", type=int, help="a fixed number of inputs instead, seed 1")
    options = parser.parse_args()
    options.build = options.build.resolve()
    targets = options.target or sorted(TARGETS)
    sound = True
    for target in targets:
        folder = pathlib.Path(tempfile.mkdtemp(prefix="holdfast-fuzz-"))
        try:
            sound &= run(target, options, folder, max(1, options.seconds // len(targets)))
        finally:
            shutil.rmtree(folder)
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
