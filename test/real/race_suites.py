# ===- race_suites.py - what the public race suites say about themselves ---===//
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===//
"""Reads the suites that fetch-race-suites.sh put somewhere, as cases: a part of a file, and whether
it has a data race. This is where each suite says so:

DataRaceBench: one case a file. Its name ends in -yes or -no; a comment names the accesses as a@64:5:W:
variable, line, column, write or read.

Goblint: one case a file. A comment at the end of a line says RACE! (a race is possible), NORACE (there
is none) or RACE (Goblint warns; whether there is a race is not said). A file with a RACE! has a race, a
file with nothing but NORACE has none, any other says nothing about the program and must be in
race-suites.txt. So do the suite's own docs/developer-guide/testing.md and regression2sv-benchmarks.py.

RacerD: one case a method, because the files hold both kinds. A name that ends in _bad has a race, also
with FN_ before it, which Infer does not find; one in _ok or _FP has none. What Infer reports besides, in
a method with neither ending, is a race, too. issues.exp has the lines. RacerD never reports a write
without a lock against reads with one; those _ok methods do have a race and are in race-suites.txt.

race-suites.txt, beside this file, is read last and corrects a case or leaves it out, one a line:

    suite | case | race, race at LINE LINE, no race or left out | why
"""

import collections
import os
import re
import sys

# first, last: the lines the case covers. lines: where the suite sees the race; quiet: where it says
# there is none; both may be empty though there is or is none.
Case = collections.namedtuple("Case", "suite name file first last race lines quiet")
Suite = collections.namedtuple("Suite", "name title read flags")

END = sys.maxsize

ACCESS = re.compile(r"@ ?(\d+):\d+(?=[:@][RW]\b|[,}])")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
CLAIM = re.compile(r"//.*?\b(RACE!|NORACE|RACE)")
METHOD = re.compile(r"^ {2}[^/\n(]*?\b(\w+)\([^)]*\)[^;{]*\{", re.MULTILINE)


def contents(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def files(directory, suffixes):
    for folder, folders, names in os.walk(directory):
        folders.sort()
        for name in sorted(names):
            if name.endswith(suffixes):
                yield os.path.join(folder, name)


def read_dataracebench(top):
    for path in files(f"{top}/micro-benchmarks", ("-yes.c", "-yes.cpp", "-no.c", "-no.cpp")):
        race = "-yes." in os.path.basename(path)
        comments = " ".join(COMMENT.findall(contents(path))) if race else ""
        lines = frozenset(int(line) for line in ACCESS.findall(comments))
        yield Case("dataracebench", os.path.basename(path), path, 1, END, race, lines, frozenset())


def read_goblint(top):
    tests = f"{top}/tests/regression"
    for path in files(tests, (".c",)):
        claims = collections.defaultdict(set)
        for number, line in enumerate(contents(path).splitlines(), 1):
            claim = CLAIM.search(line)
            if claim and not line.lstrip().startswith("//"):
                claims[claim[1]].add(number)
        if claims:
            race = True if claims["RACE!"] else None if claims["RACE"] else False
            # Where Goblint alone warns counts only after race-suites.txt said that it is right.
            lines = claims["RACE!"] if race else claims["RACE"]
            yield Case("goblint", os.path.relpath(path, tests), path, 1, END, race,
                       frozenset(lines), frozenset(claims["NORACE"]))


def read_racerd(top):
    tests = f"{top}/infer/tests/codetoanalyze/cpp/racerd"
    reports = collections.defaultdict(set)
    for line in contents(f"{tests}/issues.exp").splitlines():
        path, _, number, issue = line.split(", ")[:4]
        if issue == "LOCK_CONSISTENCY_VIOLATION":
            reports[os.path.basename(path)].add(int(number))
    for path in files(tests, (".cpp",)):
        text, name = contents(path), os.path.basename(path)
        for method in METHOD.finditer(text):
            first, last = extent(text, method)
            lines = frozenset(n for n in reports[name] if first <= n <= last)
            race = method[1].endswith("_bad") or bool(lines)
            if race or method[1].endswith(("_ok", "_FP")):
                yield Case("racerd", f"{name}:{method[1]}", path, first, last, race, lines,
                           frozenset())


def extent(text, method):
    """The lines from a method's name to the brace that closes it."""
    depth, end = 1, method.end()
    while depth and end < len(text):
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        end += 1
    return text.count("\n", 0, method.start(1)) + 1, text.count("\n", 0, end - 1) + 1


SUITES = [
    Suite("dataracebench", "DataRaceBench C/C++", read_dataracebench,
          # as check-data-races.sh compiles its Polybench kernels
          ["-fopenmp", "-DPOLYBENCH_NO_FLUSH_CACHE", "-DPOLYBENCH_TIME", "-I{}/micro-benchmarks",
           "-I{}/micro-benchmarks/utilities", "-I{}/micro-benchmarks/polybench"]),
    Suite("goblint", "Goblint regression tests", read_goblint,
          ["-pthread", "-I{}/lib/goblint/runtime/include"]),
    Suite("racerd", "Infer RacerD C++", read_racerd,
          ["-std=c++17", "-pthread", "-Wno-return-mismatch"]),  # lock_guard_with_scope.cpp needs it
]


def read_truth(path):
    """{(suite, case): (verdict, lines, why)}"""
    truth = {}
    for number, line in enumerate(contents(path).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("|", 3)]
        match = re.fullmatch(r"(left out|no race|race)(?: at ([\d ]+))?", cells[2] if len(cells) == 4 else "")
        if not match:
            sys.exit(f"{path}:{number}: expected 'suite | case | race, race at LINE..., no race or "
                     "left out | why'")
        if tuple(cells[:2]) in truth:
            sys.exit(f"{path}:{number}: {cells[1]} is judged twice")
        lines = frozenset(map(int, (match[2] or "").split()))
        truth[tuple(cells[:2])] = (match[1], lines, cells[3])
    return truth


def correct(case, verdict, lines):
    race = verdict == "race"
    return case._replace(race=race, lines=(lines or case.lines) if race else frozenset())


def cases(suite, top, truth):
    """The cases of a suite that count, and those that were left out as (case, why)."""
    chosen, left_out, names = [], [], set()
    for case in suite.read(top):
        names.add(case.name)
        verdict, lines, why = truth.get((suite.name, case.name), (None, None, None))
        if verdict == "left out":
            left_out.append((case, why))
        elif verdict:
            chosen.append(correct(case, verdict, lines))
        elif case.race is None:
            sys.exit(f"{case.file}: does not say whether there is a race, nor does race-suites.txt")
        else:
            chosen.append(case)
    unknown = {name for name_of_suite, name in truth if name_of_suite == suite.name} - names
    if unknown:
        sys.exit(f"race-suites.txt: {suite.name} has no {', '.join(sorted(unknown))}")
    return chosen, left_out


def command(suite, top, path):
    """How a file of the suite is compiled."""
    compiler = "clang++" if path.endswith(".cpp") else "clang"
    return [compiler] + [flag.format(top) for flag in suite.flags] + ["-w", "-c", path]
