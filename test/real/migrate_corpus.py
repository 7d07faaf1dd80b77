#!/usr/bin/env python3
# ===- migrate_corpus.py - migrated containers of the real projects --------===//
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===//
"""Gives containers of the projects that configure-corpus.sh configured the runtime's types, in copies, and
compiles what has become of them.

    test/real/migrate_corpus.py [--holdfast build/bin/holdfast] [--only PROJECT|CONTAINER]...

For each container below: `holdfast migrate`, then each unit that reads a changed file is compiled with its own
command, the runtime's directory and, where that is older, C++17. Stores CONTAINER.migrated.json, .patch and
.txt, what holdfast said, under --work. Exit code: 1 when a unit does not compile, or migrate ends in
another way than with 0 or 1.
"""

import argparse
import json
import os
import subprocess
import sys

from fix_corpus import Failure, build, changed_files, commands, copy_project, patch
from run_corpus import PROJECTS, table

HERE = os.path.dirname(os.path.abspath(__file__))

# project, type, container, what is accepted.
CONTAINERS = [
    ("i2pd", "holdfast::map", "NetDb::m_LeaseSets", []),
    ("i2pd", "holdfast::map", "LeaseSetDestination::m_RemoteLeaseSets", ["order"]),
    ("i2pd", "holdfast::map", "GarlicDestination::m_DeliveryStatusSessions", []),
    ("i2pd", "holdfast::map", "AddressBook::m_Addresses", ["order"]),
    ("i2pd", "holdfast::map", "TunnelPool::m_Tests", ["order"]),
    ("fluxbox", "holdfast::map", "Fluxbox::m_window_search", ["order"]),
    ("fluxbox", "holdfast::map", "Fluxbox::m_window_search_group", ["order"]),
    ("fcitx5", "holdfast::map", "Notifications::globalToInternalId_", []),
    ("fcitx5", "holdfast::map", "Notifications::items_", []),
    ("fcitx5", "holdfast::map", "XCBConnection::atomCache_", []),
]


def modern(words):
    """A command that is C++17 at least."""
    old = [w for w in words if w.startswith("-std=") and w[-2:] in ("98", "03", "11", "14", "0x", "1y")]
    has = any(w.startswith("-std=") for w in words)
    return [w for w in words if w not in old] + (["-std=gnu++17"] if old or not has else [])


def prepare(arguments, project, runtime):
    """Adds the runtime to the copy's database."""
    path = os.path.join(arguments.work, project.database, "compile_commands.json")
    entries = [{"directory": directory, "file": file,
                "arguments": [modern(words)[0], "-I" + runtime] + modern(words)[1:]}
               for directory, file, words in commands(arguments, project) if not file.endswith(".c")]
    with open(path, "w") as file:
        json.dump(entries, file)


def migrate(arguments, project, container):
    _, target, name, accepted = container
    command = [arguments.holdfast, "migrate", "-q", "-p", project.database, "-j", str(arguments.j), "--to=" + target,
               *(f"--accept={each}" for each in accepted), *arguments.extra, name]
    return subprocess.run(command, cwd=arguments.work, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, universal_newlines=True, check=False)


def examine(arguments, project, container):
    runtime = os.path.abspath(os.path.join(HERE, "../../runtime/include"))
    source, target = copy_project(arguments, project)
    prepare(arguments, project, runtime)
    done = migrate(arguments, project, container)
    base = os.path.join(arguments.work, container[2].replace("::", "."))
    with open(base + ".txt", "w") as file:
        file.write(done.stdout)
    units, broken = build(arguments, project, changed_files(source, target)) if done.returncode == 0 else (0, [])
    patch(source, target, base + ".patch")
    result = {"exit": done.returncode, "units": units, "broken": broken, "last": done.stdout.strip().split("\n")[-1]}
    with open(base + ".migrated.json", "w") as file:
        json.dump(result, file, indent=1)
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--holdfast", default=os.path.join(HERE, "../../build/bin/holdfast"))
    parser.add_argument("--corpus", default=os.environ.get("CORPUS", "/work/corpus"))
    parser.add_argument("--work", default="/tmp/migrate-corpus", help="where the copies go")
    parser.add_argument("--only", action="append", default=[], help="a project, or a container")
    parser.add_argument("--extra", action="append", default=[], help="an option for holdfast")
    parser.add_argument("-j", type=int, default=2)
    arguments = parser.parse_args()
    for each in ("holdfast", "corpus", "work"):
        setattr(arguments, each, os.path.abspath(getattr(arguments, each)))
    os.makedirs(arguments.work, exist_ok=True)
    rows, bad = [], 0
    for container in CONTAINERS:
        if arguments.only and not {container[0], container[2]} & set(arguments.only):
            continue
        project = next(p for p in PROJECTS if p.name == container[0])
        try:
            result = examine(arguments, project, container)
        except Failure as problem:
            print(f"migrate_corpus.py: {problem}", file=sys.stderr)
            return 2
        bad += bool(result["broken"]) or result["exit"] not in (0, 1)
        print(*result["broken"], sep="\n", file=sys.stderr)
        rows.append([container[0], f"`{container[2]}`", container[1], result["last"],
                     ("no" if result["broken"] else f"yes ({result['units']} units)") if not result["exit"] else ""])
        print(rows[-1], flush=True)
    print(table(["project", "container", "to", "what migrate says", "compiles"], rows))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
