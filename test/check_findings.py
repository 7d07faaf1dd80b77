#!/usr/bin/env python3
# ===- check_findings.py - compare findings with the comments of a test ----===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Runs holdfast on a source file and compares its findings with the file's own marks.

  m.erase(k); // finding: mutate-while-iterating likely "erasing from 'm'"
  // finding@+1: invalidated-iterator          the next line
  // finding(c++17 c++20): invalidated-reference   only with these standards (or libraries)
  // note: "starts here"                       a note of some finding, on this line
  m.erase(k); // finding: mutate-while-iterating "at line [[@-2]] iterates"     two lines above
  // known-miss: mutate-while-iterating issue "The whole program"
  // known-false-alarm: invalidated-iterator issue "The whole program"

The rule's name comes without `holdfast-`. The level and the part of the message are optional. A
finding without a mark fails, a mark without a finding fails. Two findings on a line need two marks.
A known miss fails when it is found and a known false alarm when it is gone: then the mark goes.
Notes are checked only where they are marked. Marks are read from the file and from the files it
includes with quotes.

Exit code: 0 as expected, 1 different, 2 the test or the tool could not be run.
"""

import argparse
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from typing import List, Optional

LEVELS = ("certain", "likely")
KINDS = ("finding", "note", "known-miss", "known-false-alarm")
LIBRARIES = ("libstdc++", "libc++")

# Anything that looks like a mark must be one: a misspelled mark would never be missed.
MARK_LIKE = re.compile(r"//\s*(?:findings?\b|notes?\s*[@(:]|known-)", re.IGNORECASE)
MARK = re.compile(
    r"//\s*(finding|note|known-miss|known-false-alarm)(?:@([+-]\d+))?(?:\(([^)]*)\))?:"
    r"((?:[^/\"]|\"[^\"]*\"|/(?!/))*)"
)
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)
DIAGNOSTIC = re.compile(
    r"^(?P<file>[^\s:][^:]*):(?P<line>\d+):(?P<column>\d+): (?P<kind>warning|note|error): "
    r"(?P<text>.*?)(?: \[holdfast-(?P<rule>[a-z0-9-]+)\])?$"
)


class BadTest(Exception):
    """The test or the tool is broken: nothing can be compared."""


@dataclass
class Mark:
    kind: str
    file: str
    line: int  # The line the finding is expected on, not the mark's own.
    rule: str = ""
    level: Optional[str] = None
    text: str = ""
    only_for: List[str] = field(default_factory=list)  # Empty: in every configuration.
    issue: str = ""

    def describe(self):
        parts = [self.rule, self.level or "", '"%s"' % self.text if self.text else ""]
        return " ".join(p for p in parts if p)


@dataclass
class Finding:
    kind: str  # "warning" or "note".
    file: str
    line: int
    column: int
    text: str
    rule: str = ""
    level: Optional[str] = None


@dataclass
class Configuration:
    """One run of the tool. `library` is None for C and where there is no choice."""

    standard: Optional[str]
    library: Optional[str]

    def flags(self):
        result = ["-std=" + self.standard] if self.standard else []
        return result + (["-stdlib=" + self.library] if self.library else [])

    def __str__(self):
        return " ".join(self.flags()) or "default flags"

    def selects(self, mark):
        """True when mark counts here: each sort of word it names has a word for us."""
        standards = [w for w in mark.only_for if w not in LIBRARIES]
        libraries = [w for w in mark.only_for if w in LIBRARIES]
        if standards and self.standard not in standards:
            return False
        return not libraries or (self.library or "libstdc++") in libraries


def known_rules():
    """A rule is what has a directory beside this script (STYLE.md: one rule, one place)."""
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "rules")
    return {d for d in os.listdir(root)
            if d not in ("Inputs", "clean") and os.path.isdir(os.path.join(root, d))}


def parse_payload(kind, payload, where, rules):
    """The words after the colon: (rule, level, text, issue)."""
    own = int(where.rsplit(":", 1)[1])
    texts = [re.sub(r"\[\[@([+-]\d+)\]\]", lambda m: str(own + int(m.group(1))), text)
             for text in re.findall(r'"([^"]*)"', payload)]
    words = re.sub(r'"[^"]*"', " ", payload).split()
    if kind == "note":
        if words or len(texts) != 1:
            raise BadTest('%s: a note mark is // note: "part of the text"' % where)
        return "", None, texts[0], ""
    if not words or words[0] not in rules:
        raise BadTest("%s: '%s' is no rule; rules are %s"
                      % (where, words[0] if words else "", ", ".join(sorted(rules))))
    rule, rest = words[0], words[1:]
    level = rest.pop(0) if rest and rest[0] in LEVELS else None
    issue = ""
    if kind != "finding":
        if rest != ["issue"] or not texts:
            raise BadTest('%s: %s needs: issue "Title of the issue"' % (where, kind))
        rest, issue = [], texts.pop(0)
    if rest or len(texts) > 1:
        raise BadTest("%s: cannot read '%s'" % (where, payload.strip()))
    return rule, level, texts[0] if texts else "", issue


def parse_marks(path, rules, seen=None):
    """All marks of the file and of its quoted includes."""
    seen = set() if seen is None else seen
    path = os.path.normpath(path)
    if path in seen:
        return []
    seen.add(path)
    with open(path, encoding="utf-8") as source:
        content = source.read()
    marks = []
    for number, line in enumerate(content.splitlines(), start=1):
        found = list(MARK.finditer(line))
        where = "%s:%d" % (path, number)
        if len(found) != len(MARK_LIKE.findall(line)):
            raise BadTest("%s: this looks like a mark and is none: %s" % (where, line.strip()))
        for match in found:
            kind, offset, only_for, payload = match.groups()
            rule, level, text, issue = parse_payload(kind, payload, where, rules)
            marks.append(Mark(kind, path, number + int(offset or 0), rule, level, text,
                              re.split(r"[\s,]+", only_for.strip()) if only_for else [], issue))
    for name in INCLUDE.findall(content):
        included = os.path.join(os.path.dirname(path), name)
        if os.path.exists(included):
            marks += parse_marks(included, rules, seen)
    return marks


def parse_findings(output):
    """The diagnostics in the tool's output; source lines and carets are passed over."""
    findings = []
    for line in output.splitlines():
        match = DIAGNOSTIC.match(line)
        if not match:
            continue
        if match["kind"] == "error":
            raise BadTest("the tool could not read the test: " + line)
        findings.append(Finding(match["kind"], os.path.normpath(match["file"]), int(match["line"]),
                                int(match["column"]), match["text"], match["rule"] or ""))
    return findings


