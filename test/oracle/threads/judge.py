# ===- judge.py - construction, execution and analysis compared -------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""A Bug is what the analyzer has to find: a container and two functions (or one, twice) whose
accesses race. Construction says where; ThreadSanitizer confirms; a finding on one of the lines
finds it."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from typing import Any, List, Tuple

import tsan
import verdict
from execute import HERE, INPUTS, LANGUAGE
from handover import STYLES
from program import Await, Signal, walk

sys.path.insert(0, os.path.join(HERE, "..", ".."))
import check_findings  # noqa: E402

# What may be said about a race. Those that do not exist yet are found nowhere: that is the point.
THREAD_RULES = ("unsynchronized-mutation", "inconsistent-lock", "escaping-guarded-reference",
                "shared-lock-misuse")
ATTEMPTS = 4


class ToolFailed(Exception):
    """holdfast could not analyze what it was given."""


@dataclass
class Bug:
    container: str
    functions: Tuple[str, ...]
    pairs: List[Any] = field(default_factory=list)  # (lines of one side, lines of the other)
    references: Any = frozenset()  # Lines that use a reference taken earlier.
    confirmed: bool = False
    found: bool = False

    def lines(self):
        return {line for pair in self.pairs for side in pair for line in side}


@dataclass
class Outcome:
    program: Any
    bugs: List[Bug]
    contradictions: List[str] = field(default_factory=list)
    false_alarms: List[Any] = field(default_factory=list)
    strays: List[Any] = field(default_factory=list)

    @property
    def status(self):
        """bad, clean or unknown."""
        if not self.program.racy:
            return "clean"
        return "bad" if any(bug.confirmed for bug in self.bugs) else "unknown"


def bugs(program, unit):
    """The races of a program by construction, in the order of their first event."""
    result = {}
    for race in verdict.races(program):
        functions = tuple(sorted({race.first.function, race.second.function}))
        bug = result.setdefault((race.container, functions), Bug(race.container, functions))
        pair = (unit.lines_of(race.first), unit.lines_of(race.second))
        if pair not in bug.pairs:
            bug.pairs.append(pair)
        for event, lines in zip((race.first, race.second), pair):
            bug.references |= lines if event.through else set()
    return list(result.values())


def fits(pair, sides):
    """Is this the report of the pair? A side without a place may be any."""
    if not any(sides):
        return False
    def one(first, second):
        return ((sides[0] is None or sides[0] in first)
                and (len(sides) < 2 or sides[1] is None or sides[1] in second))
    return one(*pair) or one(pair[1], pair[0])


def dangles(bug, report, unit, program):
    """Is it about a use of a reference whose element is gone? Then the other side is who has got
    the memory since, which need not be who has freed it."""
    places = [side for side in report.sides if side is not None]
    return (any(side in bug.references for side in places)
            and all(unit.program_at(*side) == program.name for side in places))


def noise(program, unit):
    """Lines of flags that are raced on themselves."""
    lines = set()
    for function in program.all_functions():
        for node in walk(function.body):
            if isinstance(node, (Signal, Await)):
                lines.update(unit.places.get(id(node), ()))
    return lines if any(style in program.note for style, row in STYLES.items() if row.noise) \
        else set()


def confirm(outcome, reports, unit):
    """Marks the bugs that the reports of one process are about, and notes contradictions."""
    ignored = noise(outcome.program, unit)
    matched = False
    for report in reports:
        if report.sides and all(side in ignored for side in report.sides):
            continue
        hits = [bug for bug in outcome.bugs
                if report.sides and (any(fits(pair, report.sides) for pair in bug.pairs)
                                     or dangles(bug, report, unit, outcome.program))]
        for bug in hits:
            bug.confirmed = True
        if hits:
            matched = True
        elif not matched:
            # After a first race anything may follow; before it nothing unforeseen.
            outcome.contradictions.append("ThreadSanitizer reports what was built clean:\n"
                                          + tsan.brief(report.text))
            return


def execute(workshop, binary, unit, outcome):
    """Runs a program until its bugs are confirmed."""
    for _ in range(ATTEMPTS if outcome.program.racy else 1):
        reports, died = workshop.run(binary, unit, outcome.program)
        confirm(outcome, reports, unit)
        if died and not outcome.program.racy:
            outcome.contradictions.append("a program built clean " + died)
        if died and outcome.program.racy and not reports and "exit code" in died:
            outcome.contradictions.append("a program " + died)
        if outcome.contradictions or all(bug.confirmed for bug in outcome.bugs):
            return


def analyze(holdfast, sources, timeout=300):
    """The findings of holdfast."""
    command = [holdfast, *sources, "--", *LANGUAGE, "-I" + INPUTS]
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              timeout=timeout, check=False)
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise ToolFailed(str(problem))
    if done.returncode not in (0, 1):
        raise ToolFailed("exit code %d\n%s%s" % (done.returncode, done.stdout, done.stderr))
    try:
        found = check_findings.parse_findings(done.stdout)
    except check_findings.BadTest as problem:
        raise ToolFailed(str(problem))
    if (done.returncode == 1) != any(f.kind == "warning" for f in found):
        raise ToolFailed("exit code and findings disagree:\n" + done.stdout)
    return [finding for finding in found if finding.kind == "warning"]


def compare(outcomes, findings, unit):
    """Gives each finding to the bug it is about; on clean programs each is a false alarm."""
    by_name = {outcome.program.name: outcome for outcome in outcomes}
    for finding in findings:
        place = (os.path.basename(finding.file), finding.line)
        outcome = by_name.get(unit.program_at(*place))
        if outcome is None:
            raise ToolFailed("a finding outside of all programs: %s:%d" % place)
        hits = [bug for bug in outcome.bugs if place in bug.lines()]
        if not outcome.program.racy:
            outcome.false_alarms.append(finding)
        elif finding.rule in THREAD_RULES and hits:
            for bug in hits:
                bug.found = True
        else:
            outcome.strays.append(finding)
