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
    test/real/migrate_corpus.py --update docs/migrate.md    # the table from what is stored

For each container below: `holdfast migrate --dry-run` and `holdfast migrate`, which must make of the copy what the
patch of the former says. Then each unit that reads a changed file is compiled with its own command, the runtime's
directory and, where that is older, C++17. Stores CONTAINER.migrated.json, .patch and .txt, what
holdfast said, under --work. Exit code: 1 when a unit does not compile, the patch is another one, or migrate
ends in another way than with 0 or 1.
"""

import argparse
import json
import os
import re
import subprocess
import sys

from fix_corpus import Failure, build, changed_files, commands, copy_project, patch
from run_corpus import PROJECTS, show, table

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
    ("cppcheck", "holdfast::map", "Library::mNoReturn", []),
    ("cppcheck", "holdfast::map", "Library::mReflection", ["order"]),
    ("cppcheck", "holdfast::set", "Settings::summaryReturn", ["order"]),
    ("cppcheck", "holdfast::set", "CheckUnusedFunctions::mFunctionCalls", ["order"]),
    ("fcitx5", "holdfast::map", "Notifications::globalToInternalId_", []),
    ("fcitx5", "holdfast::map", "Notifications::items_", []),
    ("fcitx5", "holdfast::map", "XCBConnection::atomCache_", []),
]


def modern(words):
    """A command that is C++17 at least."""
    old = [w for w in words if w.startswith("-std=") and w[-2:] in ("98", "03", "11", "14", "0x", "1y")]
    has = any(w.startswith("-std=") for w in words)
    return [w for w in words if w not in old] + (["-std=gnu++17"] if old or not has else [])


def names(file, container):
    """Whether a source file has the container's name in it."""
    with open(file, errors="replace") as text:
        return re.search(rf"\b{container[2].split('::')[-1]}\b", text.read()) is not None


def prepare(arguments, project, container, runtime):
    """Adds the runtime to the copy's database."""
    path = os.path.join(arguments.work, project.database, "compile_commands.json")
    entries = [{"directory": directory, "file": file,
                "arguments": [modern(words)[0], "-I" + runtime] + modern(words)[1:]}
               for directory, file, words in commands(arguments, project) if not file.endswith(".c")
               and (not arguments.narrow or names(file, container))]
    with open(path, "w") as file:
        json.dump(entries, file)


def migrate(arguments, project, container, *options):
    _, target, name, accepted = container
    command = [arguments.holdfast, "migrate", "-q", "-p", project.database, "-j", str(arguments.j), "--to=" + target,
               *(f"--accept={each}" for each in accepted), *options, *arguments.extra, name]
    return subprocess.run(command, cwd=arguments.work, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, universal_newlines=True, check=False)


def differs_from(patch_text, arguments, project, source, target):
    """Whether the patch makes something else of the project than was made of the copy; the copy is made anew."""
    made = {file: open(file, "rb").read() for file in changed_files(source, target)}
    copy_project(arguments, project)
    done = subprocess.run(["patch", "-p1", "-s"], cwd=arguments.work, input=patch_text, universal_newlines=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.returncode != 0 or made != {f: open(f, "rb").read() for f in changed_files(source, target)}


def examine(arguments, project, container):
    runtime = os.path.abspath(os.path.join(HERE, "../../runtime/include"))
    source, target = copy_project(arguments, project)
    prepare(arguments, project, container, runtime)
    promised = migrate(arguments, project, container, "--dry-run")
    done = migrate(arguments, project, container) if promised.returncode == 0 else promised
    base = os.path.join(arguments.work, container[2].replace("::", "."))
    with open(base + ".txt", "w") as file:
        file.write(done.stdout + done.stderr)
    patch(source, target, base + ".patch")
    changed = changed_files(source, target)
    wrong = done.returncode == 0 and differs_from(promised.stdout, arguments, project, source, target)
    prepare(arguments, project, container, runtime)
    units, broken = build(arguments, project, changed) if done.returncode == 0 else (0, [])
    result = {"exit": done.returncode, "units": units, "broken": broken, "patch is another one": wrong,
              "narrow": arguments.narrow, "files": sorted(os.path.relpath(f, target) for f in changed),
              "misfits": re.findall(r"^(\S[^:]*:\d+):\d+: (.*)", done.stdout, re.MULTILINE) if done.returncode else [],
              "said": done.stderr.strip()}
    with open(base + ".migrated.json", "w") as file:
        json.dump(result, file, indent=1)
    return result


def is_bad(result):
    return bool(result["broken"]) or result["patch is another one"] or result["exit"] not in (0, 1)


def row(arguments, container):
    """A row of the table from what is stored, or None; and whether it is as it should be."""
    project, target, name, accepted = container
    base = os.path.join(arguments.work, name.replace("::", "."))
    if not os.path.exists(base + ".migrated.json"):
        return None, True
    with open(base + ".migrated.json") as file:
        result = json.load(file)
    with open(base + ".patch", errors="replace") as file:
        lines = sum(bool(re.match(r"\+(?!\+\+)", line)) for line in file)
    if result["exit"] == 0:
        units = f"{result['units']} unit{'s' * (result['units'] != 1)}"
        which = " that name it" if result.get("narrow") else ""
        verdict = "does not compile" if result["broken"] else f"migrated; {units}{which} compiled"
        edited = f"{lines} lines in {', '.join(f'`{os.path.basename(f)}`' for f in result['files'])}"
    else:
        verdict, edited = ("refused" if result["exit"] == 1 else f"failed ({result['exit']})"), ""
    return [project, f"`{name}`", target + "".join(f", `--accept={a}`" for a in accepted),
            len(result["misfits"]), edited, verdict], not is_bad(result)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--holdfast", default=os.path.join(HERE, "../../build/bin/holdfast"))
    parser.add_argument("--corpus", default=os.environ.get("CORPUS", "/work/corpus"))
    parser.add_argument("--work", default="/tmp/migrate-corpus", help="where the copies go")
    parser.add_argument("--only", action="append", default=[], help="a project, or a container")
    parser.add_argument("--narrow", action="store_true", help="only with the units in which its name is written")
    parser.add_argument("--update", metavar="PAGE", help="put the stored results into this page")
    parser.add_argument("--extra", action="append", default=[], help="an option for holdfast")
    parser.add_argument("-j", type=int, default=2)
    arguments = parser.parse_args()
    for each in ("holdfast", "corpus", "work"):
        setattr(arguments, each, os.path.abspath(getattr(arguments, each)))
    return arguments


def main():
    arguments = parse_arguments()
    os.makedirs(arguments.work, exist_ok=True)
    chosen = [c for c in CONTAINERS if not arguments.only or {c[0], c[2]} & set(arguments.only)]
    for container in chosen if not arguments.update else []:
        project = next(p for p in PROJECTS if p.name == container[0])
        try:
            result = examine(arguments, project, container)
        except Failure as problem:
            print(f"migrate_corpus.py: {problem}", file=sys.stderr)
            return 2
        print(container[2], result["said"], *result["broken"], sep="\n", file=sys.stderr, flush=True)
        if result["patch is another one"]:
            print("what --dry-run prints is not what is done", file=sys.stderr)
    rows = [row(arguments, container) for container in chosen]
    text = table(["project", "container", "to", "uses that do not fit", "edited", "verdict"],
                 [cells for cells, _ in rows if cells])
    show(text, arguments.update, "migrated")
    return 0 if all(good for _, good in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
