#!/usr/bin/env python3
# ===- run_access_kinds.py - what rows touch, against ThreadSanitizer ------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Executes the operations of the standard containers beside a walk.

    run_access_kinds.py --rows build/bin/hfx-rows --work DIR [--class std::vector]

A row that touches `change` must race with it in some situation, every other row
in none. Exits 1 when one does not, and exceptions.toml does not say why, and
when an exception is not needed.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tomllib

HERE = pathlib.Path(__file__).parent
MODELS = HERE.parent / "models"
sys.path.insert(0, str(MODELS))
import calls  # noqa: E402
import libraries  # noqa: E402

CLANG = "/usr/lib/llvm-22/bin/clang++"
# What is compiled into libstdc++.so, ThreadSanitizer does not see.
FLAGS = ["-std=c++23", "-O1", "-g0", "-w", "-fsanitize=thread", "-D_GLIBCXX_EXTERN_TEMPLATE=0", "-I", str(HERE / "Inputs"),
         "-I", str(MODELS / "Inputs")]
# Each report is asked for, and nobody reads it.
OPTIONS = ("halt_on_error=0:exitcode=0:suppress_equal_stacks=0:suppress_equal_addresses=0:"
           "symbolize=0:log_path=/dev/null")
# In debug mode begin() of a constant container is a change, of its books.
OWNERS = {"std::unique_ptr", "std::shared_ptr", "std::optional"}
CLASSES = {name: found for name, found in libraries.STD.items() if name not in OWNERS} | {
    "std::basic_string": ("std::string", ("string",))}
# What nobody calls on a container that others use, or what is no operation on one.
NO_ACCESS = re.compile(r"\{.*\}|std::(ranges::|views::|move|as_const|exchange|inserter|(back|front)_inserter)")


def source(cpp_type, written):
    lines = [f"#include <{header}>" for header in libraries.STD_HEADERS]
    lines += ['#include "Touch.h"', "int main() {", f"  oracle::Suite<{cpp_type}> Suite;"]
    lines += [f'  PROBE({n}, "{call.flags}", {call.code})' for n, call in enumerate(written)]
    return "\n".join(lines + ["}", ""])


def compile_and_run(name, text, work):
    stem = work / name.replace("::", "-")
    path = stem.with_suffix(".cpp")
    newest = max(p.stat().st_mtime for p in (HERE / "Inputs").iterdir())
    if not stem.exists() or path.read_text() != text or stem.stat().st_mtime < newest:
        path.write_text(text)
        build = subprocess.run([CLANG, *FLAGS, path, "-o", stem, "-pthread"],
                               stderr=subprocess.PIPE, text=True)
        if build.returncode != 0:
            sys.exit(f"{path} does not compile:\n{build.stderr[:4000]}")
    run = subprocess.run([stem], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                         env=os.environ | {"TSAN_OPTIONS": OPTIONS}, timeout=900)
    if run.returncode != 0:
        last = run.stdout.splitlines()[-1:] or ["nothing"]
        sys.exit(f"{stem}: exit code {run.returncode} after {last[0]}\n{run.stderr[:4000]}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def execute(model, work):
    """Of each row that could be executed: the row, whether some call raced, the calls."""
    cpp_type, traits = CLASSES[model["name"]]
    rows = list(calls.rows_of(model))
    writer = calls.Writer(rows, traits)
    written = [call for row in rows if not NO_ACCESS.match(row.name) and row.touches != "nothing"
               for call in writer.calls(row)]
    by_row = {}
    for fact in compile_and_run(model["name"], source(cpp_type, written), work):
        call = written[fact["probe"]]
        if fact.get("tried"):
            by_row.setdefault(call.row.label, (call.row, []))[1].append((call, fact["raced"]))
    return by_row.values()


class Exceptions:
    def __init__(self):
        self.entries = tomllib.loads((HERE / "exceptions.toml").read_text())["exception"]
        self.used = set()

    def covers(self, row):
        for n, entry in enumerate(self.entries):
            if re.fullmatch(entry["class"], row.owner) and re.fullmatch(entry["row"], row.label):
                self.used.add(n)
                return True
        return False

    def unused(self):
        return [e for n, e in enumerate(self.entries) if n not in self.used]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", required=True, help="the program hfx-rows")
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--class", dest="classes", action="append", help="only this one")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    tables = json.loads(subprocess.check_output([options.rows]))
    exceptions = Exceptions()
    executed = disagreeing = excepted = 0
    for model in tables["classes"]:
        if model["name"] not in CLASSES or (options.classes and model["name"] not in options.classes):
            continue
        for row, results in execute(model, options.work):
            executed += 1
            raced = any(r for _, r in results)
            if raced == (row.touches == "change"):
                continue
            if exceptions.covers(row):
                excepted += 1
                continue
            disagreeing += 1
            example = next((c for c, r in results if r == raced), results[0][0])
            print(f"{row.owner}::{row.label}: touches {row.touches}, but "
                  f"{'races' if raced else 'never races'} with a walk: {example.code}")
    if not options.classes:
        for entry in exceptions.unused():
            disagreeing += 1
            print(f"exception for {entry['class']}::{entry['row']} covers nothing")
    print(f"{executed} rows executed beside a walk, {excepted} with exceptions, "
          f"{disagreeing} disagree")
    return disagreeing != 0


if __name__ == "__main__":
    sys.exit(main())
