#!/usr/bin/env python3
# ===- fix_corpus.py - what fixes make of the real projects ----------------===//
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===//
"""Fixes the findings that verdicts.txt or thread-verdicts.txt calls true bugs, in copies of the projects that
configure-corpus.sh configured, and compiles what has become of them.

    test/real/fix_corpus.py [--holdfast build/bin/holdfast] [PROJECT...]
    test/real/fix_corpus.py --update docs/fixes.md          # the table from what is stored

For each project: a copy under --work, its compile database with it. What is not judged true goes into a
baseline. `holdfast --fix=all` runs until it changes nothing. Each unit that reads a changed file is compiled
with its own command. Then the project is analyzed once more. Stores PROJECT.fixed.json and PROJECT.patch
under --work; CORPUS is only read. Exit code: 1 when an edited unit does not compile or a fixed finding is still there,
2 when it could not run.
"""

import argparse
import concurrent.futures
import json
import os
import re
import shlex
import shutil
import subprocess
import sys

from run_corpus import PROJECTS, read_verdicts, show, table

HERE = os.path.dirname(os.path.abspath(__file__))
FIX = re.compile(r"note: ((?:possible )?fix): (?P<title>.*) \((?P<why>[^()]*(?:\([^()]*\)[^()]*)*)\)$")
ROUNDS = 4


class Failure(Exception):
    pass


def copy_project(arguments, project):
    """The project and its database in the work directory."""
    name = project.database.split("/")[0]
    source, target = os.path.join(arguments.corpus, name), os.path.join(arguments.work, name)
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, symlinks=True)
    database = os.path.join(arguments.work, project.database, "compile_commands.json")
    with open(database) as file:
        text = file.read()
    with open(database, "w") as file:
        file.write(re.sub(re.escape(source) + r"\b", target, text))
    return source, target


def holdfast(arguments, project, *options):
    command = [arguments.holdfast, *options, "-q", "-p", project.database, "-j", str(arguments.j),
               "--cache-dir", os.path.join(arguments.work, "cache"), *arguments.extra, *(arguments.only or project.paths)]
    done = subprocess.run(command, cwd=arguments.work, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, universal_newlines=True, check=False)
    if done.returncode not in (0, 1, 3):
        raise Failure(" ".join(command) + "\n" + done.stdout[-2000:])
    return done.stdout


def findings(arguments, project, *options):
    """[finding] as jsonl has them, and the text with the fixes."""
    out = os.path.join(arguments.work, "findings.jsonl")
    text = holdfast(arguments, project, "--format=text", "--format=jsonl:" + out, *options)
    with open(out) as file:
        entries = [json.loads(line) for line in file]
    return [e for e in entries if e["kind"] == "finding"], text


def place(finding):
    return f"{finding['file']}:{finding['line']}"


def is_true(finding, project, verdicts):
    key = (project.name, finding["rule"].replace("holdfast-", "", 1), place(finding))
    return verdicts.get(key, ("", ""))[0] == "true bug"


def baseline_without(arguments, project, wanted):
    """A baseline of all findings but those that are wanted."""
    path = os.path.join(arguments.work, project.name + ".baseline")
    if os.path.exists(path):
        os.remove(path)
    said = holdfast(arguments, project, "baseline", "create", "--baseline=" + path)
    if not os.path.exists(path):
        raise Failure(said)
    with open(path) as file:
        lines = file.readlines()
    with open(path, "w") as file:
        file.writelines(line for line in lines if not any(f["fingerprint"] in line for f in wanted))
    return path


def fixes_in(text):
    """{(place, rule): (sort, title)} of the first fix of each finding."""
    result, where = {}, None
    for line in text.splitlines():
        warning = re.match(r"(\S[^:]*:\d+):\d+: warning: .*\[(holdfast-[a-z-]+)", line)
        fix = FIX.search(line)
        if warning:
            where = warning.groups()
        elif fix and where:
            result.setdefault(where, ("safe" if fix[1] == "fix" else "suggestion", fix["title"]))
    return result


def changed_files(source, target):
    done = subprocess.run(["diff", "-rq", source, target], stdout=subprocess.PIPE, universal_newlines=True,
                          check=False)
    pairs = re.findall(r"^Files (.*) and (.*) differ$", done.stdout, re.MULTILINE)
    return [new for _, new in pairs if not new.endswith("compile_commands.json")]


def commands(arguments, project):
    with open(os.path.join(arguments.work, project.database, "compile_commands.json")) as file:
        for entry in json.load(file):
            words = entry.get("arguments") or shlex.split(entry["command"])
            yield entry["directory"], os.path.join(entry["directory"], entry["file"]), words


def without_output(words):
    result, skip = [], False
    for word in words:
        if not skip and word not in ("-o", "-MT", "-MF", "-MD", "-MP", "-MMD", "-MQ"):
            result.append(word)
        skip = not skip and word in ("-o", "-MT", "-MF", "-MQ")
    return result


def reads(entry, files):
    """Whether a unit reads one of the files."""
    directory, source, words = entry
    if os.path.realpath(source) in files:
        return True
    if not any(re.search(r"\.(h|hh|hpp|hxx|ipp|inl)$", f) for f in files):
        return False
    listed = subprocess.run([*without_output(words), "-M"], cwd=directory, stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL, universal_newlines=True, check=False)
    read = {os.path.realpath(os.path.join(directory, f)) for f in listed.stdout.replace("\\\n", " ").split()}
    return bool(read & files)


