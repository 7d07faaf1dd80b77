#!/usr/bin/env python3
# ===- run_models.py - the tables against the libraries themselves ---------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Executes every row of the tables for which there is a library, and compares.

    run_models.py --rows build/bin/hfx-rows --work DIR [--library libstdc++] [--class std::vector]

Exits 1 when a row says something else than the library does and exceptions.toml
does not cite why, when an exception is not needed, and when a row of the standard
library is neither executed nor listed in no_oracle.toml with a reason.
"""

import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys

import calls
import document
import judge
import libraries

HERE = pathlib.Path(__file__).parent
CLANG = "/usr/lib/llvm-22/bin/clang++"
RUN_TIME_OPTIONS = "halt_on_error=0:suppress_equal_pcs=0:detect_leaks=0:print_legend=0"


class Failure(Exception):
    """A program of ours that does not compile or run."""


def source(library, cpp_type, written):
    lines = [f"#include <{header}>" for header in library.includes]
    lines += ['#include "Suite.h"', "int main() {", "  oracle::start();",
              f"  oracle::Suite<{cpp_type}> Suite;"]
    lines += [f'  PROBE({n}, "{call.flags}", {call.code})' for n, call in enumerate(written)]
    return "\n".join(lines + ["}", ""])


def compile_and_run(library, name, text, work):
    stem = work / name.replace("::", "-")
    path = stem.with_suffix(".cpp")
    if not path.exists() or path.read_text() != text:
        path.write_text(text)
    compiler = ["ccache", CLANG] if os.path.exists("/usr/bin/ccache") else [CLANG]
    flags = ["-std=c++23", "-O0", "-g1", "-w", "-fsanitize=address", "-fsanitize-recover=address",
             "-I", str(HERE / "Inputs"), *library.flags]
    for command in ([*compiler, *flags, "-c", path, "-o", stem.with_suffix(".o")],
                    [CLANG, *flags, stem.with_suffix(".o"), "-o", stem, *library.link]):
        build = subprocess.run(command, stderr=subprocess.PIPE, text=True)
        if build.returncode != 0:
            raise Failure(f"{path} does not compile:\n{build.stderr[:4000]}")
    try:
        run = subprocess.run([stem], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                             errors="replace", env=os.environ | {"ASAN_OPTIONS": RUN_TIME_OPTIONS},
                             timeout=500)
    except subprocess.TimeoutExpired:
        raise Failure(f"{stem} does not end") from None
    if run.returncode != 0:
        last = run.stdout.splitlines()[-1:] or ["nothing"]
        raise Failure(f"{stem}: exit code {run.returncode} after {last[0]}\n{run.stderr[:4000]}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def execute(library_name, model, work):
    """The rows of one class, and of all calls what they did: (call, [facts])."""
    library = libraries.LIBRARIES[library_name]
    cpp_type, traits = library.classes[model["name"]]
    rows = list(calls.rows_of(model))
    writer = calls.Writer(rows, traits)
    missing = re.compile(library.missing)
    present = [r for r in rows
               if not missing.fullmatch(r.name) and not missing.fullmatch(f"{r.owner}::{r.name}")]
    written = [call for row in present for call in writer.calls(row)]
    for call in written:
        for name, flags in library.quirks.items():
            if re.fullmatch(name, f"{call.row.owner}::{call.row.name}"):
                call.flags += flags
    facts = compile_and_run(library, model["name"], source(library, cpp_type, written), work)
    of_call = collections.defaultdict(list)
    for fact in facts:
        of_call[fact["probe"]].append(fact)
    return rows, [(call, of_call[n]) for n, call in enumerate(written)]


def standard_rows(tables):
    for model in tables["classes"]:
        if model["name"].startswith("std::"):
            for row in calls.rows_of(model):
                yield model["name"], row.label
    for entry in tables["functions"]:
        if entry["name"].startswith("std::"):
            yield "", f"{entry['name']}({entry['pattern']})"


def check_coverage(tables, verdict, unwatched):
    """Every row of the standard library is executed, or no_oracle.toml says why not."""
    rows = list(standard_rows(tables))
    missing = verdict.uncovered(unwatched, rows)
    for owner, label in missing:
        print(f"neither executed nor in no_oracle.toml: {owner or 'function'} {label}")
    unneeded = [e for e, used in zip(unwatched.entries, unwatched.used) if not used]
    for entry in unneeded:
        print(f"no_oracle.toml: not needed: {entry}")
    for entry, used in zip(unwatched.entries, unwatched.used):
        print(f"no oracle: {len(used)} rows of {len({o for o, _ in used})} classes: {entry['why']}")
    print(f"std: {len(rows)} rows, {sum(r in verdict.probed for r in rows)} executed, "
          f"{sum(len(u) for u in unwatched.used)} without an oracle")
    return bool(missing or unneeded)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=pathlib.Path, required=True, help="the program hfx-rows")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="where programs are built")
    parser.add_argument("--library", action="append", choices=list(libraries.LIBRARIES))
    parser.add_argument("--class", dest="classes", action="append", help="only these models")
    parser.add_argument("--update", type=pathlib.Path, metavar="PAGE",
                        help="docs/models.md: write the tables of a whole run into it")
    parser.add_argument("-j", type=int, default=os.cpu_count())
    parser.add_argument("-v", action="store_true", help="print every disagreement, not one a row")
    return parser.parse_args()


def main():
    options = parse_arguments()
    tables = json.loads(subprocess.run([options.rows], stdout=subprocess.PIPE, check=True).stdout)
    models = {model["name"]: model for model in tables["classes"]}
    jobs = []
    for library in options.library or libraries.LIBRARIES:
        work = options.work / library
        work.mkdir(parents=True, exist_ok=True)
        for name in libraries.LIBRARIES[library].classes:
            if not options.classes or name in options.classes:
                jobs.append((library, models[name], work))
    verdict = judge.Verdict(HERE / "exceptions.toml")
    failed = False
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        futures = [pool.submit(execute, *job) for job in jobs]
        for (library, model, _), future in zip(jobs, futures):
            try:
                verdict.add(library, model, *future.result())
            except Failure as failure:
                print(failure)
                failed = True
    whole = not options.library and not options.classes
    if whole:
        unwatched = judge.Unwatched(HERE / "no_oracle.toml")
        failed |= check_coverage(tables, verdict, unwatched)
    failed |= verdict.report(whole=whole, verbose=options.v)
    if whole and options.update:
        document.update(options.update, verdict, unwatched)
    return failed


if __name__ == "__main__":
    sys.exit(main())
