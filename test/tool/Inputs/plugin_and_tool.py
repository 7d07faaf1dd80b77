#!/usr/bin/env python3
# ===- plugin_and_tool.py - do they find the same with one .clang-tidy? ----===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""plugin_and_tool.py FILE... --plugin COMMAND... --tool COMMAND...

Runs both (`COMMAND FILE... --`). Prints `FILE:LINE RULE` of what both find, with the name of one
before it what only that one finds, and exits 1 if there is any of these. The plugin runs for each
file by itself, as run-clang-tidy does it: in a run for several, clang-tidy judges the last warning of
a file by the checks of the next one.
"""

import os
import re
import subprocess
import sys

FINDING = re.compile(r"^(\S+?):(\d+):\d+: (?:warning|error): .*\[(holdfast-[a-z-]+)")


def found(command, files):
    run = subprocess.run([*command, *files, "--"], capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"{command[0]}: {run.returncode}\n{run.stdout}{run.stderr}")
    matches = map(FINDING.match, run.stdout.splitlines())
    return {(os.path.relpath(m[1]), int(m[2]), m[3]) for m in matches if m}


def main(arguments):
    at, then = arguments.index("--plugin"), arguments.index("--tool")
    files = arguments[:at]
    plugin = set().union(*(found(arguments[at + 1 : then], [file]) for file in files))
    tool = found(arguments[then + 1 :], files)
    names = {(True, True): "", (True, False): "plugin: ", (False, True): "tool: "}
    for finding in sorted(plugin | tool):
        path, line, rule = finding
        print(f"{names[finding in plugin, finding in tool]}{path}:{line} {rule}")
    for file in files:
        if all(path != file for path, _, _ in plugin | tool):
            print(f"{file}: nothing")
    return 0 if plugin == tool else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
