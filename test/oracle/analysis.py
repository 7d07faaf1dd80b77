# ===- analysis.py - what holdfast says about generated programs --------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Runs holdfast over a file of programs and gives each its findings."""

import json
import os
import re
import subprocess
from dataclasses import dataclass
from typing import List

from execution import LANGUAGE, LLVM, OracleError, other_file

FINDING = re.compile(r"^(?P<file>[^\s:][^:]*):(?P<line>\d+):\d+: (?P<kind>warning|note): "
                     r"(?P<text>.*?)(?: \[holdfast-(?P<rule>[a-z0-9-]+)\])?$")


@dataclass
class Finding:
    rule: str
    line: int  # Negative: in the other file.
    text: str
    lines: List[int]  # This one and those of its notes: the use, the change, where the handle is from.


def analyze(holdfast, path):
    """The findings of the file and its neighbour, in the order of the tool."""
    database = path.replace(".cpp", "_db")
    os.makedirs(database, exist_ok=True)
    command = [LLVM + "clang++"] + LANGUAGE + ["-c"]
    with open(os.path.join(database, "compile_commands.json"), "w", encoding="utf-8") as out:
        json.dump([{"directory": os.path.dirname(path), "file": source, "arguments": command + [source]}
                   for source in (path, other_file(path))], out)
    done = subprocess.run([holdfast, "-p", database], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          universal_newlines=True)
    if done.returncode not in (0, 1):
        raise OracleError("holdfast failed on %s:\n%s" % (path, done.stdout[-4000:]))
    return parse(done.stdout, os.path.basename(other_file(path)))


def parse(output, other=""):
    findings = []
    for line in output.splitlines():
        match = FINDING.match(line)
        if not match:
            continue
        number = int(match["line"]) * (-1 if os.path.basename(match["file"]) == other else 1)
        if match["kind"] == "warning":
            findings.append(Finding(match["rule"], number, match["text"], [number]))
        else:
            findings[-1].lines.append(number)
    return findings


def outside_of_execution(finding):
    """A finding about a value, not about memory: no run can tell whether it is right."""
    return "skips" in finding.text
