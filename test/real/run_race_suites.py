#!/usr/bin/env python3
# ===- run_race_suites.py - holdfast over the public data race suites -------===//
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===//
"""Counts which races of the suites that fetch-race-suites.sh got are found, and what is false.

    test/real/run_race_suites.py [--holdfast build/bin/holdfast] [SUITE...]
    test/real/run_race_suites.py --list missed             # of what is stored; also: false, elsewhere, failed
    test/real/run_race_suites.py --update docs/quality.md  # the table of what is stored
    test/real/run_race_suites.py --parse clang-22          # which programs does a compiler take?

Each file is a program of its own, with a compile database of its own. The suites race on scalars, which
no rule is about; --debug-scalars makes a container of every variable. What is stored under
SUITES/findings is the findings of the three rules below. race_suites.py reads what the suites say of
each *case*: a whole program, or with RacerD a method.

A case with a race is *found* when a finding, or one of its notes, is on a line of the case: a race has
two ends, and either may be told. It is *at the line* when one of these is a line that the suite names. A
case without one is *false* when a finding itself is on a line of it. Recall is found by races, precision
found by found and false. A program that could not be analyzed is *failed*, its races are missed.

Lines, where the suite marks both kinds: how many with a race are told, how many without one are.

Exit code: 0 when every program was analyzed and all suites together reach --recall and --precision, 1
otherwise, 2 when it could not run.
"""

import argparse
import collections
import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

import race_suites
import run_corpus

HERE = os.path.dirname(os.path.abspath(__file__))

RULES = {"unsynchronized-mutation", "inconsistent-lock", "escaping-guarded-reference"}
ANALYZED = {0, 1}  # see docs/tool.md; 3 is also what findings in an incomplete run give
SECONDS = 120

NOTE = re.compile(r"^(?P<file>\S[^:]*):(?P<line>\d+):\d+: note: ", re.MULTILINE)
OUTCOMES = ["found", "missed", "false", "silent"]

# notes: lines in the file of the finding, the finding's own is not among them.
Finding = collections.namedtuple("Finding", "rule file line message notes")
Verdict = collections.namedtuple("Verdict", "case outcome at_line failed findings")


def read_findings(text, directory):
    """What the rules found; relative names are of the directory."""
    place = lambda match: os.path.normpath(os.path.join(directory, match["file"]))
    found = list(run_corpus.FINDING.finditer(text))
    ends = [match.start() for match in found[1:]] + [len(text)]
    for match, end in zip(found, ends):
        rule = match["rule"].replace("holdfast-", "", 1)
        if rule in RULES:
            notes = [int(note["line"]) for note in NOTE.finditer(text, match.end(), end)
                     if place(note) == place(match)]
            yield Finding(rule, place(match), int(match["line"]), match["message"], notes)


def analyze(arguments, suite, path):
    """What holdfast says of one file, ready to be stored."""
    top = os.path.join(arguments.suites, suite.name)
    with tempfile.TemporaryDirectory() as directory:
        entry = {"directory": directory, "file": path,
                 "arguments": race_suites.command(suite, top, path)}
        with open(os.path.join(directory, "compile_commands.json"), "w") as database:
            json.dump([entry], database)
        command = [arguments.holdfast, "-p", directory] + shlex.split(arguments.options)
        try:
            run = subprocess.run(command, cwd=top, stdin=subprocess.DEVNULL, capture_output=True,
                                 encoding="utf-8", errors="replace", timeout=SECONDS, check=False)
            code, errors = run.returncode, run.stderr
            found = [finding._replace(file=os.path.relpath(finding.file, top))
                     for finding in read_findings(run.stdout, top)]
        except subprocess.TimeoutExpired:
            code, errors, found = None, f"took more than {SECONDS} s", []
    failed = "" if code in ANALYZED else f"exit {code}: {errors.strip()[-400:]}"
    return {"failed": failed, "findings": found}


def analyze_suite(arguments, suite, cases):
    top = os.path.join(arguments.suites, suite.name)
    paths = sorted({case.file for case in cases})
    with concurrent.futures.ThreadPoolExecutor(arguments.j) as pool:
        results = pool.map(lambda path: analyze(arguments, suite, path), paths)
        stored = {os.path.relpath(path, top): result for path, result in zip(paths, results)}
    with open(stored_in(arguments, suite), "w") as file:
        json.dump({"options": arguments.options, "files": stored}, file, indent=1)
    failed = sum(bool(result["failed"]) for result in stored.values())
    print(f"{suite.name}: {len(stored) - failed} of {len(stored)} analyzed", file=sys.stderr)


