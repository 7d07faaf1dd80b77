#!/usr/bin/env python3
# ===- check_pages.py - are the examples of a rule's page true? ------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Runs holdfast on the C++ blocks of pages in docs/rules/.

  ```cpp flagged          the page's rule reports exactly the lines that end in `// flagged`
  ```cpp clean            nothing is reported
  ```cpp missed           nothing is reported yet, although there is a bug; once it is, the page is wrong
  ```cpp flagged c++17    with this standard (default: c++20)
  ```cpp flagged fails asan fixed, ```cpp clean passes asan
                          besides, its function example() is run: see execute_pages.py
  ```cpp                  not looked at: a sketch

All blocks of one standard become one file, in which every line has the number it has on the page.
Prelude.h, beside this script, says what the blocks need not declare.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile
import typing

FENCE = re.compile(r"^```cpp(?: (?P<kind>flagged|clean|missed))?(?: (?P<outcome>fails|passes) (?P<under>\w+))?"
                   r"(?P<fixed> fixed)?"
                   r"(?: (?P<standard>c\+\+\d\d))?$")
FINDING = re.compile(r"^[^:]*:(\d+):\d+: (?:warning|error): (.*)$")
DEFAULT_STANDARD = "c++20"
MARK = "// flagged"
PRELUDE = str(pathlib.Path(__file__).parent / "Prelude.h")


class BadPage(Exception):
    pass


class Block(typing.NamedTuple):
    kind: str
    outcome: str  # "fails", "passes"; None: it is not run.
    under: str  # By what is seen that it fails.
    is_fixed: bool  # holdfast --fix mends it.
    standard: str
    start: int  # Index of the opening fence.
    end: int  # Index of the closing one.

    def marked(self, page, mark=MARK):
        """The lines, counted from 1, that are marked."""
        return {i + 1 for i in range(self.start + 1, self.end) if page[i].endswith(mark)}


def blocks(page):
    opening = None
    for index, line in enumerate(page):
        if opening is None and line.startswith("```cpp"):
            opening = FENCE.match(line)
            if not opening:
                raise BadPage(f"line {index + 1}: cannot read '{line}'")
            start = index
        elif opening is not None and line == "```":
            if opening["kind"]:
                yield Block(opening["kind"], opening["outcome"], opening["under"], bool(opening["fixed"]),
                            opening["standard"] or DEFAULT_STANDARD, start, index)
            opening = None


def put(block, page, lines):
    """Puts the block into the lines of a source, each at its number."""
    lines[block.start] = f"namespace block{block.start + 1} {{"
    lines[block.end] = "}"
    lines[block.start + 1 : block.end] = page[block.start + 1 : block.end]


def units(page):
    """By standard: the source text, and the lines where the rule is expected."""
    result = {}
    for block in blocks(page):
        lines, expected = result.setdefault(block.standard, ([""] * len(page), set()))
        put(block, page, lines)
        marked = block.marked(page)
        if (block.kind == "flagged") != bool(marked):
            raise BadPage(f"line {block.start + 1}: a block marked {block.kind} has {len(marked)} '{MARK}'")
        expected |= marked
    return result


def check(page, tools):
    rule = page.read_text().split("\n", 1)[0].removeprefix("# ")
    found_any = False
    for standard, (lines, expected) in sorted(units(page.read_text().splitlines()).items()):
        found_any = True
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder) / "page.cpp"
            source.write_text("\n".join(lines) + "\n")
            command = [tools.holdfast, f"--checks=*,{rule}", str(source), "--", f"-std={standard}", "-include", PRELUDE]
            run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode not in (0, 1):
            yield f"{page.name} ({standard}): exit code {run.returncode}\n{run.stdout}{run.stderr}"
            continue
        found = {}
        for line in run.stdout.splitlines():
            match = FINDING.match(line)
            if match:
                found.setdefault(int(match.group(1)), []).append(match.group(2))
        for line in sorted(expected - set(found)):
            yield f"{page.name}:{line} ({standard}): marked as flagged, but nothing is reported"
        for line, messages in sorted(found.items()):
            for message in messages:
                if line not in expected or f"[{rule}" not in message:
                    yield f"{page.name}:{line} ({standard}): not expected: {message}"
    if not found_any:
        yield f"{page.name}: has no block to run"


def main(description, check_page, **programs):
    """Runs check_page(page, arguments) on every page that is named; --NAME gives a program another path."""
    parser = argparse.ArgumentParser(description=description)
    for name, default in programs.items():
        parser.add_argument(f"--{name}", default=default)
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    problems = []
    for page in arguments.pages:
        try:
            problems += check_page(page, arguments)
        except BadPage as error:
            problems.append(f"{page.name}: {error}")
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(__doc__, check, holdfast="holdfast"))
