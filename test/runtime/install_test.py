#!/usr/bin/env python3
# ===- install_test.py - does what is installed work for a user? ----------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Installs the runtime, without LLVM, and builds and runs a project that finds it.

With each compiler, standard and library there is; warnings in the headers are errors, although the
headers are no system headers here. Prints one line each, and exits 1 if one of them failed.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

LIBCXX = "/usr/lib/llvm-22/lib"
WARNINGS = "-Werror -Wall -Wextra -Wpedantic -Wconversion"


def run(*command):
    """None if it went well, else what it said."""
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True)
    return None if done.returncode == 0 else done.stdout + done.stderr


def ways():
    """(name, compiler, compiler flags, libraries)"""
    for compiler in ("g++", "clang++-22", "clang++-19"):
        path = shutil.which(compiler)
        if not path:
            continue
        yield f"{compiler} libstdc++", path, "", ""
        if compiler == "clang++-22" and os.path.exists(f"{LIBCXX}/libc++.a"):
            # The archives: the shared library that is found may be of another version.
            yield f"{compiler} libc++", path, "-stdlib=libc++ -nostdlib++", (
                f"{LIBCXX}/libc++.a {LIBCXX}/libc++abi.a"
            )


def build(consumer, prefix, work, compiler, flags, link, standard):
    """None, or what went wrong."""
    return (
        run("cmake", "-S", consumer, "-B", work, f"-DCMAKE_PREFIX_PATH={prefix}",
            f"-DCMAKE_CXX_COMPILER={compiler}", f"-DCMAKE_CXX_STANDARD={standard}",
            f"-DCMAKE_CXX_FLAGS={flags} {WARNINGS}", "-DCMAKE_NO_SYSTEM_FROM_IMPORTED=ON",
            f"-DCMAKE_CXX_STANDARD_LIBRARIES={link}", "-DCMAKE_BUILD_TYPE=Release",
            "-DCMAKE_CXX_FLAGS_RELEASE=-O1 -DNDEBUG")
        or run("cmake", "--build", work)
        or run(work / "consumer")
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=pathlib.Path, help="the project's directory")
    source = parser.parse_args().source
    failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        base = pathlib.Path(temporary)
        prefix = base / "prefix"
        problem = run("cmake", "-S", source / "runtime", "-B", base / "runtime") or run(
            "cmake", "--install", base / "runtime", "--prefix", prefix)
        if problem:
            sys.exit(f"the runtime cannot be installed:\n{problem}")
        for n, (name, *how) in enumerate(ways()):
            for standard in (17, 20):
                problem = build(source / "test/runtime/Inputs/consumer", prefix,
                                base / f"{n}-{standard}", *how, standard)
                print(f"{name} C++{standard}: {'ok' if not problem else problem}")
                failed += problem is not None
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
