#!/usr/bin/env python3
# ===- check_house.py - is everything where a newcomer looks for it? -------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Checks the rules of the house that a compiler does not: see docs/architecture.md.

Prints one line for each thing that is out of place, and exits 1 if there is any.
"""

import argparse
import pathlib
import re
import sys

RULE = re.compile(r'^(?:RACE_|ESCAPE_|GAP_)?RULE\((\w+), "holdfast-([a-z-]+)",', re.MULTILINE)
INCLUDE = re.compile(r'^#\s*include\s+["<]([^">]+)[">]', re.MULTILINE)

# Which rooms a room may include. Everyone may include LLVM's support library.
ROOMS = {
    "ir": {"ir"},
    "models": {"models", "ir"},
    "lower": {"lower", "models", "ir"},
    "link": {"link", "ir"},
    "solve": {"solve", "models", "ir"},
    "threads": {"threads", "solve", "models", "ir"},
    "rules": {"rules", "threads", "solve", "models", "ir"},
    "fix": {"fix", "lower", "rules", "threads", "solve", "models", "ir"},
    "migrate": {"migrate", "fix", "lower", "models", "ir"},
    "plugin": {"plugin", "migrate", "fix", "rules", "threads", "solve", "link", "lower", "models", "ir"},
}
KNOW_CLANG = {"lower", "fix", "migrate", "plugin"}

SECTIONS = [
    "What",
    "Why",
    "Flagged",
    "Not flagged",
    "Fix and whether it is safe",
    "Options",
    "Silencing",
    "Known limits",
    "Runtime type",
]
# Directories of test/rules that are not about one rule.
SHARED_RULE_TESTS = {"Inputs", "clean"}
VAGUE = re.compile(r"(^|/)(utils?|helpers?|common|misc)(\.|/)", re.IGNORECASE)
MAX_LINES = 400


def camel(name):
    return "".join(word.capitalize() for word in name.split("-"))


def sources(root, *folders):
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".cpp", ".h"):
                yield path


def check_rules(root):
    rules = RULE.findall((root / "checker/rules/Rules.def").read_text())
    if not rules:
        yield "checker/rules/Rules.def: no RULE line could be read"
    for identifier, name in rules:
        if identifier != camel(name):
            yield f"checker/rules/Rules.def: {identifier} should be called {camel(name)}"
        if not (root / f"checker/rules/{identifier}.cpp").is_file():
            yield f"checker/rules/{identifier}.cpp is missing"
        page = root / f"docs/rules/{name}.md"
        if not page.is_file():
            yield f"docs/rules/{name}.md is missing"
        else:
            yield from check_page(page, name)
        if not any((root / f"test/rules/{name}").glob("*.cpp")):
            yield f"test/rules/{name}/ has no test"
    names = {name for _, name in rules}
    for page in sorted((root / "docs/rules").glob("*.md")):
        if page.stem not in names:
            yield f"docs/rules/{page.name}: no such rule in Rules.def"
    for folder in sorted((root / "test/rules").iterdir()):
        if folder.is_dir() and folder.name not in names | SHARED_RULE_TESTS:
            yield f"test/rules/{folder.name}/: no such rule in Rules.def"


def check_page(page, name):
    text = page.read_text()
    if not text.startswith(f"# holdfast-{name}\n"):
        yield f"docs/rules/{page.name}: does not start with '# holdfast-{name}'"
    sections = re.findall(r"^## (.*)$", text, re.MULTILINE)
    if sections != SECTIONS:
        yield f"docs/rules/{page.name}: sections are {sections}, not {SECTIONS}"
    for kind in ("flagged", "clean"):
        if f"```cpp {kind}" not in text:
            yield f"docs/rules/{page.name}: has no block marked ```cpp {kind}"


def check_arrows(root):
    for room, allowed in ROOMS.items():
        for path in sources(root, f"checker/{room}"):
            where = path.relative_to(root)
            for header in INCLUDE.findall(path.read_text()):
                first = header.split("/")[0]
                if first in ROOMS and first not in allowed:
                    yield f"{where}: {room}/ must not include {header}"
                if first == "tool":
                    yield f"{where}: checker/ must not include {header}"
                if first in ("clang", "clang-tidy", "clang-c") and room not in KNOW_CLANG:
                    yield f"{where}: {room}/ must not know clang, but includes {header}"


def check_files(root):
    for path in sources(root, "checker", "tool"):
        where = str(path.relative_to(root))
        text = path.read_text()
        lines = text.splitlines()
        if not lines or not lines[0].startswith(f"//===- {path.name} - "):
            yield f"{where}: does not start with the header comment"
        if "SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception" not in text:
            yield f"{where}: names no license"
        if len(lines) > MAX_LINES:
            yield f"{where}: {len(lines)} lines; more than {MAX_LINES} are rarely one idea"
        if VAGUE.search(where):
            yield f"{where}: the name says nothing"
        if re.search(r"#\s*(el)?if.*LLVM_VERSION_MAJOR", text) and path.name != "Compat.h":
            yield f"{where}: only Compat.h may branch on LLVM_VERSION_MAJOR"


def check_unit_tests(root):
    """lit leaves *Test.cpp to GoogleTest, so a program must be built from them."""
    for path in sorted((root / "test").rglob("*Test.cpp")):
        build = path.parent / "CMakeLists.txt"
        if not build.is_file() or "holdfast_unittest(" not in build.read_text():
            yield f"{path.relative_to(root)}: built by no holdfast_unittest, so it never runs"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", type=pathlib.Path)
    root = parser.parse_args().root
    problems = [
        problem
        for check in (check_rules, check_arrows, check_files, check_unit_tests)
        for problem in check(root)
    ]
    for problem in problems:
        print(problem)
    if not problems:
        print("the house is in order")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
