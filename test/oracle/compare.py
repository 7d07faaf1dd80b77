# ===- compare.py - the analyzer's word against what happened ------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Judges each program, and counts.

A program is *bad* when some input made it use something invalid, *clean* when none did although every
change was reached, else *unknown*. A place where a bad program failed is *found* when a finding names a
line on the stack there as the use, or a change that ran before it as the cause: of the uses that follow
one change only the first is reported. A bad program is found when one of its places is. A finding in a clean program is a *false alarm*. Findings in unknown
programs, and findings about values rather than memory, count neither way.
"""

from dataclasses import dataclass, fields

from analysis import outside_of_execution


@dataclass
class Row:
    """One line of the table; see the module."""

    programs: int = 0
    bad: int = 0
    found: int = 0
    locations: int = 0
    locations_found: int = 0
    clean: int = 0
    false_alarms: int = 0
    unknown: int = 0

    @classmethod
    def of(cls, counts):
        """From a dictionary that may have more in it."""
        return cls(**{field.name: counts[field.name] for field in fields(cls)})

    def __iadd__(self, other):
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))
        return self

    def recall(self):
        return "%.1f %%" % (100 * self.found / self.bad) if self.bad else "-"

    def alarms(self):
        return "%.2f %%" % (100 * self.false_alarms / self.clean) if self.clean else "-"


def judge(place, findings):
    """(Row of this one program, "" or the disagreement: "missed" or "false alarm")."""
    own = [f for f in findings if not outside_of_execution(f)]
    named = {n for f in own for n in f.lines}
    row = Row(programs=1)
    if place.verdict == "bad":
        places = set(place.failures)
        hit = [failure for failure in places if failure.stack & named or failure.changes & named]
        row.bad, row.found = 1, int(bool(hit))
        row.locations, row.locations_found = len(places), len(hit)
        return row, "" if hit else "missed"
    if place.verdict == "clean":
        row.clean, row.false_alarms = 1, int(bool(own))
        return row, "false alarm" if own else ""
    row.unknown = 1
    return row, ""


def table(rows):
    """The rows as Markdown, with their sum."""
    lines = ["| class | programs | bad | found | recall | places | found | clean | false alarms | rate | unknown |",
             "|---|---|---|---|---|---|---|---|---|---|---|"]
    total = Row()
    for name, row in rows.items():
        total += row
    for name, row in list(rows.items()) + [("all", total)]:
        lines.append("| %s | %d | %d | %d | %s | %d | %d | %d | %d | %s | %d |" % (
            name, row.programs, row.bad, row.found, row.recall(), row.locations, row.locations_found, row.clean,
            row.false_alarms, row.alarms(), row.unknown))
    return "\n".join(lines)
