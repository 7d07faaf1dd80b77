#!/usr/bin/env python3
# ===- run.py - do the interleaving tests notice the errors? ---------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Lets each error of errors.py happen in the test that notices it, and says so.

The programs are those of the interleaving tests, built with the headers of mutate.py. Exits 1 if an error was not
noticed. With --all, runs all tests for each error, and names the first that fails: to find one for a new error.
"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys

import errors
import mutate


HEADERS = pathlib.Path(__file__).parents[4] / "runtime/include/holdfast/detail"


def program_of(test, directory):
    overflows = test.startswith(("Crowd", "Chain", "Rebuild"))
    name = "hfx-interleaving-errors-overflow" if overflows else "hfx-interleaving-errors"
    found = shutil.which(name, path=directory)
    if not found:
        raise SystemExit(f"{name} is not in {directory or 'PATH'}: build it")
    return found


def noticed(program, number, tests):
    """How the tests fail while that error happens; None: they pass."""
    try:
        run = subprocess.run([program, f"--gtest_filter={tests}", "--gtest_fail_fast"], timeout=300, text=True,
                             capture_output=True, env=os.environ | {"HOLDFAST_ERROR": str(number)}, errors="replace")
    except subprocess.TimeoutExpired:
        return "does not end"
    if run.returncode == 0:
        if " 0 tests from" in run.stdout:
            raise SystemExit(f"{program}: there is no test {tests}")
        return None
    failed = re.search(r"^\[  FAILED  \] (\S+?),? ", run.stdout, re.MULTILINE)
    return f"{failed.group(1)} fails" if failed else f"ends with {run.returncode}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", help="where they were built; else they are found in PATH")
    parser.add_argument("--all", action="store_true")
    arguments = parser.parse_args()
    missed = 0
    for number, error in enumerate(errors.ERRORS):
        tests = "*" if arguments.all else error.noticed_by
        how = noticed(program_of(error.noticed_by, arguments.programs), number, tests)
        why = mutate.problem((HEADERS / error.file).read_text(), error) or f"NOT noticed by {tests}"
        print(f"{error.name}: {how or why}", flush=True)
        missed += how is None
    print(f"{len(errors.ERRORS) - missed} of {len(errors.ERRORS)} errors are noticed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