def fits(mark, finding, with_levels):
    if (os.path.abspath(mark.file), mark.line) != (os.path.abspath(finding.file), finding.line):
        return False
    if mark.kind == "note":
        return finding.kind == "note" and mark.text in finding.text
    return (finding.kind == "warning" and mark.rule == finding.rule and mark.text in finding.text
            and (not with_levels or mark.level is None or mark.level == finding.level))


def compare(marks, findings, with_levels):
    """The differences, as (file, line, text) in source order."""
    differences = []
    left = list(findings)
    # The most particular mark picks first, so that a plain one does not take its finding.
    for mark in sorted(marks, key=lambda m: (m.text == "", m.level is None)):
        hit = next((f for f in left if fits(mark, f, with_levels)), None)
        if hit:
            left.remove(hit)
        if mark.kind in ("finding", "note") and not hit:
            differences.append((mark.file, mark.line,
                                "- missing %s: %s" % (mark.kind, mark.describe())))
        elif mark.kind == "known-miss" and hit:
            differences.append((mark.file, mark.line, "! found: make the known-miss a finding: %s"
                                % mark.describe()))
        elif mark.kind == "known-false-alarm" and not hit:
            differences.append((mark.file, mark.line, "! silent: remove the known-false-alarm: %s"
                                % mark.describe()))
    for finding in left:
        if finding.kind == "warning":
            level = " (%s)" % finding.level if finding.level else ""
            differences.append((finding.file, finding.line, "+ unexpected: column %d: %s [%s]%s"
                                % (finding.column, finding.text, finding.rule, level)))
    return sorted(differences)


