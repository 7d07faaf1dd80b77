#!/usr/bin/env python3
# ===- execute.py - run the tests that can show what they claim -----------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Compiles each FILE (default: every test with an EXECUTE table) under libstdc++'s debug mode and
AddressSanitizer and runs it. Exit code 1 when a function does other than its table says."""

import os
import subprocess
import sys
import tempfile

FLAGS = ["-std=c++20", "-D_GLIBCXX_DEBUG", "-fsanitize=address", "-fsanitize-address-use-after-scope",
         "-DHOLDFAST_EXECUTE", "-O0", "-w", "-pthread"]


def tests():
    for directory, _, names in sorted(os.walk(os.path.dirname(os.path.abspath(__file__)))):
        for name in sorted(names):
            path = os.path.join(directory, name)
            if name.endswith(".cpp"):
                with open(path, encoding="utf-8") as source:
                    if "\nEXECUTE(" in source.read():
                        yield path


def run(path, compiler):
    with tempfile.TemporaryDirectory() as directory:
        binary = os.path.join(directory, "test")
        if subprocess.run([compiler, *FLAGS, path, "-o", binary], check=False).returncode:
            print("%s: does not compile" % os.path.relpath(path), flush=True)
            return False
        environment = dict(os.environ, ASAN_OPTIONS="detect_leaks=0:detect_stack_use_after_return=1")
        done = subprocess.run([binary], stdout=subprocess.PIPE, universal_newlines=True,
                              env=environment, check=False)
    print("%s: %s" % (os.path.relpath(path), "as said" if done.returncode == 0 else "DIFFERS"))
    print(done.stdout, end="", flush=True)
    return done.returncode == 0


def main(arguments):
    compiler = os.environ.get("CXX", "g++")
    paths = arguments or list(tests())
    if not paths:
        print("execute: no test has an EXECUTE table")
        return 1
    return 0 if all([run(path, compiler) for path in paths]) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