def stored_in(arguments, suite):
    return os.path.join(arguments.suites, "findings", suite.name + ".json")


def judge(case, file, result):
    """What the findings in a program, of which the file has this name, are for one case of it."""
    findings = [Finding(*finding) for finding in result["findings"]]
    whole = case.last == race_suites.END
    touches = lambda finding, lines: any(case.first <= line <= case.last for line in lines) \
        if finding.file == file else whole
    told = [f for f in findings if touches(f, [f.line] + f.notes * case.race)]
    outcome = ("found" if told else "missed") if case.race else ("false" if told else "silent")
    at_line = any(line in case.lines for f in told if f.file == file for line in [f.line] + f.notes)
    return Verdict(case, outcome, at_line, result["failed"], told)


def judge_suite(arguments, suite, cases):
    """A verdict for each case, or none when the suite was not analyzed."""
    if not os.path.exists(stored_in(arguments, suite)):
        return []
    with open(stored_in(arguments, suite)) as file:
        stored = json.load(file)["files"]
    top = os.path.join(arguments.suites, suite.name)
    unknown = {"failed": "not analyzed yet", "findings": []}
    names = [os.path.relpath(case.file, top) for case in cases]
    return [judge(case, name, stored.get(name, unknown)) for case, name in zip(cases, names)]


def line_counts(verdicts):
    """Lines with a race, how many of them are told, lines said to have none, how many are told."""
    counts = [0] * 4
    for verdict in verdicts:
        if verdict.case.quiet or verdict.case.suite == "goblint":
            own = {finding.line for finding in verdict.findings}
            told = own.union(*(finding.notes for finding in verdict.findings))
            racy, quiet = verdict.case.lines, verdict.case.quiet
            for i, lines in enumerate([racy, racy & told, quiet, quiet & own]):
                counts[i] += len(lines)
    return counts


