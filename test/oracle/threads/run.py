# ===- run.py - thread programs: built to race or not, run, analyzed --------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Generates programs with threads, confirms what they do under ThreadSanitizer, has holdfast
analyze them, and prints who was right, per topic.

Exit code: 0; 1 when construction and execution contradict each other or a required rate is missed;
2 when something could not be run.
"""

import argparse
import concurrent.futures
import json
import os
import resource
import sys
import tempfile
import time

import execute
import generate
import judge
import layout
import minimize

BATCH = 20
ROOT = os.path.join(execute.HERE, "..", "..", "..")
COLUMNS = ("programs", "bad", "found", "locations", "locations_found", "clean", "false_alarms",
           "unknown", "strays")


def batch(options, workshop, number):
    """Programs number*BATCH…: outcomes of them all."""
    indices = range(number * BATCH, min((number + 1) * BATCH, options.count))
    programs = [generate.program(options.seed, index, options.topic) for index in indices]
    unit = layout.unit("unit%04d" % number, programs)
    sources = workshop.write(unit)
    outcomes = [judge.Outcome(program, judge.bugs(program, unit)) for program in programs]
    if not options.no_run:
        binary = workshop.build(unit)
        for outcome in outcomes:
            judge.execute(workshop, binary, unit, outcome)
        os.remove(binary)
    if options.holdfast:
        judge.compare(outcomes, judge.analyze(options.holdfast, sources), unit)
    return unit, outcomes


def table(outcomes):
    """One row per topic."""
    rows = {}
    for outcome in outcomes:
        name = "thread: " + outcome.program.topic
        row = rows.setdefault(name, dict({"class": name}, **{column: 0 for column in COLUMNS}))
        row["programs"] += 1
        row[outcome.status] += 1
        row["false_alarms"] += bool(outcome.false_alarms)
        row["strays"] += bool(outcome.strays)
        if outcome.status == "bad":
            known = [bug for bug in outcome.bugs if bug.confirmed]
            row["found"] += any(bug.found for bug in outcome.bugs)
            row["locations"] += len(known)
            row["locations_found"] += sum(bug.found for bug in known)
    return [rows[name] for name in sorted(rows)]


def total(rows):
    return dict({"class": "all"}, **{c: sum(row[c] for row in rows) for c in COLUMNS})


def show(rows):
    width = max(len(row["class"]) for row in rows)
    print("%-*s %s" % (width, "class", " ".join("%*s" % (len(c), c) for c in COLUMNS)))
    for row in rows + [total(rows)]:
        print("%-*s %s" % (width, row["class"],
                           " ".join("%*d" % (len(c), row[c]) for c in COLUMNS)))


def name_them(results, status):
    for unit, outcomes in results:
        for outcome in outcomes:
            if outcome.status == status:
                program = outcome.program
                print("%s, %s: %s; %s" % (unit.name, program.name, program.topic, program.note))


def contradictions(results):
    """Prints them; how many."""
    count = 0
    for unit, outcomes in results:
        for outcome in outcomes:
            for text in outcome.contradictions[:1]:
                count += 1
                print("%s, %s (%s): %s\n" % (unit.name, outcome.program.name, "%s; %s" % (
                    outcome.program.topic, outcome.program.note), text))
    return count


def missed(options, row):
    """Why the required rates are not reached, or ""."""
    recall = 100 * row["found"] / max(row["bad"], 1)
    alarms = 100 * row["false_alarms"] / max(row["clean"], 1)
    if options.require_recall is not None and recall < options.require_recall:
        return "recall %.1f %%, required %.1f %%" % (recall, options.require_recall)
    if options.require_silence is not None and 100 - alarms < options.require_silence:
        return "silent on %.1f %%, required %.1f %%" % (100 - alarms, options.require_silence)
    return ""


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--topic", choices=sorted(generate.TOPICS), help="only this one")
    parser.add_argument("--holdfast", default=os.path.join(ROOT, "build/bin/holdfast"),
                        help='the tool; "" to run without analysis')
    parser.add_argument("--json", metavar="FILE", help="the table, for docs/quality.md")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--keep", metavar="DIR", help="leave the sources here")
    parser.add_argument("--no-run", action="store_true", help="generate and analyze only")
    parser.add_argument("--minimize", type=int, nargs="?", const=3, default=0, metavar="N",
                        help="print this many disagreements as test cases")
    parser.add_argument("--list", choices=("unknown", "bad", "clean"), metavar="STATUS",
                        help="name the programs that are unknown, bad or clean")
    parser.add_argument("--require-recall", type=float, metavar="PERCENT")
    parser.add_argument("--require-silence", type=float, metavar="PERCENT")
    return parser.parse_args(arguments)


def run(options, directory):
    start = time.time()
    workshop = execute.Workshop(directory)
    numbers = range((options.count + BATCH - 1) // BATCH)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        results = list(pool.map(lambda n: batch(options, workshop, n), numbers))
    outcomes = [outcome for _, each in results for outcome in each]
    rows = table(outcomes)
    show(rows)
    used = [resource.getrusage(who) for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF)]
    seconds = sum(each.ru_utime + each.ru_stime for each in used)
    print("\n%d programs in %.0f s, %.0f s of CPU: %.1f programs per CPU second"
          % (len(outcomes), time.time() - start, seconds, len(outcomes) / seconds))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(rows, file, indent=1)
            file.write("\n")
    if options.minimize:
        minimize.some(options.holdfast, outcomes, options.minimize, workshop)
    if options.list:
        name_them(results, options.list)
    wrong = contradictions(results)
    if wrong:
        print("%d programs do other than they were built to" % wrong)
    reason = missed(options, total(rows))
    if reason:
        print(reason)
    return 1 if wrong or reason else 0


def main(arguments):
    options = parse(arguments)
    sys.setrecursionlimit(20000)
    try:
        if options.keep:
            os.makedirs(options.keep, exist_ok=True)
            return run(options, options.keep)
        with tempfile.TemporaryDirectory() as directory:
            return run(options, directory)
    except (execute.CompileError, judge.ToolFailed, generate.NoProgram, OSError) as problem:
        print("threads oracle: %s" % problem)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
