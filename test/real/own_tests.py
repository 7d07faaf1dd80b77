#!/usr/bin/env python3
# ===- own_tests.py - do the projects' own tests pass afterwards? -----------===//
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===//
"""Builds projects with their own tests, as C++17, and runs these; migrates containers that they exercise, one after
the other; builds and runs again.

    test/real/own_tests.py [--holdfast build/bin/holdfast] [PROJECT...]
    test/real/own_tests.py --update docs/migrate.md         # the table from what is stored

Needs the projects that configure-corpus.sh got, and Debian's googletest, libgtest-dev, libgmock-dev and
libbenchmark-dev. A migration is given the units in which the container's name is written; the build is of all.
Copies go below --work, together with PROJECT.own.json, .patch and .log. Exit code: 1 when what the tests
say has changed, 2 when it could not run.
"""

import argparse
import collections
import json
import os
import re
import shutil
import subprocess
import sys

from fix_corpus import Failure, changed_files, patch
from run_corpus import show, table

HERE = os.path.dirname(os.path.abspath(__file__))
CMAKE = ["-G", "Ninja", "-DCMAKE_C_COMPILER=clang-22", "-DCMAKE_CXX_COMPILER=clang++-22", "-DCMAKE_CXX_STANDARD=17",
         "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON", "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=-O1"]

# Options for cmake; what is built, empty: all; how the tests are run in the build directory; the containers, all
# with --accept=order, and the names that their units have in them.
Own = collections.namedtuple("Own", "options targets run containers")
LEVELDB = ["db_test", "autocompact_test", "corruption_test", "fault_injection_test", "recovery_test",
           "memenv_test", "env_posix_test"]
OWN = {
    "leveldb": Own([], LEVELDB, ["ctest", "-V", "-j2", "-R", "^(%s)$" % "|".join(LEVELDB)], [
        ("holdfast::set", "DBImpl::pending_outputs_", "pending_outputs_|AddLiveFiles"),
        ("holdfast::set", "PosixLockTable::locked_files_", "locked_files_"),
        ("holdfast::map", "InMemoryEnv::file_map_", "file_map_"),
    ]),
    "yaml-cpp": Own(["-DYAML_CPP_BUILD_TESTS=ON", "-DYAML_CPP_BUILD_TOOLS=OFF"], [],
                    ["test/yaml-cpp-tests"], [
        ("holdfast::map", "Directives::tags", "tags"),
        ("holdfast::map", "SingleDocParser::m_anchors", "m_anchors"),
        ("holdfast::map", "NodeEvents::AliasManager::m_anchorByIdentity", "m_anchorByIdentity"),
        ("holdfast::map", "NodeEvents::m_refCount", "m_refCount"),
    ]),
}


def run(where, command, log, fail=True):
    done = subprocess.run(command, cwd=where, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, universal_newlines=True, errors="replace", check=False)
    print("$", *command, "\n" + done.stdout, file=log, flush=True)
    if fail and done.returncode:
        raise Failure(" ".join(command) + "\n" + done.stdout[-3000:])
    return done


def tests(build, own, log):
    """How many of the project's tests pass, and the names of those that do not, as GoogleTest says it."""
    run(build, ["ninja", *own.targets], log)
    said = run(build, own.run, log, fail=False).stdout
    passed = sum(map(int, re.findall(r"\[  PASSED  \] (\d+) test", said)))
    failed = sorted(set(re.findall(r"\[  FAILED  \] ([\w/]+\.[\w/]+)", said)))
    return f"{passed} pass" + (f", not {', '.join(failed)}" if failed else "")


def writes(path, names):
    with open(path, errors="replace") as file:
        return re.search(rf"\b({names})\b", file.read()) is not None


def narrowed(build, names):
    """The directory of a database with the units in which one of these names is written."""
    with open(os.path.join(build, "compile_commands.json")) as file:
        entries = [e for e in json.load(file) if writes(e["file"], names)]
    directory = os.path.join(build, "narrowed")
    os.makedirs(directory, exist_ok=True)
    with open(os.path.join(directory, "compile_commands.json"), "w") as file:
        json.dump(entries, file)
    return directory


def examine(arguments, name, log):
    own = OWN[name]
    source, target = os.path.join(arguments.corpus, name), os.path.join(arguments.work, name)
    build = os.path.join(target, "build")
    for copy in (target, target + ".orig"):
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(source, copy, symlinks=True, ignore=lambda at, _: ["build"] if at == source else [])
    run(target, ["cmake", "-S", ".", "-B", "build", *CMAKE, "-DCMAKE_CXX_FLAGS=-isystem" + arguments.runtime,
                 *own.options], log)
    before = tests(build, own, log)
    migrations = []
    for to, container, names in own.containers:
        done = run(target, [arguments.holdfast, "migrate", "-q", "-p", narrowed(build, names), "-j",
                            str(arguments.j), "--to=" + to, "--accept=order", container], log, fail=False)
        migrations.append({"container": container, "to": to, "exit": done.returncode})
    after = tests(build, own, log)
    base = os.path.join(arguments.work, name)
    shutil.move(build, base + ".build")
    patch(base + ".orig", target, base + ".patch")
    changed = sorted(os.path.relpath(f, target) for f in changed_files(base + ".orig", target))
    shutil.move(base + ".build", build)
    result = {"before": before, "after": after, "migrations": migrations, "files": changed}
    with open(base + ".own.json", "w") as file:
        json.dump(result, file, indent=1)


def row(arguments, name):
    """A row of the table from what is stored, or None; and whether the tests say the same."""
    stored = os.path.join(arguments.work, name + ".own.json")
    if not os.path.exists(stored):
        return None, True
    with open(stored) as file:
        result = json.load(file)
    by_exit = {code: ", ".join(f"`{m['container']}`" for m in result["migrations"] if m["exit"] == code)
               for code in (0, 1)}
    same = result["before"] == result["after"] and all(m["exit"] in (0, 1) for m in result["migrations"])
    return [name, by_exit[0], by_exit[1], result["before"], "the same" if same else result["after"]], same


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("projects", nargs="*", metavar="PROJECT", help=", ".join(OWN))
    parser.add_argument("--holdfast", default=os.path.join(HERE, "../../build/bin/holdfast"))
    parser.add_argument("--runtime", default=os.path.join(HERE, "../../runtime/include"))
    parser.add_argument("--corpus", default=os.environ.get("CORPUS", "/work/corpus"))
    parser.add_argument("--work", default="/tmp/own-tests", help="where the copies go")
    parser.add_argument("--update", metavar="PAGE", help="put the stored results into this page")
    parser.add_argument("-j", type=int, default=2)
    arguments = parser.parse_args()
    for each in ("holdfast", "runtime", "corpus", "work"):
        setattr(arguments, each, os.path.abspath(getattr(arguments, each)))
    if set(arguments.projects) - set(OWN):
        parser.error("known projects: " + ", ".join(OWN))
    return arguments


def main():
    arguments = parse_arguments()
    os.makedirs(arguments.work, exist_ok=True)
    chosen = arguments.projects or list(OWN)
    for name in chosen if not arguments.update else []:
        with open(os.path.join(arguments.work, name + ".log"), "w") as log:
            try:
                examine(arguments, name, log)
            except Failure as problem:
                print(f"own_tests.py: {name}: {problem}", file=sys.stderr)
                return 2
    rows = [row(arguments, name) for name in chosen]
    text = table(["project", "migrated", "refused", "own tests before", "after"], [cells for cells, _ in rows if cells])
    show(text, arguments.update, "own tests")
    return 0 if all(same for _, same in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
