# ===- tsan.py - reads the reports of ThreadSanitizer -----------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""A report as the two places, in the files that count, that it is about."""

import os
import re
from dataclasses import dataclass
from typing import List, Optional, Tuple

START = re.compile(r"^WARNING: ThreadSanitizer: (.*?) \(pid=\d+\)")
SIDE = re.compile(r"^  (?:Previous )?(?:atomic )?(?:read|write) of size \d+ at ", re.IGNORECASE)
FRAME = re.compile(r"^    #\d+ .*? (\S+?):(\d+)(?::\d+)? \(")
DEADLY = re.compile(r"ThreadSanitizer:DEADLYSIGNAL|ThreadSanitizer: SEGV|ThreadSanitizer: CHECK")


@dataclass
class Report:
    kind: str  # "data race", "heap-use-after-free", ...
    sides: List[Optional[Tuple[str, int]]]  # None: not in our files, or no stack could be restored.
    text: str


def parse(output, files, skipped=frozenset()):
    """All reports in the output of one process. files: base names that places may be in; skipped:
    places whose caller counts, like the assignment operator that a struct has by itself."""
    reports, current = [], []
    for line in output.splitlines():
        if START.match(line):
            current = [line]
        elif current and line.startswith("======"):
            reports.append(read(current, files, skipped))
            current = []
        elif current:
            current.append(line)
    if current:
        reports.append(read(current, files, skipped))
    return reports


def read(lines, files, skipped):
    sides = []
    for number, line in enumerate(lines):
        if SIDE.match(line):
            sides.append(innermost(lines[number + 1:], files, skipped))
    return Report(START.match(lines[0]).group(1), sides, "\n".join(lines))


def innermost(lines, files, skipped):
    """The first frame of a stack that is in one of the files, and counts."""
    for line in lines:
        if not line.strip():
            return None
        frame = FRAME.match(line)
        if frame and os.path.basename(frame.group(1)) in files:
            place = os.path.basename(frame.group(1)), int(frame.group(2))
            if place not in skipped:
                return place
    return None


def brief(text):
    """The two stacks of a report, without the frames of the standard library."""
    own = [line for line in text.split("\n\n  Location")[0].splitlines()
           if "/c++/" not in line and "<null>" not in line]
    return "\n".join(line[:160] for line in own[:24])


def died(output):
    return bool(DEADLY.search(output))