def source_line(path, number):
    try:
        with open(path, encoding="utf-8") as source:
            return source.read().splitlines()[number - 1].strip()
    except (OSError, IndexError):
        return "<no such line>"


def run_tool(options, path, configuration, extra=()):
    """The tool's findings. Its exit code must agree with what it says."""
    command = options.tool + [path] + options.tool_option + list(extra)
    command += ["--"] + configuration.flags() + options.flags
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              universal_newlines=True, timeout=options.timeout)
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise BadTest("cannot run %s: %s" % (" ".join(command), problem))
    said = "%s\nexit code %d\n%s%s" % (" ".join(command), done.returncode, done.stdout, done.stderr)
    if done.returncode not in (0, 1):
        raise BadTest("the tool failed: " + said)
    findings = parse_findings(done.stdout)
    if (done.returncode == 1) != any(f.kind == "warning" for f in findings):
        raise BadTest("exit code and findings disagree: " + said)
    return findings


def run_with_levels(options, path, configuration):
    """The findings with their levels, for which the tool has no word: it is asked twice."""
    findings = run_tool(options, path, configuration)
    certain = run_tool(options, path, configuration, ["--confidence=certain"])
    for finding in findings:
        finding.level = "certain" if finding in certain else "likely"
    return findings


def configurations(options, path):
    is_c = path.endswith(".c")
    standards = options.std.split(",") if options.std else [None]
    libraries = [None] if is_c else options.stdlib.split(",")
    # Every standard with the first library, the last standard with the others: a standard and a
    # library differ for different reasons.
    pairs = [(standard, libraries[0]) for standard in standards]
    pairs += [(standards[-1], library) for library in libraries[1:]]
    for standard, library in pairs:
        # libstdc++ is the default of every platform we test on: say nothing.
        yield Configuration(standard, None if library == "libstdc++" else library)


def check(options, path):
    """Prints the differences of every configuration; true when there are none."""
    marks = parse_marks(path, known_rules())
    good = True
    for number, configuration in enumerate(configurations(options, path)):
        selected = [m for m in marks if configuration.selects(m)]
        # Levels cost a second run and come from the solver alone: the first configuration tells.
        with_levels = number == 0 and any(m.level for m in selected)
        run = run_with_levels if with_levels else run_tool
        differences = compare(selected, run(options, path, configuration), with_levels)
        if not differences:
            continue
        good = False
        print("%s (%s): %d differences" % (path, configuration, len(differences)))
        for file, line, text in differences:
            print("%s:%d: %s\n      | %s" % (file, line, text, source_line(file, line)))
    return good


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0],
                                     usage="%(prog)s FILE… [options] [-- FLAGS]")
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--tool", default=os.environ.get("HOLDFAST", "holdfast"),
                        type=str.split, help="the holdfast binary (default: $HOLDFAST)")
    parser.add_argument("--tool-option", action="append", default=[], help="handed to the tool")
    parser.add_argument("--std", default="", help="language standards: c++17,c++20")
    parser.add_argument("--stdlib", default="libstdc++", help="libstdc++,libc++")
    parser.add_argument("--timeout", type=float, default=120, help="seconds for one run")
    split = arguments.index("--") if "--" in arguments else len(arguments)
    options = parser.parse_args(arguments[:split])
    options.flags = arguments[split + 1:]
    try:
        return 0 if all([check(options, path) for path in options.files]) else 1
    except (BadTest, OSError) as problem:
        print("check_findings: %s" % problem)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
