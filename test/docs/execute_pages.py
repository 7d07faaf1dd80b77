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
  ```cpp flagged fails asan fixed   besides, `holdfast --fix=all` makes a program of it that passes
  ```cpp clean passes asan      it runs to its end under the same, and nothing is reported

Whatever `holdfast --fix=all` makes of a block must pass, marked or not.

Every page must have a block that fails, followed by one that passes under the same: bug and remedy.
"""

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


def write(block, page, folder):
    """The source."""
    lines = [""] * len(page)
    check_pages.put(block, page, lines)
    source = pathlib.Path(folder) / "page.cpp"
    source.write_text("\n".join(lines) + f"\nint main() {{ block{block.start + 1}::example(); }}\n")
    return source


def compiled(block, source, compiler):
    """The program, or None."""
    program = source.with_suffix("")
    command = [compiler, f"-std={block.standard}", *COMMON, *FLAGS[block.under], str(source), "-o", str(program)]
    return None if subprocess.run(command, check=False).returncode else str(program)


def fixed(block, source, tools, rule):
    """Fixes the source in its place; whether anything was changed."""
    before = source.read_text()
    command = [tools.holdfast, "--fix=all", f"--checks=*,{rule}", str(source), "--", f"-std={block.standard}",
               "-include", check_pages.PRELUDE]
    subprocess.run(command, capture_output=True, check=False)
    return source.read_text() != before


def run(program):
    environment = dict(os.environ, ASAN_OPTIONS="detect_leaks=1", TSAN_OPTIONS="exitcode=66")
    return subprocess.run([program], capture_output=True, text=True, env=environment, timeout=120, check=False)


def passes(block, done):
    """None, or what is wrong."""
    if done.returncode or done.stderr:
        return f"said to pass under {block.under}, but ends with {done.returncode}\n{done.stderr}"
    return None


def fails(block, page, done):
    """None, or what is wrong."""
    if not done.returncode or REPORTS[block.under] not in done.stderr:
        return f"said to fail under {block.under}, but ends with {done.returncode}\n{done.stderr}"
    lines = block.marked(page, MARK) or block.marked(page)
    if block.under in NAMES_LINES and not any(f"page.cpp:{line}:" in done.stderr for line in lines):
        return f"fails under {block.under}, but not where it is flagged\n{done.stderr}"
    return None


def problem_of(block, page, tools):
    """What is wrong with a block, or None."""
    if block.under not in FLAGS:
        return f"nothing is called '{block.under}' (there are {', '.join(FLAGS)})"
    with tempfile.TemporaryDirectory() as folder:
        source = write(block, page, folder)
        program = compiled(block, source, tools.compiler)
        if not program:
            return "does not compile"
        done = run(program)
        problem = passes(block, done) if block.outcome == "passes" else fails(block, page, done)
        if problem or block.outcome == "passes":
            return problem
        if not fixed(block, source, tools, page[0].removeprefix("# ")):
            return "said to be fixed, but --fix changes nothing" if block.is_fixed else None
        program = compiled(block, source, tools.compiler)
        problem = passes(block, run(program)) if program else "does not compile"
        return f"what --fix makes of it: {problem}\n{source.read_text()}" if problem else None


def is_paired(runnable):
    return any(bug.outcome == "fails" and remedy.outcome == "passes" and bug.under == remedy.under
               for bug, remedy in zip(runnable, runnable[1:]))


def check(path, tools):
    page = path.read_text().splitlines()
    runnable = [block for block in check_pages.blocks(page) if block.outcome]
    for block in runnable:
        if problem := problem_of(block, page, tools):
            yield f"{path.name}:{block.start + 1}: {problem}"
    if not is_paired(runnable):
        yield f"{path.name}: no block that fails is followed by one that passes"


if __name__ == "__main__":
    sys.exit(check_pages.main(__doc__, check, compiler="clang++", holdfast="holdfast"))
