#!/usr/bin/env python3
# ===- run_corpus.py - holdfast over the real projects ---------------------===//
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===//
"""Analyzes the projects that configure-corpus.sh configured, one after the other.

    test/real/run_corpus.py [--holdfast build/bin/holdfast] [PROJECT...]
    test/real/run_corpus.py --update docs/quality.md        # tables from what is stored

Stores under CORPUS/findings: PROJECT.txt, what holdfast printed, and PROJECT.json, the counts. Every
finding has been read in its source; the judgements are in verdicts.txt beside this file, one a line:

    project | rule | file:line | true bug, false alarm or harmless | why

A finding without a line there is *unread*, a line without a finding is *gone* (for a false alarm:
fixed). Exit code: 0 when every finding is read and none is a false alarm, 1 otherwise, 2 when it
could not run.
"""

import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))

Project = collections.namedtuple("Project", "name title style database paths")

PROJECTS = [
    Project("llvm-support", "LLVM llvm/lib/Support 19.1.7", "own containers (ADT)",
            "llvm/build", ["llvm/llvm/lib/Support"]),
    Project("llvm-core", "LLVM llvm/lib/{IR,Analysis,Transforms/Utils} 19.1.7",
            "intrusive lists, worklists, maps of pointers", "llvm/build",
            ["llvm/llvm/lib/IR", "llvm/llvm/lib/Analysis", "llvm/llvm/lib/Transforms/Utils"]),
    Project("poco", "POCO 1.11.0", "iterator loops of the C++98 age", "poco/build", ["poco"]),
    Project("cppcheck", "cppcheck 2.10", "C++11, token lists", "cppcheck/build", ["cppcheck"]),
    Project("openttd", "OpenTTD 13.0", "game, C++17, C-style core", "openttd/build", ["openttd"]),
    Project("keepassxc", "KeePassXC 2.7.4", "Qt 5", "keepassxc/build", ["keepassxc/src"]),
    Project("taglib", "TagLib 1.13", "C++98, shared copies", "taglib/build", ["taglib"]),
    Project("i2pd", "i2pd 2.45.1", "network daemon, maps and threads", "i2pd/build-cmake", ["i2pd"]),
    Project("protobuf", "Protocol Buffers 3.21.12", "compiler and runtime, hash maps",
            "protobuf/build", ["protobuf"]),
    Project("leveldb", "LevelDB 1.23", "own iterators", "leveldb/build", ["leveldb"]),
    Project("yaml-cpp", "yaml-cpp 0.7.0", "C++11", "yaml-cpp/build", ["yaml-cpp"]),
    Project("tmux", "tmux 3.3a", "C, sys/queue.h", "tmux/build", ["tmux"]),
    Project("redis", "Redis 7.0.15", "C, linked lists", "redis/build", ["redis"]),
    Project("fluxbox", "Fluxbox 1.3.5", "window manager, C++98, signals", "fluxbox/build", ["fluxbox"]),
    Project("libtorrent", "libTorrent 0.13.8", "network library, intrusive queues",
            "libtorrent/build", ["libtorrent"]),
    Project("rtorrent", "rTorrent 0.9.8", "terminal program over callbacks", "rtorrent/build",
            ["rtorrent"]),
    Project("amule", "aMule 2.3.3", "wxWidgets, C++98, timers and sockets", "amule/build", ["amule"]),
    Project("qbittorrent", "qBittorrent 4.5.2", "Qt 5, C++17", "qbittorrent/build", ["qbittorrent"]),
    Project("squid", "Squid 5.7", "proxy, own containers beside std", "squid/build", ["squid"]),
    Project("dnsdist", "dnsdist 1.7.3", "DNS load balancer, C++17, threads", "dnsdist/build",
            ["dnsdist"]),
    Project("fcitx5", "Fcitx 5.0.21", "input method, intrusive lists, C++17", "fcitx5/build",
            ["fcitx5"]),
    Project("icecc", "icecream 1.4", "compile farm daemons, C++11, connections in maps",
            "icecc/build", ["icecc"]),
    Project("zeromq3", "ZeroMQ 4.3.4", "message library, C++98, timers and pollers",
            "zeromq3/build", ["zeromq3"]),
    # Not of Debian 12, so configured by hand (docs/quality.md).
    Project("anope", "Anope c4c159d19", "IRC services, modules and sockets in maps", "anope/build", ["anope"]),
    Project("znc", "ZNC 0af3e070", "IRC bouncer", "znc/build", ["znc"]),
    Project("mpd", "MPD 0.23.12", "music player, intrusive lists", "mpd/build", ["mpd"]),
    Project("exiv2", "Exiv2 0.27.6", "metadata of images, with the XMP SDK", "exiv2/build", ["exiv2"]),
    Project("wesnoth", "Battle for Wesnoth 1.16.9", "game, own iterators, signals", "wesnoth/build", ["wesnoth"]),
]