def compiled(entry):
    """What the compiler says against a unit; empty: nothing."""
    directory, source, words = entry
    done = subprocess.run([*without_output(words), "-w", "-O0", "-o", os.devnull], cwd=directory,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True, check=False)
    return f"{source}:\n{done.stdout[-1500:]}" if done.returncode else ""


def build(arguments, project, changed):
    """(number of units that were compiled, [what does not compile])."""
    files = {os.path.realpath(f) for f in changed}
    with concurrent.futures.ThreadPoolExecutor(arguments.j) as pool:
        entries = list(commands(arguments, project))
        units = [e for e, yes in zip(entries, pool.map(lambda e: reads(e, files), entries)) if yes]
        return len(units), [text for text in pool.map(compiled, units) if text]


def patch(source, target, path):
    text = subprocess.run(["diff", "-ru", "--exclude=compile_commands.json", source, target],
                          stdout=subprocess.PIPE, universal_newlines=True, errors="replace", check=False).stdout
    with open(path, "w") as file:
        file.write(text)


def examine(arguments, project, verdicts):
    source, target = copy_project(arguments, project)
    before, _ = findings(arguments, project)
    wanted = [f for f in before if is_true(f, project, verdicts)]
    baseline = "--baseline=" + baseline_without(arguments, project, wanted)
    _, text = findings(arguments, project, baseline, "--fix=all", "--dry-run")
    offered = fixes_in(text)
    applied = 0
    while applied < ROUNDS and re.search(r"^fixed [1-9]", holdfast(arguments, project, baseline, "--fix=all"),
                                         re.MULTILINE):
        applied += 1
        baseline_without(arguments, project, wanted)  # What is only told now is judged by nobody yet.
    units, broken = build(arguments, project, changed_files(source, target))
    after, _ = findings(arguments, project)
    left = {f["fingerprint"] for f in after}
    old = {f["fingerprint"] for f in before}
    base = os.path.join(arguments.work, project.name)
    patch(source, target, base + ".patch")
    result = {
        "units": units, "broken": broken, "rounds": applied,
        "new": [f"{place(f)}: {f['message']}" for f in after if f["fingerprint"] not in old],
        "findings": [{"place": place(f), "rule": f["rule"], "fix": offered.get((place(f), f["rule"])),
                      "gone": f["fingerprint"] not in left} for f in wanted],
    }
    with open(base + ".fixed.json", "w") as file:
        json.dump(result, file, indent=1)
    return result


def rows(arguments, projects):
    """Rows of the table, and how many are not as they should be."""
    result, bad = [], 0
    for project in projects:
        stored = os.path.join(arguments.work, project.name + ".fixed.json")
        if not os.path.exists(stored):
            continue
        with open(stored) as file:
            said = json.load(file)
        for finding in said["findings"]:
            fix = finding["fix"]
            compiles = ("no" if said["broken"] else f"yes ({said['units']} units)") if fix else ""
            gone = ("yes" if finding["gone"] else "no") if fix else ""
            bad += "no" in (compiles, gone)
            result.append([project.name, f"`{finding['place']}`", finding["rule"].replace("holdfast-", "", 1),
                           f"{fix[1]} ({fix[0]})" if fix else "none", compiles, gone])
    return result, bad


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("projects", nargs="*", metavar="PROJECT")
    parser.add_argument("--holdfast", default=os.path.join(HERE, "../../build/bin/holdfast"))
    parser.add_argument("--corpus", default=os.environ.get("CORPUS", "/work/corpus"))
    parser.add_argument("--work", default="/tmp/fix-corpus", help="where the copies go")
    parser.add_argument("--verdicts", action="append", help="instead of verdicts.txt and thread-verdicts.txt")
    parser.add_argument("--table", action="store_true", help="only print the stored results")
    parser.add_argument("--update", metavar="PAGE", help="put the stored results into this page")
    parser.add_argument("--only", action="append", help="analyze this file or directory, from --work: PROJECT/src/a.cpp; what is found needs no more")
    parser.add_argument("--extra", action="append", default=[], help="an option for holdfast")
    parser.add_argument("-j", type=int, default=2)
    arguments = parser.parse_args()
    arguments.holdfast = os.path.abspath(arguments.holdfast)
    arguments.corpus = os.path.abspath(arguments.corpus)
    arguments.work = os.path.abspath(arguments.work)
    unknown = set(arguments.projects) - {p.name for p in PROJECTS}
    if unknown:
        parser.error(f"unknown project {', '.join(sorted(unknown))}")
    return arguments


def main():
    arguments = parse_arguments()
    verdicts = {}
    for path in arguments.verdicts or [os.path.join(HERE, name) for name in ("verdicts.txt", "thread-verdicts.txt")]:
        verdicts.update(read_verdicts(path))
    true = {project for (project, _, _), (verdict, _) in verdicts.items() if verdict == "true bug"}
    chosen = [p for p in PROJECTS if p.name in (arguments.projects or true)]
    if not arguments.table and not arguments.update:
        os.makedirs(arguments.work, exist_ok=True)
        for project in chosen:
            if not os.path.exists(os.path.join(arguments.corpus, project.database, "compile_commands.json")):
                print(f"{project.name}: not configured (test/real/configure-corpus.sh)", file=sys.stderr)
                continue
            try:
                result = examine(arguments, project, verdicts)
            except Failure as problem:
                print(f"fix_corpus.py: {project.name}: {problem}", file=sys.stderr)
                return 2
            for text in result["broken"] + result["new"]:
                print(text, file=sys.stderr)
    body, bad = rows(arguments, chosen)
    text = table(["project", "place", "rule", "fix", "compiles", "finding gone"], body)
    show(text, arguments.update, "fixed")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
