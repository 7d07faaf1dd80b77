# ===- executed.py - do the libraries themselves notice a flipped row? ----===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""`make oracle-models` executes the rows of all libraries that are here. What the calls did does not
depend on what a row claims, so they run once, and each flip is a row to compare with the same facts.

Roles and keys are not judged: with other roles it would be another call."""

import collections
import concurrent.futures
import dataclasses
import json
import pathlib
import subprocess
import sys

ORACLE = pathlib.Path(__file__).resolve().parent.parent / "oracle/models"
sys.path.insert(0, str(ORACLE))
import calls  # noqa: E402  (it stands in that directory)
import judge  # noqa: E402
import libraries  # noqa: E402
import run_models  # noqa: E402

COLUMNS = {"change", "iterators", "references", "end", "when", "returns", "place"}


class Executed:
    """What the libraries did, and which rows the lines of the tables are."""

    def __init__(self, build, work, jobs):
        shown = subprocess.run([build / "bin/hfx-rows"], stdout=subprocess.PIPE, check=True).stdout
        models = {model["name"]: model for model in json.loads(shown)["classes"]}
        self.facts = collections.defaultdict(list)  # (class, row label): what its calls did
        self.exceptions = judge.Exceptions(ORACLE / "exceptions.toml")
        wanted = [(library, models[name], work / library)
                  for library in libraries.LIBRARIES for name in libraries.LIBRARIES[library].classes]
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            for (library, model, _), done in zip(wanted, pool.map(self.execute, wanted)):
                self.add(library, model, done)
        self.rows = collections.defaultdict(list)  # number of a line: the rows that it is
        self.line = {}  # name of a flip: number of a line
        lines = subprocess.run([build / "bin/hfx-mutants", "--lines"], stdout=subprocess.PIPE,
                               universal_newlines=True, check=True).stdout
        for kind, number, *rest in (line.split("\t") for line in lines.splitlines()):
            if kind == "row":
                self.rows[number].append(tuple(rest))
            else:
                self.line[rest[0]] = number

    @staticmethod
    def execute(job):
        library, model, work = job
        work.mkdir(parents=True, exist_ok=True)
        try:
            return run_models.execute(library, model, work)
        except run_models.Failure as failure:  # `make oracle-models` says so, too, and fails.
            print(f"not asked: {library} {model['name']}: {str(failure)[:200]}", file=sys.stderr)
            return [], []

    def add(self, library, model, done):
        for call, facts in done[1]:
            self.facts[model["name"], call.row.label] += [
                (library, model["kind"], call, fact) for fact in facts if not fact.get("absent")]

    def asked(self, name):
        """Whether what a library did is compared with the cell that the flip changes."""
        column = name.rpartition(": ")[2].partition(" ")[0]
        return column in COLUMNS and any(self.facts.get(row) for row in self.rows[self.line[name]])

    def notices(self, name):
        """The library and class that do otherwise than the flipped row says, or None."""
        column, _, change = name.rpartition(": ")[2].partition(" ")
        if column not in COLUMNS:
            return None
        for row in self.rows[self.line[name]]:
            for library, kind, call, fact in self.facts.get(row, ()):
                flipped = dataclasses.replace(call.row, **{column: change.split(" -> ")[1]})
                if getattr(call.row, column) != change.split(" -> ")[0]:
                    break  # Another row of the same name stands before it.
                if any(not self.exceptions.cover(d)
                       for d in judge.compare(library, kind, flipped, call, fact)):
                    return f"{library} {row[0]}"
        return None
