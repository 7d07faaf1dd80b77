#!/usr/bin/env python3
# ===- execute_pages.py - do bug and remedy of a page do what it says? -----===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Compiles and runs blocks of pages in docs/rules/, each of which has a function `example()`.

  ```cpp flagged fails asan     AddressSanitizer stops it, and its report names a line that is flagged,
                                or the one that ends in `// fails`, where that is another one
  ```cpp flagged fails tsan     the same of ThreadSanitizer
  ```cpp flagged fails debug    libstdc++'s debug mode stops it
  ```cpp flagged fails assert   an assertion in it fails
  ```cpp clean passes asan      it runs to its end under the same, and nothing is reported

Every page must have a block that fails, followed by one that passes under the same: bug and remedy.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

import check_pages

# Templates of the library are instantiated, so that the sanitizers see all that they do.
COMMON = ["-g", "-O0", "-w", "-pthread", "-D_GLIBCXX_EXTERN_TEMPLATE=0", "-include", check_pages.PRELUDE]
FLAGS = {
    "asan": ["-fsanitize=address"],
    "tsan": ["-fsanitize=thread"],
    "debug": ["-D_GLIBCXX_DEBUG"],
    "assert": ["-UNDEBUG"],
}
# What is printed when it fails.
REPORTS = {
    "asan": "ERROR: AddressSanitizer:",
    "tsan": "WARNING: ThreadSanitizer: data race",
    "debug": "Error: attempt to ",
    "assert": "Assertion `",
}
MARK = "// fails"
NAMES_LINES = {"asan", "tsan"}


def compiled(block, page, compiler, folder):
    """The program, or None."""
    lines = [""] * len(page)
    check_pages.put(block, page, lines)
    source, program = pathlib.Path(folder) / "page.cpp", pathlib.Path(folder) / "page"
    source.write_text("\n".join(lines) + f"\nint main() {{ block{block.start + 1}::example(); }}\n")
    command = [compiler, f"-std={block.standard}", *COMMON, *FLAGS[block.under], str(source), "-o", str(program)]
    return None if subprocess.run(command, check=False).returncode else str(program)


def run(program):
    environment = dict(os.environ, ASAN_OPTIONS="detect_leaks=1", TSAN_OPTIONS="exitcode=66")
    return subprocess.run([program], capture_output=True, text=True, env=environment, timeout=120, check=False)


def problem_of(block, page, compiler):
    """What is wrong with a block, or None."""
    if block.under not in FLAGS:
        return f"nothing is called '{block.under}' (there are {', '.join(FLAGS)})"
    with tempfile.TemporaryDirectory() as folder:
        program = compiled(block, page, compiler, folder)
        if not program:
            return "does not compile"
        done = run(program)
    is_reported = REPORTS[block.under] in done.stderr
    if block.outcome == "passes":
        if done.returncode or done.stderr:
            return f"said to pass under {block.under}, but ends with {done.returncode}\n{done.stderr}"
        return None
    if not done.returncode or not is_reported:
        return f"said to fail under {block.under}, but ends with {done.returncode}\n{done.stderr}"
    lines = block.marked(page, MARK) or block.marked(page)
    if block.under in NAMES_LINES and not any(f"page.cpp:{line}:" in done.stderr for line in lines):
        return f"fails under {block.under}, but not where it is flagged\n{done.stderr}"
    return None


def is_paired(runnable):
    return any(bug.outcome == "fails" and remedy.outcome == "passes" and bug.under == remedy.under
               for bug, remedy in zip(runnable, runnable[1:]))


def check(path, compiler):
    page = path.read_text().splitlines()
    runnable = [block for block in check_pages.blocks(page) if block.outcome]
    for block in runnable:
        if problem := problem_of(block, page, compiler):
            yield f"{path.name}:{block.start + 1}: {problem}"
    if not is_paired(runnable):
        yield f"{path.name}: no block that fails is followed by one that passes"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--compiler", default="clang++")
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    problems = []
    for page in arguments.pages:
        try:
            problems += check(page, arguments.compiler)
        except check_pages.BadPage as error:
            problems.append(f"{page.name}: {error}")
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