FINDING = re.compile(
    r"^(?P<file>\S[^:]*):(?P<line>\d+):(?P<column>\d+): warning: (?P<message>.*) "
    r"\[(?P<rule>holdfast-[a-z-]+)(?:,[^\]]*)?\]$", re.MULTILINE)
# How holdfast ends: 2 findings in 1 file; 155 translation units: 155 analyzed, 0 failed, 0 skipped
COUNT = re.compile(r"(\d+) (analyzed|failed|skipped)")

SOURCE = re.compile(r"\.(c|cc|cpp|cxx|C)$")  # no assembly

VERDICTS = ["true bug", "harmless", "false alarm"]


def units(corpus, project):
    """The source files of the project in its compile database."""
    with open(os.path.join(corpus, project.database, "compile_commands.json")) as database:
        entries = json.load(database)
    roots = [os.path.join(corpus, p) + os.sep for p in project.paths]
    files = {os.path.normpath(os.path.join(e["directory"], e["file"])) for e in entries}
    return sorted(f for f in files if f.startswith(tuple(roots)) and SOURCE.search(f))


def lines(files):
    total = 0
    for file in files:
        if os.path.exists(file):
            with open(file, "rb") as source:
                total += sum(1 for _ in source)
    return total


def analyze(arguments, project):
    """Runs holdfast over a project and stores what it says."""
    command = [arguments.holdfast, "-p", project.database, "-j", str(arguments.j)]
    command += arguments.extra + project.paths
    with tempfile.TemporaryFile() as output:
        start = time.monotonic()
        child = subprocess.Popen(command, cwd=arguments.corpus, stdin=subprocess.DEVNULL,
                                 stdout=output, stderr=output)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - start
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    text = text.replace(arguments.corpus + os.sep, "")
    files = units(arguments.corpus, project)
    counts = {word: int(number) for number, word in COUNT.findall(text.splitlines()[-1] if text else "")}
    result = {
        "units": len(files), "lines": lines(files), "exit": child.returncode,
        "analyzed": counts.get("analyzed", 0), "failed": counts.get("failed", 0),
        "wall": round(wall, 1), "cpu": round(usage.ru_utime + usage.ru_stime, 1),
        "mib": usage.ru_maxrss // 1024, "command": " ".join(command),
    }
    base = os.path.join(arguments.corpus, "findings", project.name)
    with open(base + ".txt", "w") as file:
        file.write(text)
    with open(base + ".json", "w") as file:
        json.dump(result, file, indent=1)
    return result


def findings(corpus, project):
    """(rule, place, message) of each stored finding."""
    with open(os.path.join(corpus, "findings", project.name + ".txt")) as file:
        text = file.read()
    found = []
    for match in FINDING.finditer(text):
        path = os.path.normpath(os.path.join(corpus, match["file"]))
        path = os.path.relpath(path, corpus) if path.startswith(corpus) else path
        found.append((match["rule"].replace("holdfast-", "", 1), f"{path}:{match['line']}",
                      match["message"]))
    return found


def read_verdicts(path):
    """{(project, rule, place): (verdict, why)}"""
    verdicts = {}
    with open(path) as file:
        for number, line in enumerate(file, 1):
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            cells = [cell.strip() for cell in line.split("|", 4)]
            if len(cells) != 5 or cells[3] not in VERDICTS:
                sys.exit(f"{path}:{number}: expected 'project | rule | file:line | "
                         f"{' or '.join(VERDICTS)} | why'")
            verdicts[tuple(cells[:3])] = tuple(cells[3:])
    return verdicts


