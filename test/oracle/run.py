#!/usr/bin/env python3
# ===- run.py - the analyzer against execution ---------------------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Generates programs, runs them, analyzes them, and prints where the two disagree.

  run.py --holdfast build/bin/holdfast --seed 1 --count 20000
  run.py --holdfast build/bin/holdfast --seed 1 --number 4711       one program, all that is known of it
  run.py ... --minimize 5                                           the first five disagreements, made small

Exit code: 0; 1 when --min-recall or --max-alarms is not met by the single-function classes; 2 when a
program cannot be built or run.
"""

import argparse
import json
import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import compare
import minimize
from analysis import analyze
from execution import Builder, OracleError, run, write
from generate.program import FAR_ROWS, UNPROMISED, generate

BATCH = 400


def examine(options, builder, programs, name):
    """[(place, findings, row, disagreement)] of the programs, built as one file."""
    path = os.path.join(builder.directory, name + ".cpp")
    places = write(programs, path)
    run(builder.build(path), places)
    findings = analyze(options.holdfast, path)
    result = []
    for place in places.values():
        own = [f for f in findings if place.first <= f.line <= place.last or f.line < 0 and place.program.elsewhere]
        result.append((place, own) + compare.judge(place, own))
    for rest in (path.replace(".cpp", ".o"), path.replace(".cpp", "_other.o"), path.replace(".cpp", "")):
        os.remove(rest)
    return result


def tell(place, findings):
    """Everything that is known of one program."""
    lines, _ = place.program.lines()
    print("\n".join(lines))
    print("// verdict: %s; inputs stopped elsewhere: %d; changes reached: %d of %d"
          % (place.verdict, place.others, len(place.ran), place.marks))
    number = lambda n: str(n - place.first + 1) if n > 0 else "%d of the other file" % -n
    for failure in sorted(set(place.failures), key=lambda f: sorted(f.stack)):
        print("// failed at line %s after changes at %s"
              % (", ".join(map(number, sorted(failure.stack))), ", ".join(map(number, sorted(failure.changes)))))
    for f in findings:
        print("// finding at line %s: %s [%s], see %s"
              % (number(f.line), f.text, f.rule, ", ".join(map(number, f.lines[1:]))))


def rows_of(results):
    rows = {}
    for place, _, row, _ in sorted(results, key=lambda r: (r[0].program.group in FAR_ROWS, r[0].program.group)):
        rows.setdefault(place.program.group, compare.Row()).__iadd__(row)
    return rows


def tables(options, rows):
    """The parts of the report, as Markdown."""
    parts = {"One function": {n: r for n, r in rows.items() if n not in FAR_ROWS + UNPROMISED},
             "Across functions": {n: r for n, r in rows.items() if n in FAR_ROWS},
             "Not promised": {n: r for n, r in rows.items() if n in UNPROMISED}}
    if options.threads:
        with open(options.threads, encoding="utf-8") as source:
            parts["Threads"] = {r["class"]: compare.Row.of(r) for r in json.load(source)}
    return "\n\n".join("**%s**\n\n%s" % (title, compare.table(part)) for title, part in parts.items() if part)


def update(path, text, options):
    """Puts the tables between the marks of the page."""
    with open(path, encoding="utf-8") as page:
        old = page.read()
    begin, end = "<!-- oracle: begin -->\n", "<!-- oracle: end -->"
    head, tail = old.split(begin)[0], old.split(end)[1]
    said = "Seed %s, %d programs of one and several functions." % (options.seed, options.count)
    with open(path, "w", encoding="utf-8") as page:
        page.write(head + begin + text + "\n\n" + said + "\n" + end + tail)


def report(options, results, builder):
    rows = rows_of(results)
    text = tables(options, rows)
    print(text)
    if options.update:
        update(options.update, text, options)
    disagreeing = [r for r in results if r[3] and (options.unpromised or r[0].program.group not in UNPROMISED)]
    for place, findings, _, what in disagreeing[:options.show]:
        print("\n// %s: %s" % (what, place.program.text_class))
        tell(place, findings)
    for place, _, _, what in disagreeing[:options.minimize]:
        print("\n// %s, made small:" % what)
        print(minimize.minimized(place.program, what, lambda programs, name: examine(options, builder, programs, name),
                                 builder))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as out:
            json.dump([dict(vars(row), **{"class": name}) for name, row in rows.items()], out, indent=1)
    total = compare.Row()
    for name, row in rows.items():
        if name not in UNPROMISED:
            total += row
    return (total.found >= options.min_recall / 100 * total.bad
            and total.false_alarms <= options.max_alarms / 100 * total.clean)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--holdfast", default="build/bin/holdfast")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--number", type=int, help="only this program")
    parser.add_argument("--only", choices=["single", "far"], default="", help="one function, or several")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--show", type=int, default=0, help="disagreements to print")
    parser.add_argument("--minimize", type=int, default=0, help="disagreements to make small")
    parser.add_argument("--unpromised", action="store_true", help="also show disagreements of rows that count in no rate")
    parser.add_argument("--json", help="write the rows of the table here")
    parser.add_argument("--threads", help="rows that threads/run.py wrote, for the table")
    parser.add_argument("--update", help="put the table into this page")
    parser.add_argument("--min-recall", type=float, default=0)
    parser.add_argument("--max-alarms", type=float, default=100)
    parser.add_argument("--keep", help="work here, and leave the files")
    options = parser.parse_args()
    options.holdfast = os.path.abspath(options.holdfast)
    numbers = range(options.count) if options.number is None else [options.number]
    with tempfile.TemporaryDirectory() as scratch:
        directory = os.path.abspath(options.keep) if options.keep else scratch
        os.makedirs(directory, exist_ok=True)
        try:
            builder = Builder(directory)
            programs = [generate(options.seed, n, options.only) for n in numbers]
            batches = [programs[i:i + BATCH] for i in range(0, len(programs), BATCH)]
            with ThreadPoolExecutor(options.jobs) as pool:
                parts = pool.map(lambda i: examine(options, builder, batches[i], "batch%d" % i), range(len(batches)))
                results = [r for part in parts for r in part]
            if options.number is not None:
                tell(results[0][0], results[0][1])
                return 0
            return 0 if report(options, results, builder) else 1
        except OracleError as problem:
            print("oracle: %s" % problem, file=sys.stderr)
            return 2


if __name__ == "__main__":
    sys.exit(main())
