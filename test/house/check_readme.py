#!/usr/bin/env python3
# ===- check_readme.py - is the output in README.md real? -------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Runs the holdfast command of README.md's console block and compares what it prints."""

import argparse
import difflib
import pathlib
import re
import subprocess
import sys

BLOCK = re.compile(r"^```console\n(?:\$ make .*\n)?\$ build/bin/holdfast (.*)\n((?:.*\n)*?)```$", re.MULTILINE)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("readme", type=pathlib.Path)
    parser.add_argument("holdfast")
    parser.add_argument("example", help="build directory of examples/chat")
    arguments = parser.parse_args()
    block = BLOCK.search(arguments.readme.read_text())
    if not block:
        print("no console block with a holdfast command")
        return 1
    command = [arguments.holdfast] + block[1].replace("build/examples/chat", arguments.example).split()
    root = pathlib.Path(__file__).resolve().parents[2]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    real = run.stdout + run.stderr
    if real == block[2]:
        return 0
    sys.stdout.writelines(
        difflib.unified_diff(block[2].splitlines(True), real.splitlines(True), "README.md", "real")
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
