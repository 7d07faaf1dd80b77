# ===- execute.py - compiles programs with ThreadSanitizer and runs them ----===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""A Workshop keeps what all units share: the precompiled header and the driver."""

import os
import subprocess

import tsan

HERE = os.path.dirname(os.path.abspath(__file__))
INPUTS = os.path.join(HERE, "Inputs")
LANGUAGE = ["-std=c++20", "-fopenmp"]
FLAGS = LANGUAGE + ["-fsanitize=thread", "-O1", "-g1", "-pthread", "-w", "-DORACLE_RUN",
                    "-I" + INPUTS]
LLVM = "/usr/lib/llvm-22"
OPTIONS = "detect_deadlocks=0 history_size=4 report_thread_leaks=0 report_mutex_bugs=0"
# libomp is not instrumented: archer tells ThreadSanitizer what it does.
OPENMP = OPTIONS + " ignore_noninstrumented_modules=1"


class CompileError(Exception):
    """The compiler refuses what the generator has written."""


class Workshop:
    def __init__(self, directory, compiler="clang++-22", rounds=4, timeout=20):
        self.directory, self.compiler = directory, compiler
        self.rounds, self.timeout = rounds, timeout
        self.header = os.path.join(directory, "Oracle.pch")
        self.driver = os.path.join(directory, "Driver.o")
        self.compile(["-x", "c++-header", os.path.join(INPUTS, "Oracle.h"), "-o", self.header])
        self.compile(["-c", os.path.join(INPUTS, "Driver.cpp"), "-o", self.driver])

    def compile(self, arguments):
        done = subprocess.run([self.compiler, *FLAGS, *arguments], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode:
            raise CompileError(done.stdout[:4000])

    def write(self, unit):
        for name, lines in unit.files.items():
            with open(os.path.join(self.directory, name), "w", encoding="utf-8") as file:
                file.write("\n".join(lines) + "\n")
        return [os.path.join(self.directory, name) for name in unit.sources()]

    def build(self, unit):
        """The executable of a unit that has been written."""
        sources = [os.path.join(self.directory, name) for name in unit.sources()]
        binary = os.path.join(self.directory, unit.name)
        self.compile(["-include-pch", self.header, *sources, "-x", "none", self.driver,
                      "-o", binary])
        return binary

    def run(self, binary, unit, program):
        """One process: (reports, why it died or "")."""
        openmp = program.topic == "OpenMP"
        environment = dict(os.environ, TSAN_OPTIONS=OPENMP if openmp else OPTIONS,
                           OMP_NUM_THREADS="4", OMP_TOOL_LIBRARIES=LLVM + "/lib/libarcher.so",
                           TSAN_SYMBOLIZER_PATH=LLVM + "/bin/llvm-symbolizer",
                           LD_LIBRARY_PATH=LLVM + "/lib")
        command = [binary, "--run", program.name, str(self.rounds)]
        try:
            done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                  env=environment, timeout=self.timeout, check=False)
        except subprocess.TimeoutExpired as stopped:
            output = (stopped.stderr or b"").decode(errors="replace")
            return tsan.parse(output, unit.files, unit.structs), "does not end"
        output = done.stderr.decode(errors="replace")
        reports = tsan.parse(output, unit.files, unit.structs)
        if done.returncode < 0 or tsan.died(output):
            return reports, "dies: " + output[-600:]
        if done.returncode not in (0, 66):
            return reports, "exit code %d: %s" % (done.returncode, output[-600:])
        return reports, ""
