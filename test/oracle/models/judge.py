# ===- judge.py - rows against facts ---------------------------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Compares what rows claim with what libraries did, and reports.

A disagreement is
  unsound  the library invalidates a handle, the row says that it stays valid
  noise    the row says invalid, the library keeps the handle
  wrong    the row's change, condition or result is not what happened
Each is an error unless an entry of exceptions.toml cites why it must be so.
"""

import collections
import dataclasses
import re
import tomllib

import observed
from claims import EITHER, INVALID, VALID, claims


@dataclasses.dataclass
class Disagreement:
    library: str
    owner: str
    row: object
    kind: str
    column: str
    call: str
    fact: dict
    detail: str

    @property
    def key(self):
        return self.library, self.owner, self.row.label, self.kind, self.column


class Exceptions:
    def __init__(self, path):
        self.entries = tomllib.loads(path.read_text()).get("exception", [])
        self.used = [False] * len(self.entries)

    def cover(self, d):
        for n, entry in enumerate(self.entries):
            fits = (re.fullmatch(entry["kind"], d.kind)
                    and re.fullmatch(entry.get("library", ".*"), d.library)
                    and re.fullmatch(entry["class"], d.owner)
                    and re.fullmatch(entry["row"], d.row.label)
                    and re.fullmatch(entry.get("column", ".*"), d.column)
                    and self.in_situation(entry.get("only", "True"), d.fact))
            if fits:
                self.used[n] = True
                return True
        return False

    @staticmethod
    def in_situation(condition, fact):
        names = {name: fact[name] for name in ("keys", "okeys", "after", "pos", "count", "room",
                                               "first", "last", "cap", "key", "room_for", "olast",
                                               "ofirst")}
        return eval(condition, {"__builtins__": {"len": len}}, names)


WITHOUT_ITERATORS = {"adaptor", "smart-pointer"}


def compare(library, kind, row, call, fact):
    """All disagreements of one executed situation."""
    def disagree(kind, column, detail):
        return Disagreement(library, row.owner, row, kind, column, call.code, fact, detail)

    if fact.get("objected"):
        yield disagree("wrong", "call", "AddressSanitizer objects to the call itself")
        return
    moot = not observed.did_anything(row, fact)
    for column, i, claim in claims(row, fact):
        if kind in WITHOUT_ITERATORS and not column.endswith("references"):
            continue
        seen = observed.handle(row, fact, column, i)
        handle = "end()" if column.endswith("end") else f"handle {i}"
        if claim == VALID and seen == INVALID:
            yield disagree("unsound", column, f"{handle} became invalid")
        if claim == INVALID and seen == VALID and not moot:
            yield disagree("noise", column, f"{handle} stays valid")
    for column, problem in (("change", observed.change(row, fact)),
                            ("returns", observed.result(row, fact))):
        if problem and problem != "unjudged":
            yield disagree("wrong", column, problem)


class Unwatched:
    """The rows for which there is no oracle, and why: no_oracle.toml."""

    def __init__(self, path):
        self.entries = tomllib.loads(path.read_text()).get("rows", [])
        self.used = [set() for _ in self.entries]

    def reason(self, owner, label):
        for entry, used in zip(self.entries, self.used):
            if re.fullmatch(entry["class"], owner) and re.fullmatch(entry.get("row", ".*"), label):
                used.add((owner, label))
                return entry["why"]
        return None


@dataclasses.dataclass
class Tally:
    rows: int = 0
    probed: int = 0
    agree: int = 0
    excepted: int = 0
    situations: int = 0


class Verdict:
    def __init__(self, exceptions):
        self.exceptions = Exceptions(exceptions)
        self.tallies = collections.defaultdict(Tally)
        self.open = []
        self.probed = set()  # (model, row label)
        self.not_probed = []

    def add(self, library, model, rows, executed):
        facts_of = collections.defaultdict(list)
        for call, facts in executed:
            facts_of[call.row.label] += [(call, f) for f in facts if not f.get("absent")]
        tally = self.tallies[library]
        for row in rows:
            tally.rows += 1
            facts = facts_of[row.label]
            if not facts:
                self.not_probed.append((library, model["name"], row.label))
                continue
            tally.probed += 1
            tally.situations += len(facts)
            self.probed.add((model["name"], row.label))
            self.add_row(library, model["kind"], row, facts, tally)

    def add_row(self, library, kind, row, facts, tally):
        found = [d for call, fact in facts for d in compare(library, kind, row, call, fact)]
        open_ones = [d for d in found if not self.exceptions.cover(d)]
        self.open += open_ones
        if not found:
            tally.agree += 1
        elif not open_ones:
            tally.excepted += 1

    def uncovered(self, unwatched, rows):
        """Rows of the standard library that are neither executed nor excused: (owner, label)."""
        return [(owner, label) for owner, label in rows
                if (owner, label) not in self.probed and not unwatched.reason(owner, label)]

    def report(self, whole, verbose):
        groups = collections.defaultdict(list)
        for d in self.open:
            groups[(d.library, d.row.label, d.kind, d.column)].append(d)
        for (library, label, kind, column), group in groups.items():
            owners = list(dict.fromkeys(d.owner for d in group))
            print(f"{library}: {label} {kind} {column}: {' '.join(owners)}")
            for d in group if verbose else group[:1]:
                print(f"    {d.call}: {d.detail}; {briefly(d.fact)}")
        failed = bool(self.open)
        if whole:
            for entry, used in zip(self.exceptions.entries, self.exceptions.used):
                if not used:
                    print(f"exceptions.toml: not needed: {entry}")
                    failed = True
        for library, t in self.tallies.items():
            print(f"{library}: {t.rows} rows, {t.probed} probed in {t.situations} situations, "
                  f"{t.agree} agree, {t.excepted} with exceptions, "
                  f"{t.probed - t.agree - t.excepted} disagree")
        return 1 if failed else 0


def briefly(fact):
    return " ".join(f"{k}={v}" for k, v in fact.items() if v and k not in ("probe", "index"))
