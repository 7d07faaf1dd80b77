#!/usr/bin/env python3
# ===- check_fix.py - does a fix do what it says? ---------------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Proves the fixes of a test file: a program whose cases (Inputs/Cases.h) fail.

For each --std: compiled under the debug mode of libstdc++ and AddressSanitizer, every case fails.
`holdfast --fix` edits a copy. The copy compiles without a warning, has no finding, and every case
passes. Fixing once more changes nothing. FileCheck compares the copy (without its own CHECK lines)
with the CHECK lines of the test, with the prefixes CHECK and the standard's, as in CXX17. clang-tidy
--fix makes the same of it.

--races: under ThreadSanitizer instead. --all: applies suggestions, too. --keeps=N: so many findings stay, whose cases are not listed.
Exit code: 0 proven, 1 not, 2 the test is broken.
"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys

SANITIZED = ["-D_GLIBCXX_DEBUG", "-fsanitize=address", "-fsanitize-address-use-after-scope", "-g0", "-O0", "-pthread"]
RACES = ["-fsanitize=thread", "-g0", "-O1", "-pthread"]
ENVIRONMENT = dict(os.environ, ASAN_OPTIONS="detect_leaks=0:detect_stack_use_after_return=1")


class Failure(Exception):
    pass


def run(command, **options):
    return subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          universal_newlines=True, check=False, **options)


def compiled(arguments, source, standard, warnings):
    binary = source.with_suffix(".exe")
    sanitized = RACES if arguments.races else SANITIZED
    done = run([arguments.compiler, f"-std={standard}", *sanitized, *warnings, *arguments.flag, source, "-o", binary])
    if done.returncode:
        raise Failure(f"{source.name} does not compile:\n{done.stdout}")
    return binary


def outcomes(binary):
    """Which cases pass."""
    names = run([binary], env=ENVIRONMENT).stdout.split()
    if not names:
        raise Failure(f"{binary.name} lists no cases")
    return {name: run([binary, name], env=ENVIRONMENT, timeout=60).returncode == 0 for name in names}


def without_checks(text):
    return "".join(line for line in text.splitlines(True) if not re.search(r"(//|\*)\s*(CHECK|CXX\d\d)(-\w+)?:", line))


def fixed(arguments, source, standard, command=None):
    done = run(command or [arguments.tool, "--fix=all" if arguments.all else "--fix", source, "--",
                           f"-std={standard}", *arguments.flag])
    if not command and done.returncode > 1:
        raise Failure(f"holdfast --fix failed:\n{done.stdout}")
    return done.stdout


def findings(arguments, source, standard):
    done = run([arguments.tool, source, "--", f"-std={standard}", *arguments.flag])
    if done.returncode > 1:
        raise Failure(f"the analysis fails:\n{done.stdout}")
    return done.stdout.count(" warning: "), done.stdout


def check_original(arguments, original, standard):
    for name, passes in outcomes(compiled(arguments, original, standard, ["-w"])).items():
        if passes:
            raise Failure(f"case {name} passes before it is fixed")


def check_fixed(arguments, copy, standard, said):
    try:
        results = outcomes(compiled(arguments, copy, standard, ["-Wall", "-Wextra", "-Werror"]))
    except Failure as failure:
        raise Failure(f"{failure}\n--- fixed ---\n{copy.read_text()}") from failure
    for name, passes in results.items():
        if not passes:
            raise Failure(f"case {name} fails although it is fixed:\n{said}\n{copy.read_text()}")
    count, output = findings(arguments, copy, standard)
    if count != arguments.keeps:
        raise Failure(f"{count} findings are left, not {arguments.keeps}:\n{output}\n{said}")
    before = copy.read_bytes()
    fixed(arguments, copy, standard)
    if copy.read_bytes() != before:
        raise Failure("fixing it twice changes it again:\n" + copy.read_text())


def check_golden(arguments, copy, standard):
    golden = copy.with_suffix(".golden.cpp")
    golden.write_text(without_checks(copy.read_text()))
    name = "CXX" + standard[-2:]
    text = pathlib.Path(arguments.source).read_text()
    prefixes = [p for p in ("CHECK", name) if re.search(rf"\b{p}(-\w+)?:", text)]
    if not prefixes:
        raise Failure(f"no CHECK line for {standard}")
    done = run([arguments.filecheck, arguments.source, f"--input-file={golden}",
                f"--check-prefixes={','.join(prefixes)}"])
    if done.returncode:
        raise Failure(f"the result is another one:\n{done.stdout}\n{golden.read_text()}")


def check_tidy(arguments, original, copy, standard):
    other = original.with_name("tidy.cpp")
    shutil.copy(original, other)
    fixed(arguments, other, standard,
          [arguments.tidy, f"-load={arguments.plugin}", "-checks=-*,holdfast-*",
           "--fix-notes" if arguments.all else "--fix", "--quiet", other, "--", f"-std={standard}", *arguments.flag])
    if other.read_bytes() != copy.read_bytes():
        diff = run(["diff", "-u", copy, other]).stdout
        raise Failure(f"clang-tidy --fix makes something else of it:\n{diff}")


def check(arguments, standard):
    folder = pathlib.Path(arguments.temporary) / standard
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / ".clang-format").write_text("DisableFormat: true\n")  # Not that of the directories above.
    inputs = pathlib.Path(arguments.source).parent / "Inputs"
    arguments.flag = [f"-I{inputs}"]
    original, copy = folder / "original.cpp", folder / "fixed.cpp"
    shutil.copy(arguments.source, original)
    shutil.copy(arguments.source, copy)
    check_original(arguments, original, standard)
    said = fixed(arguments, copy, standard)
    check_fixed(arguments, copy, standard, said)
    check_golden(arguments, copy, standard)
    check_tidy(arguments, original, copy, standard)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source")
    parser.add_argument("temporary")
    parser.add_argument("--tool", required=True)
    parser.add_argument("--tidy", required=True)
    parser.add_argument("--plugin", required=True)
    parser.add_argument("--filecheck", default="FileCheck")
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("--std", default="c++11,c++17,c++20")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--races", action="store_true")
    parser.add_argument("--keeps", type=int, default=0)
    arguments = parser.parse_args()
    failed = False
    for standard in arguments.std.split(","):
        try:
            check(arguments, standard)
        except Failure as failure:
            print(f"{arguments.source}: {standard}: {failure}")
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
