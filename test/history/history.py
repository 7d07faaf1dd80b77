#!/usr/bin/env python3
# ===- history.py - bugs that projects had, before and after their fix -----===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Analyzes each case of cases/, or of races/, as a whole program, without and with -DFIXED.

    test/history/history.py [--races] [--tool build/bin/holdfast] [--execute] [--part K/N] [CASE...]
    test/history/history.py [--races] --update docs/quality.md      # the table of all cases

A case is a directory of sources with the marks of check_findings.py; a mark inside `#ifndef FIXED`
counts only without it. --execute judges the cases themselves: each is compiled under libstdc++'s debug
mode and AddressSanitizer, or under ThreadSanitizer; without the fix the program must be stopped, with it
it must end well. A race that no sanitizer sees (check then act) ends with a wrong result instead.
--repeat 10 runs each ten times. --part 2/3 takes every third case, from the second on.

Exit code: 0 as marked, 1 different, 2 a case or the tool is broken.
"""

import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

import check_findings  # noqa: E402

STANDARD = "-std=c++17"
ATTEMPTS = 10
TIMEOUT = 120

# rules: what marks may name besides the rules there are. stopped: how a program ends that the sanitizer
# stopped, None if any exit code but 0 will do. unseen: the classes of bugs that the sanitizer does not stop.
# place: the name of the table's place in a page.
Suite = collections.namedtuple("Suite", "directory place classes unseen rules flags environment stopped")

ITERATION = Suite(
    directory="cases", place="history", rules=set(), unseen=(), stopped=None,
    classes=("callee", "other file", "callback", "virtual", "observer", "destructor", "kept reference",
             "recursion"),
    flags=["-D_GLIBCXX_DEBUG", "-fsanitize=address"],
    environment={"ASAN_OPTIONS": "detect_leaks=0:detect_stack_use_after_return=1"})
RACES = Suite(
    directory="races", place="races", unseen=("check then act",), stopped=66,
    classes=("thread", "forgotten lock", "escaping reference", "shared lock", "check then act"),
    rules=set(),
    flags=["-O1", "-fsanitize=thread"],
    environment={"TSAN_OPTIONS": "halt_on_error=1:exitcode=66"})

ABOUT = re.compile(r'^// Project: (?P<project>.+)\n// Fix: (?P<fix>\S+) "(?P<subject>.+)" \((?P<year>\d{4})\)\n'
                   r"// Class: (?P<class>.+)\n", re.MULTILINE)
CONDITION = re.compile(r"^\s*#\s*(if|ifdef|ifndef|else|elif|endif)\b\s*(\w*)")

Case = collections.namedtuple("Case", "suite name path sources about marks")


def lines_of_variant(path, fixed):
    """The numbers of the lines that a compiler reads with, or without, -DFIXED."""
    lines, stack = set(), []
    with open(path, encoding="utf-8") as source:
        for number, line in enumerate(source, start=1):
            match = CONDITION.match(line)
            if not match:
                if all(stack):
                    lines.add(number)
            elif match[1] in ("ifdef", "ifndef", "if"):
                # Other conditions (include guards) hold in both variants.
                stack.append((match[1] == "ifdef") == fixed if match[2] == "FIXED" else True)
            elif match[1] == "endif":
                stack.pop()
            else:
                stack[-1] = not stack[-1]
    return lines


def read_case(suite, name):
    path = os.path.join(HERE, suite.directory, name)
    files = sorted(os.path.join(path, name) for name in os.listdir(path))
    main = os.path.join(path, "main.cpp")
    with open(main, encoding="utf-8") as source:
        about = ABOUT.search(source.read())
    if not about or about["class"] not in suite.classes:
        raise check_findings.BadTest("%s: needs the lines Project, Fix and Class (%s)"
                                     % (main, ", ".join(suite.classes)))
    rules = check_findings.known_rules() | suite.rules
    marks = [mark for file in files for mark in check_findings.parse_marks(file, rules, set())
             if mark.file == os.path.normpath(file)]
    if not any(mark.kind in ("finding", "known-miss") for mark in marks):
        raise check_findings.BadTest("%s: no mark says what is wrong without the fix" % path)
    return Case(suite, name, path, [f for f in files if f.endswith(".cpp")], about.groupdict(), marks)


def findings_of(tool, case, fixed):
    flags = [STANDARD] + (["-DFIXED"] if fixed else [])
    with tempfile.TemporaryDirectory() as build:
        with open(os.path.join(build, "compile_commands.json"), "w", encoding="utf-8") as database:
            json.dump([{"directory": build, "file": source, "arguments": ["clang++", *flags, "-c", source]}
                       for source in case.sources], database)
        done = subprocess.run([tool, "-p", build, "--checks=*,holdfast-check-then-act"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              universal_newlines=True, check=False, cwd="/")
    if done.returncode not in (0, 1):
        raise check_findings.BadTest("%s: the tool failed:\n%s%s" % (case.name, done.stdout, done.stderr))
    return check_findings.parse_findings(done.stdout)


def differences_of(tool, case, fixed):
    lines = {file: lines_of_variant(file, fixed) for file in {mark.file for mark in case.marks}}
    marks = [mark for mark in case.marks if mark.line in lines[mark.file]]
    found = findings_of(tool, case, fixed)
    for finding in found:  # The tool ran in "/" and says paths from there.
        finding.file = os.path.normpath(os.path.join("/", finding.file))
    return check_findings.compare(marks, found, with_levels=False)


def exit_codes(case, fixed, repeat):
    """Yields how the compiled case ends each time; None: not at all. Output of a build that fails is an error."""
    with tempfile.TemporaryDirectory() as build:
        binary = os.path.join(build, "case")
        built = subprocess.run([os.environ.get("CXX", "g++"), STANDARD, "-g", "-w", "-pthread", *case.suite.flags,
                                *(["-DFIXED"] if fixed else []), *case.sources, "-o", binary],
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True, check=False)
        if built.returncode:
            raise check_findings.BadTest("%s: does not compile:\n%s" % (case.name, built.stdout))
        for _ in range(repeat):
            try:
                yield subprocess.run([binary], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
                                     env=dict(os.environ, **case.suite.environment), timeout=TIMEOUT).returncode
            except subprocess.TimeoutExpired:
                yield None


def is_as_it_should(case, fixed, code):
    if fixed or case.suite.stopped is None or case.about["class"] in case.suite.unseen:
        return (code == 0) == fixed
    return code == case.suite.stopped


def check_analysis(tool, case):
    """Prints where the tool's findings differ from the marks; true when they do not."""
    good = True
    for fixed in (False, True):
        for file, line, text in differences_of(tool, case, fixed):
            good = False
            print("%s:%d: %s%s\n      | %s" % (os.path.relpath(file), line, text, " (with -DFIXED)" if fixed else "",
                                            check_findings.source_line(file, line)))
    return good


