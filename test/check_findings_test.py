#!/usr/bin/env python3
# ===- check_findings_test.py - the checking script fails when it should --===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Each case gives check_findings.py a source and a pretended tool, and looks at what it says."""

import contextlib
import io
import os
import stat
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import check_findings  # noqa: E402

RULE = "mutate-while-iterating"
WARNING = "{file}:%d:3: warning: %s [holdfast-" + RULE + "]\n"


class CheckFindings(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.TemporaryDirectory()
        self.addCleanup(self.directory.cleanup)

    def path(self, name):
        return os.path.join(self.directory.name, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        return self.path(name)

    def run_script(self, source, says, exit_code=None, arguments=(), name="a.cpp", certain=""):
        """(exit code, output) of the script for SOURCE when the tool says SAYS, and only CERTAIN
        when it is asked for what is certain."""
        file = self.write(name, source)
        says = says.replace("{file}", file)
        if exit_code is None:
            exit_code = 1 if "warning:" in says else 0
        self.write("says.txt", says)
        self.write("certain.txt", certain.replace("{file}", file))
        tool = self.write("tool", '#!/bin/sh\necho "$@" >> %s\ncase "$*" in *--confidence=certain*) '
                          'cat %s; exit %d;; esac\ncat %s\nexit %d\n'
                          % (self.path("calls.txt"), self.path("certain.txt"), certain != "",
                             self.path("says.txt"), exit_code))
        os.chmod(tool, os.stat(tool).st_mode | stat.S_IXUSR)
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            code = check_findings.main([file, "--tool=" + tool] + list(arguments))
        return code, output.getvalue()

    def calls(self):
        with open(self.path("calls.txt"), encoding="utf-8") as file:
            return file.read().splitlines()

    def test_silence_without_marks_passes(self):
        self.assertEqual((0, ""), self.run_script("int a;\n", ""))

    def test_marked_finding_passes(self):
        self.assertEqual((0, ""), self.run_script("a(); // finding: %s\n" % RULE,
                                                  WARNING % (1, "erasing from 'm'")))

    def test_unexpected_finding_fails(self):
        code, output = self.run_script("int a;\nerase();\n", WARNING % (2, "erasing from 'm'"))
        self.assertEqual(1, code)
        self.assertIn("a.cpp:2: + unexpected: column 3: erasing from 'm' [%s]" % RULE, output)
        self.assertIn("| erase();", output)

    def test_missing_finding_fails(self):
        code, output = self.run_script("a(); // finding: %s\n" % RULE, "")
        self.assertEqual(1, code)
        self.assertIn("a.cpp:1: - missing finding: %s" % RULE, output)

    def test_other_line_fails_twice(self):
        code, output = self.run_script("a(); // finding: %s\nb();\n" % RULE, WARNING % (2, "x"))
        self.assertEqual(1, code)
        self.assertIn("- missing", output)
        self.assertIn("+ unexpected", output)

    def test_other_rule_fails(self):
        code, _ = self.run_script("a(); // finding: invalidated-iterator\n", WARNING % (1, "x"))
        self.assertEqual(1, code)

    def test_finding_in_another_file_is_unexpected(self):
        code, output = self.run_script("int a;\n", "/elsewhere/x.h:1:2: warning: y [holdfast-z]\n")
        self.assertEqual(1, code)
        self.assertIn("/elsewhere/x.h:1: + unexpected", output)

    def test_offset_moves_the_line(self):
        source = "// finding@+1: %s\na();\n" % RULE
        self.assertEqual(0, self.run_script(source, WARNING % (2, "x"))[0])
        self.assertEqual(1, self.run_script(source, WARNING % (1, "x"))[0])

    def test_text_must_be_in_the_message(self):
        source = 'a(); // finding: %s "from \'m\'"\n' % RULE
        self.assertEqual(0, self.run_script(source, WARNING % (1, "erasing from 'm'"))[0])
        self.assertEqual(1, self.run_script(source, WARNING % (1, "erasing from 'n'"))[0])

    def test_text_may_hold_slashes_and_colons(self):
        source = 'a(); // finding: %s "a//b: c" // and prose\n' % RULE
        self.assertEqual(0, self.run_script(source, WARNING % (1, "a//b: c"))[0])

    def test_text_may_name_lines(self):
        source = 'for (;;)\n  a(); // finding: %s "at line [[@-1]] iterates"\n' % RULE
        self.assertEqual(0, self.run_script(source, WARNING % (2, "loop at line 1 iterates"))[0])
        self.assertEqual(1, self.run_script(source, WARNING % (2, "loop at line 2 iterates"))[0])

    def test_level_must_agree(self):
        warning = WARNING % (1, "x")
        certain = "a(); // finding: %s certain\n" % RULE
        likely = "a(); // finding: %s likely\n" % RULE
        self.assertEqual(0, self.run_script(certain, warning, certain=warning)[0])
        self.assertEqual(1, self.run_script(certain, warning, certain="")[0])
        self.assertEqual(1, self.run_script(likely, warning, certain=warning)[0])
        self.assertEqual(0, self.run_script(likely, warning, certain="")[0])

    def test_two_findings_need_two_marks(self):
        twice = WARNING % (1, "x") + WARNING % (1, "x")
        mark = " // finding: " + RULE
        self.assertEqual(1, self.run_script("a();" + mark + "\n", twice)[0])
        self.assertEqual(0, self.run_script("a();" + mark + mark + "\n", twice)[0])
        self.assertEqual(1, self.run_script("a();" + mark + mark + "\n", WARNING % (1, "x"))[0])

    def test_particular_mark_picks_first(self):
        source = 'a(); // finding: %s // finding: %s "right"\n' % (RULE, RULE)
        says = WARNING % (1, "right") + WARNING % (1, "left")
        self.assertEqual((0, ""), self.run_script(source, says))

    def test_known_miss_passes_until_found(self):
        source = 'a(); // known-miss: %s issue "The whole program"\n' % RULE
        self.assertEqual((0, ""), self.run_script(source, ""))
        code, output = self.run_script(source, WARNING % (1, "x"))
        self.assertEqual(1, code)
        self.assertIn("! found: make the known-miss a finding", output)

    def test_known_false_alarm_passes_until_silent(self):
        source = 'a(); // known-false-alarm: %s issue "The whole program"\n' % RULE
        self.assertEqual((0, ""), self.run_script(source, WARNING % (1, "x")))
        code, output = self.run_script(source, "")
        self.assertEqual(1, code)
        self.assertIn("! silent: remove the known-false-alarm", output)

    def test_known_miss_needs_an_issue(self):
        self.assertEqual(2, self.run_script("a(); // known-miss: %s\n" % RULE, "")[0])

    def test_misspelled_marks_are_refused(self):
        for mark in ("findings: " + RULE, "finding " + RULE, "known-mis: %s issue \"x\"" % RULE,
                     "finding: no-such-rule", "finding: %s surely" % RULE, "finding:",
                     "note: unquoted", "finding@1: " + RULE):
            with self.subTest(mark):
                self.assertEqual(2, self.run_script("a(); // %s\n" % mark, "")[0])

    def test_marked_note_must_be_there(self):
        source = 'a(); // note: "starts here"\nb(); // finding: %s\n' % RULE
        warning = WARNING % (2, "x")
        note = "{file}:1:1: note: the range-for over 'm' starts here\n"
        self.assertEqual((0, ""), self.run_script(source, warning + note))
        self.assertEqual(1, self.run_script(source, warning)[0])

    def test_unmarked_notes_are_free(self):
        source = "a();\nb(); // finding: %s\n" % RULE
        self.assertEqual(0, self.run_script(source, WARNING % (2, "x") + "{file}:1:1: note: y\n")[0])

    def test_every_standard_and_every_library_is_run(self):
        arguments = ["--std=c++17,c++20", "--stdlib=libstdc++,libc++", "--", "-DX"]
        self.assertEqual(0, self.run_script("int a;\n", "", arguments=arguments)[0])
        self.assertEqual(["-- -std=c++17 -DX", "-- -std=c++20 -DX", "-- -std=c++20 -stdlib=libc++ -DX"],
                         [call[call.index("-- "):] for call in self.calls()])

    def test_every_configuration_must_agree(self):
        source = "a(); // finding(c++17): %s\n" % RULE
        code, output = self.run_script(source, WARNING % (1, "x"), arguments=["--std=c++17,c++20"])
        self.assertEqual(1, code)
        self.assertIn("a.cpp (-std=c++20): 1 differences", output)
        self.assertNotIn("-std=c++17", output)

    def test_c_has_no_library(self):
        self.run_script("int a;\n", "", name="a.c", arguments=["--std=c11", "--stdlib=libc++"])
        self.assertTrue(self.calls()[0].endswith("-- -std=c11"))

    def test_condition_selects_standard_and_library(self):
        source = "a(); // finding(c++17 libc++): %s\n" % RULE
        warning = WARNING % (1, "x")
        for arguments, expected in ((["--std=c++17", "--stdlib=libc++"], 0),
                                    (["--std=c++17"], 1), (["--std=c++23", "--stdlib=libc++"], 1)):
            with self.subTest(arguments):
                self.assertEqual(expected,
                                 self.run_script(source, warning, arguments=arguments)[0])
                self.assertEqual(1 - expected,
                                 self.run_script(source, "", arguments=arguments)[0])

    def test_marks_of_included_files_count(self):
        self.write("b.h", "b(); // finding: %s\n" % RULE)
        source = '#include "b.h"\n'
        warning = "%s:1:3: warning: x [holdfast-%s]\n" % (self.path("b.h"), RULE)
        self.assertEqual((0, ""), self.run_script(source, warning))
        self.assertEqual(1, self.run_script(source, "")[0])

    def test_error_in_the_source_is_no_silence(self):
        self.assertEqual(2, self.run_script("int a\n", "{file}:1:1: error: expected ';'\n", 0)[0])

    def test_failing_tool_is_no_silence(self):
        for code in (2, 3, 139):
            with self.subTest(code):
                self.assertEqual(2, self.run_script("int a;\n", "", code)[0])

    def test_exit_code_must_agree_with_output(self):
        self.assertEqual(2, self.run_script("int a;\n", "", 1)[0])
        self.assertEqual(2, self.run_script("a(); // finding: %s\n" % RULE, WARNING % (1, "x"), 0)[0])

    def test_missing_tool_and_missing_file(self):
        file = self.write("a.cpp", "int a;\n")
        with contextlib.redirect_stdout(io.StringIO()):
            self.assertEqual(2, check_findings.main([file, "--tool=/no/such/tool"]))
            self.assertEqual(2, check_findings.main([self.path("none.cpp"), "--tool=true"]))


if __name__ == "__main__":
    unittest.main()
