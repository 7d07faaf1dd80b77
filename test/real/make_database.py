#!/usr/bin/env python3
#===- make_database.py - a compile database from make -n -----------------===//
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------===//
"""Reads what `make -n -w` would run and prints compile_commands.json.

    make -C build -n -w | make_database.py DIR > compile_commands.json

DIR is where make starts. Commands that compile (`-c` and one source file) become
entries; lines joined by `\\` are one command, `&&` and `;` separate commands. What
libtool compiles twice is one entry. A database made this way needs no compilation,
unlike one from `bear`.
"""
import json
import os
import re
import shlex
import sys

SOURCE = re.compile(r"\.(c|cc|cpp|cxx)$")
DIRECTORY = re.compile(r"make(?:\[\d+\])?: (Entering|Leaving) directory '(.*)'")
# automake asks whether x.cc is in the build directory: `test -f 'x.cc' || echo '../'`x.cc
SOURCE_TEST = re.compile(r"`test -f '?([^' ]+)'? \|\| echo '([^']*)'`\1")


def commands(lines):
    """Yields (directory, words) of every simple command."""
    stack = [os.path.abspath(sys.argv[1])]
    pending = ""
    for line in lines:
        line = line.rstrip("\n")
        moved = DIRECTORY.search(line)
        if moved:
            if moved.group(1) == "Entering":
                stack.append(moved.group(2))
            elif len(stack) > 1:
                stack.pop()
            continue
        if line.endswith("\\"):
            pending += line[:-1] + " "
            continue
        line, pending = pending + line, ""
        line = SOURCE_TEST.sub(lambda test: os.path.join(test[2], test[1]), line)
        try:
            words = shlex.split(line)
        except ValueError:
            continue  # a shell construct that spans lines: no compilation
        command = []
        for word in words + ["&&"]:
            if word in ("&&", "||", ";"):
                yield stack[-1], command
                command = []
            elif word.endswith(";"):
                yield stack[-1], command + [word[:-1]]
                command = []
            else:
                command.append(word)


def main():
    entries = []
    seen = set()
    for directory, words in commands(sys.stdin):
        if "--mode=compile" in words:  # libtool OPTIONS --mode=compile COMPILER …
            words = words[words.index("--mode=compile") + 1:]
        sources = [w for w in words if SOURCE.search(w)]
        if "-c" not in words or not sources or not re.search(r"(cc|gcc|clang|\+\+)", words[0]):
            continue
        source = sources[-1]
        if any("`" in word for word in words):
            continue
        file = os.path.normpath(os.path.join(directory, source))
        key = (file, tuple(words))
        if key in seen or not os.path.exists(file):
            continue
        seen.add(key)
        entries.append({"directory": directory, "file": file, "arguments": words})
    json.dump(entries, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