def check_execution(case, repeat):
    """Prints which variant does not run as it should; true when both do. A run of a program with a race may come by
    without it, so one of ATTEMPTS has to be stopped; all others have to be as they should each time."""
    good = True
    for fixed in (False, True):
        may_miss = not fixed and case.suite.stopped is not None
        codes = exit_codes(case, fixed, max(repeat, ATTEMPTS) if may_miss else repeat)
        if not (any if may_miss else all)(is_as_it_should(case, fixed, code) for code in codes):
            good = False
            print("%s: %s" % (case.name, "the fixed program does not end well" if fixed else
                              "nothing stops the program without the fix"))
    return good


def table(cases):
    rows = ["| case | project, fix | class | finding | after the fix |", "|---|---|---|---|---|"]
    found = silent = 0
    for case in cases:
        kinds = {mark.kind for mark in case.marks}
        is_found, is_silent = "finding" in kinds, "known-false-alarm" not in kinds
        found, silent = found + is_found, silent + is_silent
        rules = sorted({mark.rule for mark in case.marks if mark.kind == "finding"})
        rows.append("| %s | %s %s (%s) | %s | %s | %s |"
                    % (case.name, case.about["project"], case.about["fix"], case.about["year"], case.about["class"],
                       ", ".join(rules) if is_found else "**missed**", "silent" if is_silent else "**false alarm**"))
    projects = len({case.about["project"] for case in cases})
    summary = ("%d cases of %d projects: %d found before the fix (%.0f %%), %d silent after it."
               % (len(cases), projects, found, 100 * found / len(cases), silent))
    return "\n".join([summary, ""] + rows)


def update(page, place, text):
    begin, end = "<!-- %s: begin -->" % place, "<!-- %s: end -->" % place
    with open(page, encoding="utf-8") as source:
        old = source.read()
    head, rest = old.split(begin)
    with open(page, "w", encoding="utf-8") as out:
        out.write("%s%s\n%s\n%s%s" % (head, begin, text, end, rest.split(end)[1]))


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", nargs="*", metavar="CASE", help="names in cases/ or races/ (default: all)")
    parser.add_argument("--races", action="store_true", help="the cases of races/, not those of cases/")
    parser.add_argument("--tool", default=os.path.join(HERE, "../../build/bin/holdfast"))
    parser.add_argument("--execute", action="store_true", help="compile and run each case instead of analyzing it")
    parser.add_argument("--repeat", metavar="N", type=int, default=1, help="run each N times (with --execute)")
    parser.add_argument("--update", metavar="PAGE", help="put the table of all cases into this page")
    parser.add_argument("--part", metavar="K/N", default="1/1", help="of N parts of the cases, the K-th")
    options = parser.parse_args(arguments)
    part, parts = map(int, options.part.split("/"))
    suite = RACES if options.races else ITERATION
    try:
        names = [os.path.basename(os.path.normpath(name)) for name in options.cases]
        names = (names or sorted(os.listdir(os.path.join(HERE, suite.directory))))[part - 1::parts]
        cases = [read_case(suite, name) for name in names]
        if options.update:
            update(options.update, suite.place, table(cases))
            return 0
        good = sum([check_execution(case, options.repeat) if options.execute else check_analysis(options.tool, case)
                    for case in cases])
    except (check_findings.BadTest, OSError) as problem:
        print("history: %s" % problem)
        return 2
    print("%d of %d cases as marked" % (good, len(cases)))
    return 0 if good == len(cases) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
