#!/usr/bin/env python3
# ===- race_suites_test.py - the race suites' scripts on a fake tool --------===//
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===//
"""Needs no suite and no holdfast: the sources say what the fake analyzer finds in them."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import race_suites  # noqa: E402
from corpus_test import write  # noqa: E402

# Says 'SAY rule line note...' of a source as a finding, exits with what EXIT says or as holdfast would.
TOOL = """#!/usr/bin/env python3
import json, re, sys
database = sys.argv[sys.argv.index("-p") + 1] + "/compile_commands.json"
path = json.load(open(database))[0]["file"]
text = open(path).read()
for rule, line, notes in re.findall(r"SAY (\\S+) (\\d+)((?: \\d+)*)", text):
    print(f"{path}:{line}:3: warning: writing 'x' [holdfast-{rule}, likely]")
    for note in notes.split():
        print(f"{path}:{note}:3: note: it is read here")
code = re.search(r"EXIT (\\d+)", text)
print("0 findings", file=sys.stderr)
sys.exit(int(code[1]) if code else "SAY" in text)
"""

DRB = "micro-benchmarks/DRB001-x-"
GOBLINT = "tests/regression/04-mutex/"
RACERD = "infer/tests/codetoanalyze/cpp/racerd/"
REPORT = ("codetoanalyze/cpp/racerd/{}, C::m, {}, LOCK_CONSISTENCY_VIOLATION, no_bucket, WARNING, "
          "[<Read trace>,access to `this->x`]\n")


class Suites(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.top = directory.name
        self.truth = write(f"{self.top}/truth", "# nothing\n")

    def add(self, suite, name, text):
        return write(f"{self.top}/{suite}/{name}", text)


class TruthTest(Suites):
    """What the suites say, and what the file of corrections says against it."""

    def cases(self, name):
        suite = next(suite for suite in race_suites.SUITES if suite.name == name)
        truth = race_suites.read_truth(self.truth)
        chosen, left_out = race_suites.cases(suite, f"{self.top}/{name}", truth)
        return {case.name: case for case in chosen}, [case.name for case, _ in left_out]

    def test_dataracebench_has_it_in_the_name(self):
        self.add("dataracebench", DRB + "no.c", "")
        self.add("dataracebench", DRB + "yes.cpp", "")
        self.add("dataracebench", "micro-benchmarks/utilities/template.c", "")
        cases, _ = self.cases("dataracebench")
        self.assertEqual({name: case.race for name, case in cases.items()},
                         {"DRB001-x-no.c": False, "DRB001-x-yes.cpp": True})

    def test_dataracebench_names_accesses(self):
        self.add("dataracebench", DRB + "yes.c",
                 "/* a@b.gov */\nint i;\n/* The write to a@5:1 is early.\n"
                 "Data race pair: a[i]@7:5:W vs. a[i+1]@8:10:R\n bp->array@9:36@R\n"
                 " Write_set = {j@11:10, j@12:20} */")
        cases, _ = self.cases("dataracebench")
        self.assertEqual(cases["DRB001-x-yes.c"].lines, {7, 8, 9, 11, 12})

    def test_goblint_says_it_by_line(self):
        self.add("goblint", GOBLINT + "01-a_rc.c", "x++; // RACE!\ny++; //NORACE\nz++; // RACE\n")
        self.add("goblint", GOBLINT + "02-a_nr.c", "// no RACE here\nx++; // TODO NORACE (joined)\n")
        self.add("goblint", GOBLINT + "03-other.c", "assert(x); // UNKNOWN!\n")
        cases, _ = self.cases("goblint")
        racy, silent = cases["04-mutex/01-a_rc.c"], cases["04-mutex/02-a_nr.c"]
        self.assertEqual((racy.race, racy.lines, racy.quiet), (True, {1}, {2}))
        self.assertEqual((silent.race, silent.lines, silent.quiet), (False, set(), {2}))
        self.assertEqual(len(cases), 2)

    def test_goblint_that_only_warns_needs_a_judgement(self):
        self.add("goblint", GOBLINT + "01-a.c", "x++; // RACE\ny++; // NORACE\n")
        with self.assertRaisesRegex(SystemExit, "01-a.c: does not say"):
            self.cases("goblint")
        write(self.truth, "goblint | 04-mutex/01-a.c | race | it is right\n")
        self.assertEqual(self.cases("goblint")[0]["04-mutex/01-a.c"].lines, {1})
        write(self.truth, "goblint | 04-mutex/01-a.c | no race | joined\n")
        case = self.cases("goblint")[0]["04-mutex/01-a.c"]
        self.assertEqual((case.race, case.lines, case.quiet), (False, set(), {2}))

    def test_racerd_has_it_in_the_names_of_methods(self):
        self.add("racerd", RACERD + "a.cpp",
                 "class C {\n public:\n  C() {}\n  void set_ok(int v) {\n    if (v) {\n      x = v;\n"
                 "    }\n  }\n  int get_bad() { return x; }\n  int FN_get_bad() {\n    return x;\n  }\n"
                 "  int plain() { return x; }\n  int run_FP() { return x; }\n};\n")
        self.add("racerd", RACERD + "issues.exp", REPORT.format("a.cpp", 9) + REPORT.format("a.cpp", 13))
        cases, _ = self.cases("racerd")
        self.assertEqual({name: case[3:7] for name, case in cases.items()},
                         {"a.cpp:set_ok": (4, 8, False, set()), "a.cpp:get_bad": (9, 9, True, {9}),
                          "a.cpp:FN_get_bad": (10, 12, True, set()),
                          "a.cpp:plain": (13, 13, True, {13}), "a.cpp:run_FP": (14, 14, False, set())})

    def test_corrections(self):
        self.add("dataracebench", DRB + "yes.c", "/* a@5:1:W */")
        self.add("dataracebench", DRB + "no.c", "")
        write(self.truth, "dataracebench | DRB001-x-yes.c | race at 6 7 | a line further\n"
                          "dataracebench | DRB001-x-no.c | left out | why not\n")
        cases, left_out = self.cases("dataracebench")
        self.assertEqual(cases["DRB001-x-yes.c"].lines, {6, 7})
        self.assertEqual(left_out, ["DRB001-x-no.c"])

    def test_a_correction_of_nothing(self):
        self.add("dataracebench", DRB + "yes.c", "")
        write(self.truth, "dataracebench | DRB002-y-no.c | left out | why\n")
        with self.assertRaisesRegex(SystemExit, "dataracebench has no DRB002-y-no.c"):
            self.cases("dataracebench")

    def test_misspelled_and_double_corrections(self):
        for text, message in [("goblint | a.c | racy | why\n", ":1: expected"),
                              ("goblint | a.c | race\n", ":1: expected"),
                              (2 * "goblint | a.c | race | why\n", ":2: a.c is judged twice")]:
            write(self.truth, text)
            with self.assertRaisesRegex(SystemExit, message):
                race_suites.read_truth(self.truth)

    def test_the_corrections_can_be_read(self):
        truth = race_suites.read_truth(f"{HERE}/race-suites.txt")
        self.assertLessEqual({suite for suite, _ in truth}, {s.name for s in race_suites.SUITES})


class RunTest(Suites):
    """Programs, findings and what is counted of them."""

    def setUp(self):
        super().setUp()
        self.tool = write(f"{self.top}/tool", TOOL, 0o755)

    def run_it(self, *options):
        command = [sys.executable, f"{HERE}/run_race_suites.py", "--holdfast", self.tool,
                   "--suites", self.top, "--truth", self.truth, *options]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def goblint(self, **programs):
        for name, text in programs.items():
            self.add("goblint", f"{GOBLINT}{name}.c", text)

    def test_found_missed_false_and_silent(self):
        self.goblint(found="// SAY inconsistent-lock 2\nx++; // RACE!\n", missed="x++; // RACE!\n",
                     false="// SAY unsynchronized-mutation 2\nx++; // NORACE\n", silent="x++; // NORACE\n")
        run = self.run_it()
        self.assertEqual(run.returncode, 1)
        self.assertIn("| Goblint regression tests | 4 | 4 | 2 | 1 | 1 | 1 | 50.0 % | 50.0 % | 1 of 2 "
                      "| 1 of 2 | 1 of 2 | 0 | 0 |", run.stdout)
        self.assertIn("goblint: 4 of 4 analyzed", run.stderr)

    def test_good_enough(self):
        self.goblint(a="x++; // RACE!\n// SAY escaping-guarded-reference 1\n", b="x++; // RACE!\n")
        self.assertEqual(self.run_it().returncode, 1)
        self.assertEqual(self.run_it("--table", "--recall", "50").returncode, 0)

    def test_other_rules_do_not_count(self):
        self.goblint(a="x++; // RACE!\n// SAY mutate-while-iterating 1\n")
        self.assertIn("| 1 | 1 | 1 | 0 | 1 | 0 | 0.0 % | – |", self.run_it().stdout)

    def test_a_note_is_the_other_end_of_a_race(self):
        self.goblint(a="\nx++; // RACE!\n// SAY inconsistent-lock 1 2\ny++; // NORACE\n")
        self.assertIn("| 1 of 1 | 1 of 1 | 0 of 1 |", self.run_it().stdout)

    def test_a_note_in_what_is_no_race_is_not_false(self):
        self.add("racerd", RACERD + "a.cpp",
                 "class C {\n  int get_bad() { return x; }\n  void set_ok() { x = 1; }\n"
                 "  int size_ok() { return y; }\n};\n"
                 "// SAY inconsistent-lock 2 3\n// SAY inconsistent-lock 4\n")
        self.add("racerd", RACERD + "issues.exp", REPORT.format("a.cpp", 2))
        self.assertIn("| 1 | 3 | 1 | 1 | 0 | 1 | 100.0 % | 50.0 % | 1 of 1 |", self.run_it().stdout)

    def test_found_elsewhere(self):
        self.add("dataracebench", DRB + "yes.c", "/* a@7:5:W */ // SAY inconsistent-lock 3\n")
        self.assertIn("| 1 | 1 | 1 | 1 | 0 | 0 | 100.0 % | 100.0 % | 0 of 1 |", self.run_it().stdout)
        self.assertRegex(self.run_it("--list", "elsewhere").stdout,
                         r"DRB001-x-yes.c \| .*/DRB001-x-yes.c:7 \| race at 7\n    3: writing 'x' \[inc")

    def test_a_program_that_failed_is_missed(self):
        self.goblint(a="x++; // RACE!\n// EXIT 3\n")
        run = self.run_it()
        self.assertEqual(run.returncode, 1)
        self.assertIn("| 0 | 1 | 0 | 0.0 % | – | 0 of 1 | 0 of 1 | – | 1 | 0 |", run.stdout)
        self.assertIn("exit 3: 0 findings", self.run_it("--list", "failed").stdout)

    def test_lists(self):
        self.goblint(missed="\nx++; // RACE!\n", false="x++; // NORACE\n// SAY inconsistent-lock 1 2\n")
        self.run_it()
        self.assertRegex(self.run_it("--list", "missed").stdout,
                         r"^goblint \| 04-mutex/missed.c \| /.*/missed.c:2 \| race at 2\n$")
        self.assertRegex(self.run_it("--list", "false").stdout, r"^goblint \| 04-mutex/false.c \| \S*\n"
                         r"    1: writing 'x' \[inconsistent-lock\] \(notes at 2\)\n$")

    def test_all_suites_are_summed(self):
        self.goblint(a="x++; // RACE!\n// SAY inconsistent-lock 1\n", b="x++; // NORACE\n")
        self.add("dataracebench", DRB + "yes.c", "")
        write(self.truth, "goblint | 04-mutex/b.c | left out | why\n")
        run = self.run_it()
        self.assertIn("| all | 2 | 2 | 2 | 1 | 1 | 0 | 50.0 % | 100.0 % |", run.stdout)
        self.assertIn("racerd: not in ", run.stderr)
        self.assertNotIn("| all |", self.run_it("--table", "goblint").stdout)

    def test_the_compile_database(self):
        self.add("dataracebench", DRB + "yes.c", "")
        write(self.tool, "#!/bin/sh\ncat $2/compile_commands.json; echo $* >&2; exit 2\n", 0o755)
        self.run_it("--options", "--debug-scalars --confidence=possible")
        with open(f"{self.top}/findings/dataracebench.json") as file:
            stored = json.load(file)
        self.assertEqual(stored["options"], "--debug-scalars --confidence=possible")
        self.assertRegex(stored["files"][DRB + "yes.c"]["failed"],
                         "^exit 2: -p /.* --debug-scalars --confidence=possible$")

    def test_a_page_is_updated(self):
        self.goblint(a="x++; // RACE!\n")
        page = write(f"{self.top}/page", "# a\n<!-- race suites: begin -->\nold\n<!-- race suites: end -->\nb\n")
        self.run_it()
        self.run_it("--update", page)
        with open(page) as file:
            text = file.read()
        self.assertRegex(text, r"^# a\n<!-- race suites: begin -->\n\| suite [^<]*<!-- race suites: end -->\nb\n$")

    def test_what_could_not_run(self):
        run = self.run_it()
        self.assertEqual(run.returncode, 2)
        self.assertIn("nothing was analyzed", run.stderr)
        self.assertEqual(self.run_it("--holdfast", "/nowhere").returncode, 2)
        self.assertIn("unknown suite x", self.run_it("x").stderr)

    def test_a_compiler_is_asked(self):
        self.goblint(a="x++; // RACE!\n")
        refuses = write(f"{self.top}/cc", "#!/bin/sh\necho $* >&2; exit 1\n", 0o755)
        run = self.run_it("--parse", refuses)
        self.assertEqual(run.returncode, 1)
        self.assertRegex(run.stdout, r"^-fsyntax-only -pthread -I\S*/include -w -c \S*/a.c\n$")


if __name__ == "__main__":
    unittest.main()
