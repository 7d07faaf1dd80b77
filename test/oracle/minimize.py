# ===- minimize.py - a disagreement, as small as it gets ------------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Drops statements while the disagreement stays; prints a test case for check_findings.py."""

import copy
import os
import re

from execution import write
from generate.tree import smaller


def renamed(program, name):
    result = copy.deepcopy(program)
    result.driver = [line.replace(program.name + "::", name + "::") for line in result.driver]
    result.name = name
    return result


def minimized(program, what, examine, builder):
    """The test case. `examine(programs, name)` judges programs as run.py does."""
    rounds = 0
    while True:
        rounds += 1
        candidates = []
        for number, candidate in enumerate(smaller(program)):
            candidate = renamed(candidate, "q%d" % number)
            path = os.path.join(builder.directory, "candidate.cpp")
            write([candidate], path)
            if builder.compiles(path):
                candidates.append(candidate)
        results = examine(candidates, "smaller") if candidates else []
        # The one with the fewest lines among those that still disagree in the same way.
        still = [place for place, _, _, disagreement in results if disagreement == what]
        if not still or rounds > 60:
            return test_case(program, what, examine)
        program = min((place.program for place in still), key=lambda p: len(p.lines()[0]))


def test_case(program, what, examine):
    """The program as a function of a test under test/rules/, with the mark it needs."""
    place, findings, _, _ = examine([program], "smallest")[0]
    lines, _ = program.lines()
    marks = {}
    if what == "missed":
        bad = min(n for failure in place.failures for n in failure.stack if n > 0)
        marks[bad] = '// finding: (rule) "…"   execution fails here, nothing is reported'
    else:
        for f in findings:
            marks[f.line] = "// nothing: reported is: %s [%s]" % (f.text, f.rule)
    text = []
    for number, line in enumerate(lines, start=place.first):
        if line == "#ifdef ORACLE_RUN":
            break
        mark = "  " + marks[number] if number in marks else ""
        text.append(plain(line) + mark)
    return "\n".join(text)


def plain(line):
    """Without the oracle's macros: `RAN(0) v.clear();` is `v.clear();`."""
    line = re.sub(r"(RAN|HIT)\(\d+\) ", "", line)
    line = re.sub(r"\b(BIND|BIND_AT|KEEP_AT)\(\w+\)", "", line)
    return re.sub(r"\bUSE\(", "use(", re.sub(r"\bUSE_(AT|KEPT)\(", "use(*", line))
