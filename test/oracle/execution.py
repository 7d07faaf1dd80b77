# ===- execution.py - what generated programs do when they run ---------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Writes programs to a file, builds it in debug mode under AddressSanitizer, runs it."""

import os
import re
import subprocess
from dataclasses import dataclass, field
from typing import Dict, FrozenSet, List, Set

LLVM = "/usr/lib/llvm-22/bin/"
HERE = os.path.dirname(os.path.abspath(__file__))
LANGUAGE = ["-std=c++20", "-I" + HERE, "-Wno-everything"]
RUN = LANGUAGE + ["-DORACLE_RUN", "-D_GLIBCXX_DEBUG", "-D_GLIBCXX_DEBUG_PEDANTIC", "-D_GLIBCXX_SANITIZE_VECTOR",
                  "-fsanitize=address", "-O0", "-gline-tables-only", "-fno-omit-frame-pointer", "-fno-pie",
                  "-fpch-instantiate-templates"]


# Debug mode stops where a singular iterator is copied; for the analyzer, and for the code that goes on
# to give it a new value, that is no use yet.
COPY = re.compile(r"\s*(HIT\(\d+\) )?(auto )?\w+ = \w+;$")


class OracleError(Exception):
    """A program that the generator or the driver should not have made."""


@dataclass(frozen=True)
class Failure:
    stack: FrozenSet[int]  # The program's lines on the stack; negative: in the other file.
    changes: FrozenSet[int]  # The lines of the changes before.


@dataclass
class Place:
    """Where one program stands in its file, and what running it showed."""

    program: object
    first: int
    last: int
    marks: int
    failures: List["Failure"] = field(default_factory=list)  # One an input.
    others: int = 0  # Inputs stopped by something that is not ours: popping from empty, endless loops.
    ran: Set[int] = field(default_factory=set)

    @property
    def verdict(self):
        """"bad", "clean", or "unknown": a change never ran, or every input stopped elsewhere."""
        if self.failures:
            return "bad"
        if len(self.ran) != self.marks or self.others or self.program.lax:
            return "unknown"
        return "clean"


def write(programs, path):
    """Writes the file and its neighbour, where programs need one. Returns {name: Place}."""
    lines, others, places = ['#include "oracle.h"'], ['#include "oracle.h"'], {}
    for program in programs:
        first = len(lines) + 1
        own, marks = program.lines()
        if program.elsewhere:
            other, marks = program.other_lines(marks)
            others += other
        lines += own
        places[program.name] = Place(program, first, len(lines), marks)
    # What the driver needs stands last, so that line numbers are the same without it.
    lines += ["#ifdef ORACLE_RUN", '#include "driver.h"'] + [
        "PROGRAM(%s, %d)" % (p.name, p.flags) for p in programs] + ["#endif"]
    with open(path, "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")
    with open(other_file(path), "w", encoding="utf-8") as out:
        out.write("\n".join(others) + "\n")
    return places


def other_file(path):
    return path.replace(".cpp", "_other.cpp")


class Builder:
    """Compiles in one directory; the header and the driver once."""

    def __init__(self, directory):
        self.directory = directory
        self.pch = os.path.join(directory, "driver.pch")
        self.driver = os.path.join(directory, "driver.o")
        if not os.path.exists(self.driver):
            self.clang(["-x", "c++-header", os.path.join(HERE, "driver.h"), "-o", self.pch])
            self.clang(["-c", os.path.join(HERE, "driver.cpp"), "-o", self.driver], pch=True)

    def clang(self, arguments, pch=False):
        command = [LLVM + "clang++"] + RUN + (["-include-pch", self.pch] if pch else []) + arguments
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)
        if done.returncode:
            raise OracleError("%s\n%s" % (" ".join(command), done.stdout[:4000]))

    def compiles(self, path):
        command = [LLVM + "clang++"] + RUN + ["-include-pch", self.pch, "-fsyntax-only", path]
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0

    def build(self, path):
        objects = [self.driver]
        for source in (path, other_file(path)):
            objects.append(source.replace(".cpp", ".o"))
            self.clang(["-c", source, "-o", objects[-1]], pch=True)
        binary = path.replace(".cpp", "")
        self.clang(objects + ["-no-pie", "-o", binary])
        return binary


def symbolize(binary, addresses):
    """{address: [line, ...]} of the generated file, innermost first."""
    if not addresses:
        return {}
    # A return address belongs to the line of the instruction before it.
    asked = "".join("%#x\n" % (int(a, 16) - 1) for a in addresses)
    done = subprocess.run([LLVM + "llvm-symbolizer", "--obj=" + binary, "--output-style=GNU", "--functions=none"],
                          input=asked, stdout=subprocess.PIPE, universal_newlines=True, check=True)
    own = os.path.basename(binary) + ".cpp:"
    other = os.path.basename(binary) + "_other.cpp:"
    result: Dict[str, int] = {}
    for address, line in zip(addresses, done.stdout.splitlines()):
        name = os.path.basename(line)
        if name.startswith(own):
            result[address] = int(re.match(r"\d+", name[len(own):])[0])
        elif name.startswith(other):
            result[address] = -int(re.match(r"\d+", name[len(other):])[0])
    return result


def change_lines(path):
    """{(program, mark): line}; negative lines are of the other file."""
    result = {}
    for source, sign in ((path, 1), (other_file(path), -1)):
        with open(source, encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.startswith("namespace "):
                    name = line.split()[1]
                result.update({(name, int(mark)): sign * number for mark in re.findall(r"RAN\((\d+)\)", line)})
    return result


def run(binary, places, timeout=900):
    """Fills in what the places' programs did."""
    changes = change_lines(binary + ".cpp")
    with open(binary + ".cpp", encoding="utf-8") as source:
        texts = dict(enumerate(source.read().splitlines(), start=1))
    done = subprocess.run([binary], stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True,
                          timeout=timeout)
    if done.returncode:
        raise OracleError("%s: exit code %d\n%s" % (binary, done.returncode, done.stderr[-2000:]))
    lines = [line.split() for line in done.stdout.splitlines()]
    addresses = sorted({a for line in lines if line[0] == "failed" for a in line[3:] if a.startswith("0x")})
    where = symbolize(binary, addresses)
    place = None
    for line in lines:
        if line[0] == "program":
            place = places[line[1]]
        elif line[0] == "ran":
            place.ran = {int(mark) for mark in line[1:]}
        elif line[1] == "invalid":
            stack = [where[a] for a in line[3:] if a in where]
            stack = [n for n in stack if n < 0 or place.first <= n <= place.last]
            if not stack:
                raise OracleError("%s: a failure outside the program" % place.program.name)
            if COPY.match(texts.get(stack[0], "")):
                place.others += 1
                continue
            marks = [int(mark) for mark in line[2].split(",") if mark]
            place.failures.append(Failure(frozenset(stack), frozenset(changes[place.program.name, m] for m in marks)))
        else:
            place.others += 1
    missing = [name for name, place in places.items() if not any(l == ["program", name] for l in lines)]
    if missing:
        raise OracleError("%s did not run" % ", ".join(missing))
