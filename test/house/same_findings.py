#!/usr/bin/env python3
# ===- same_findings.py - do tool and plugin say the same? ------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Compares the diagnostics of two outputs: file name, line, column, text. Paths may be relative.

The notes with suggested fixes are clang-tidy's only: the program has none at hand when it reports."""

import pathlib
import re
import sys

DIAGNOSTIC = re.compile(r"^(\S+?):(\d+):(\d+): (warning|note|error): (.*)$")


def diagnostics(path):
    result = []
    for line in pathlib.Path(path).read_text().splitlines():
        match = DIAGNOSTIC.match(line)
        if match and not match[5].startswith(("fix: ", "possible fix: ")):
            result.append((pathlib.Path(match[1]).name,) + match.groups()[1:])
    return result


def main(left, right):
    a, b = diagnostics(left), diagnostics(right)
    if not a:
        print(f"{left}: no diagnostics")
        return 1
    for line in [x for x in a if x not in b]:
        print("only in", left, *line)
    for line in [x for x in b if x not in a]:
        print("only in", right, *line)
    if sorted(a) != sorted(b):
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