def judge(arguments, projects, verdicts):
    """Markdown rows for each project and for each finding; how many are not as they should be."""
    rows, details, bad = [], [], 0
    for project in projects:
        stored = os.path.join(arguments.corpus, "findings", project.name + ".json")
        if not os.path.exists(stored):
            continue
        with open(stored) as file:
            result = json.load(file)
        count = collections.Counter()
        found = findings(arguments.corpus, project)
        for rule, place, message in found:
            verdict, why = verdicts.get((project.name, rule, place), ("unread", ""))
            count[verdict] += 1
            bad += verdict not in ("true bug", "harmless")
            details.append([project.name, f"`{place}`", rule, message, verdict, why])
        bad += result["failed"]
        rows.append([project.title, project.style, result["units"],
                     result["analyzed"], result["failed"], f"{result['lines']:,}", len(found)]
                    + [count[v] for v in VERDICTS] + [count["unread"]]
                    + [f"{result['cpu']:.0f} s", f"{result['mib']} MiB"])
    return rows, details, bad


def table(head, rows):
    escape = lambda cell: str(cell).replace("|", "\\|")
    out = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    out += ["| " + " | ".join(escape(c) for c in row) + " |" for row in rows]
    return "\n".join(out)


def tables(rows, details):
    first = table(["project", "style", "TUs", "analyzed", "failed", "lines", "findings"]
                  + [v + "s" if v != "harmless" else v for v in VERDICTS]
                  + ["unread", "CPU", "largest process"], rows)
    second = table(["project", "place", "rule", "finding", "verdict", "why"], details)
    return first + "\n\n" + (second if details else "No findings.")


def update(path, text, mark):
    """Replaces what stands between two marks of a page."""
    with open(path) as file:
        page = file.read()
    begin, end = f"<!-- {mark}: begin -->", f"<!-- {mark}: end -->"
    if begin not in page or end not in page:
        sys.exit(f"{path}: no '{begin}' … '{end}' to put the tables between")
    head, rest = page.split(begin, 1)
    with open(path, "w") as file:
        file.write(head + begin + "\n" + text + "\n" + end + rest.split(end, 1)[1])


def show(text, page, mark):
    """Puts the tables into the page, or prints them when there is none."""
    if page:
        update(page, text, mark)
    else:
        print(text)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("projects", nargs="*", metavar="PROJECT",
                        help=", ".join(p.name for p in PROJECTS))
    parser.add_argument("--holdfast", default=os.path.join(HERE, "../../build/bin/holdfast"))
    parser.add_argument("--corpus", default=os.environ.get("CORPUS", "/work/corpus"))
    parser.add_argument("--verdicts", default=os.path.join(HERE, "verdicts.txt"))
    parser.add_argument("--table", action="store_true", help="only print the stored results")
    parser.add_argument("--update", metavar="PAGE", help="put the stored results into this page")
    parser.add_argument("--extra", action="append", default=[], help="an option for holdfast")
    parser.add_argument("-j", type=int, default=2)
    arguments = parser.parse_args()
    arguments.holdfast = os.path.abspath(arguments.holdfast)
    arguments.corpus = os.path.abspath(arguments.corpus)
    unknown = set(arguments.projects) - {p.name for p in PROJECTS}
    if unknown:
        parser.error(f"unknown project {', '.join(sorted(unknown))}")
    return arguments


def main():
    arguments = parse_arguments()
    chosen = [p for p in PROJECTS if not arguments.projects or p.name in arguments.projects]
    if not arguments.table and not arguments.update:
        if not os.access(arguments.holdfast, os.X_OK):
            print(f"run_corpus.py: no holdfast at {arguments.holdfast}", file=sys.stderr)
            return 2
        os.makedirs(os.path.join(arguments.corpus, "findings"), exist_ok=True)
        for project in chosen:
            if not os.path.exists(
                    os.path.join(arguments.corpus, project.database, "compile_commands.json")):
                print(f"{project.name}: not configured (test/real/configure-corpus.sh)",
                      file=sys.stderr)
                continue
            result = analyze(arguments, project)
            print(f"{project.name}: {result['analyzed']} of {result['units']} analyzed, "
                  f"{result['cpu']:.0f} s CPU, {result['wall']:.0f} s", file=sys.stderr)
    rows, details, bad = judge(arguments, chosen, read_verdicts(arguments.verdicts))
    if not rows:
        print("run_corpus.py: nothing was analyzed", file=sys.stderr)
        return 2
    show(tables(rows, details), arguments.update, "corpus")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