def percent(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else "–"


def row(title, verdicts, left_out):
    count = collections.Counter(verdict.outcome for verdict in verdicts)
    named = [verdict for verdict in verdicts if verdict.case.race and verdict.case.lines]
    races, reported = count["found"] + count["missed"], count["found"] + count["false"]
    racy, racy_told, quiet, quiet_told = line_counts(verdicts)
    return [title, len({verdict.case.file for verdict in verdicts}), len(verdicts), races,
            count["found"], count["missed"], count["false"], percent(count["found"], races),
            percent(count["found"], reported),
            f"{sum(verdict.at_line for verdict in named)} of {len(named)}",
            f"{racy_told} of {racy}" if racy else "–", f"{quiet_told} of {quiet}" if quiet else "–",
            len({verdict.case.file for verdict in verdicts if verdict.failed}), left_out]


HEAD = ["suite", "programs", "cases", "with a race", "found", "missed", "false", "recall", "precision",
        "at the line", "lines with a race told", "lines without one told", "failed", "left out"]


def reached(arguments, verdicts):
    count = collections.Counter(verdict.outcome for verdict in verdicts)
    return (not any(verdict.failed for verdict in verdicts)
            and 100 * count["found"] >= arguments.recall * (count["found"] + count["missed"])
            and 100 * count["found"] >= arguments.precision * (count["found"] + count["false"]))


def print_list(what, verdicts):
    """One line a case, what helps to look at it below."""
    for verdict in verdicts:
        case = verdict.case
        elsewhere = verdict.outcome == "found" and case.lines and not verdict.at_line
        if not {"failed": verdict.failed, "elsewhere": elsewhere}.get(what, verdict.outcome == what):
            continue
        lines = sorted(case.lines) or ([case.first] if case.first > 1 else [])
        print(f"{case.suite} | {case.name} | {case.file}" + "".join(f":{line}" for line in lines[:1])
              + (f" | race at {' '.join(map(str, lines))}" if case.lines else ""))
        for finding in verdict.findings:
            notes = f" (notes at {', '.join(map(str, finding.notes))})" if finding.notes else ""
            print(f"    {finding.line}: {finding.message} [{finding.rule}]{notes}")
        if what == "failed":
            print("    " + verdict.failed.replace("\n", "\n    "))


def parse(arguments, chosen):
    """Lists the programs that a compiler does not take. How many."""
    refused = 0
    for suite, cases, _ in chosen:
        top = os.path.join(arguments.suites, suite.name)
        paths = sorted({case.file for case in cases})
        for path in paths:
            command = race_suites.command(suite, top, path)
            run = subprocess.run([arguments.parse, "-fsyntax-only"] + command[1:],
                                 capture_output=True, text=True, check=False)
            refused += run.returncode != 0
            if run.returncode:
                print(run.stderr.strip())
        print(f"{suite.name}: {len(paths)} programs", file=sys.stderr)
    return refused


def parse_arguments():
    names = [suite.name for suite in race_suites.SUITES]
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("chosen", nargs="*", metavar="SUITE", help=", ".join(names))
    parser.add_argument("--holdfast", default=os.path.join(HERE, "../../build/bin/holdfast"))
    parser.add_argument("--options", default="--debug-scalars -j1", help="all but -p, in one string")
    parser.add_argument("--suites", default=os.environ.get("SUITES", "/work/suites"))
    parser.add_argument("--truth", default=os.path.join(HERE, "race-suites.txt"))
    parser.add_argument("--table", action="store_true", help="only print the stored results")
    parser.add_argument("--update", metavar="PAGE", help="put the stored results into this page")
    parser.add_argument("--list", choices=OUTCOMES + ["elsewhere", "failed"],
                        help="the cases of one kind in the stored results; elsewhere: found, but at "
                             "no line that the suite names")
    parser.add_argument("--parse", metavar="CLANG", help="only try to compile")
    parser.add_argument("--recall", type=float, default=60, help="percent, for the exit code")
    parser.add_argument("--precision", type=float, default=85, help="percent, for the exit code")
    parser.add_argument("-j", type=int, default=2, choices=[1, 2])
    arguments = parser.parse_args()
    arguments.holdfast = os.path.abspath(arguments.holdfast)
    arguments.suites = os.path.abspath(arguments.suites)
    unknown = set(arguments.chosen) - set(names)
    if unknown:
        parser.error(f"unknown suite {', '.join(sorted(unknown))}")
    return arguments


def read_suites(arguments):
    """(suite, cases, those left out) of each suite that is asked for and there."""
    truth = race_suites.read_truth(arguments.truth)
    for suite in race_suites.SUITES:
        top = os.path.join(arguments.suites, suite.name)
        if arguments.chosen and suite.name not in arguments.chosen:
            continue
        if os.path.isdir(top):
            yield suite, *race_suites.cases(suite, top, truth)
        else:
            print(f"{suite.name}: not in {arguments.suites} (test/real/fetch-race-suites.sh)",
                  file=sys.stderr)


def show(arguments, rows, verdicts):
    if arguments.list:
        print_list(arguments.list, verdicts)
    else:
        run_corpus.show(run_corpus.table(HEAD, rows), arguments.update, "race suites")


def main():
    arguments = parse_arguments()
    chosen = list(read_suites(arguments))
    if arguments.parse:
        return 1 if parse(arguments, chosen) else 0 if chosen else 2
    if not (arguments.table or arguments.update or arguments.list):
        if not os.access(arguments.holdfast, os.X_OK):
            print(f"run_race_suites.py: no holdfast at {arguments.holdfast}", file=sys.stderr)
            return 2
        os.makedirs(os.path.join(arguments.suites, "findings"), exist_ok=True)
        for suite, cases, _ in chosen:
            analyze_suite(arguments, suite, cases)
    judged = [(suite, judge_suite(arguments, suite, cases), len({case.name for case, _ in out}))
              for suite, cases, out in chosen]
    judged = [(suite, verdicts, out) for suite, verdicts, out in judged if verdicts]
    if not judged:
        print("run_race_suites.py: nothing was analyzed", file=sys.stderr)
        return 2
    every = [verdict for _, verdicts, _ in judged for verdict in verdicts]
    rows = [row(suite.title, verdicts, out) for suite, verdicts, out in judged]
    rows += [row("all", every, sum(out for _, _, out in judged))] if len(rows) > 1 else []
    show(arguments, rows, every)
    return 0 if reached(arguments, every) else 1


if __name__ == "__main__":
    sys.exit(main())
