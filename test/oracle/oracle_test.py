# ===- oracle_test.py - tests of the oracle's own scripts ----------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""The generator, the judge and the minimizer, without compiler and without analyzer."""

import unittest

import compare
from analysis import parse
from execution import COPY, Failure, Place
from generate import forms, ways
from generate.program import FAR_ROWS, SINGLE, UNPROMISED, generate
from generate.tree import Block, Line, Printer, smaller
from minimize import plain

OUTPUT = """/x/b.cpp:7:5: warning: erasing from 'm' while the loop at line 5 iterates it [holdfast-mutate-while-iterating]
    7 |   m.erase(it);
/x/b.cpp:5:3: note: 'it' is dereferenced here
/x/b_other.cpp:9:3: warning: iterator 'i' is used after clearing 'm' invalidated it [holdfast-invalidated-iterator]
2 findings in 2 files; 2 translation units: 2 analyzed, 0 failed, 0 skipped
"""


def text(seed, number, only=""):
    return "\n".join(generate(seed, number, only).lines()[0])


class GeneratorTest(unittest.TestCase):
    def test_same_seed_same_bytes(self):
        for number in range(200):
            self.assertEqual(text("7", number), text("7", number))

    def test_other_seed_other_programs(self):
        self.assertGreater(len({text("7", n) for n in range(50)} - {text("8", n) for n in range(50)}), 45)

    def test_every_class_is_written(self):
        rows = {generate("1", number).group for number in range(4000)}
        expected = set(SINGLE) | set(FAR_ROWS) | set(UNPROMISED) | {"linked nodes", "owned elements", "optional"}
        self.assertEqual(expected - rows, set())

    def test_every_form_and_way_is_written(self):
        programs = [generate("1", number) for number in range(4000)]
        classes = "\n".join(p.text_class for p in programs)
        for form in forms.FORMS:
            self.assertIn(form(None).name, classes)
        self.assertEqual({way.name for way in ways.FAR} - {p.group for p in programs}, set())

    def test_instrumentation_vanishes(self):
        """What holdfast reads has the same lines as what is run: the driver stands at the end."""
        program = generate("1", 3)
        lines, marks = program.lines()
        self.assertEqual(sum(line.count("RAN(") + line.count("HIT(") for line in lines), marks)


class PrinterTest(unittest.TestCase):
    def test_a_guarded_change_is_marked_behind_its_guard(self):
        printer = Printer()
        printer.add([Line("if (!v.empty()) v.pop_back();", change=True)], 0)
        self.assertEqual(printer.lines, ["if (!v.empty()) { RAN(0) v.pop_back(); }"])

    def test_smaller_programs_lack_something(self):
        program = generate("1", 5, "single")
        program.entry = Block("void run()", [Line("a;"), Block("if (x)", [Line("b;")], [Line("c;")])])
        program.declarations = []
        bodies = {repr(candidate.entry.body) for candidate in smaller(program)}
        self.assertNotIn(repr(program.entry.body), bodies)
        self.assertIn(repr([Line("a;"), Line("b;")]), bodies)
        self.assertIn(repr([Line("a;"), Line("c;")]), bodies)
        self.assertIn(repr([Line("a;")]), bodies)

    def test_plain_has_no_macros(self):
        self.assertEqual(plain("  RAN(2) v.clear();"), "  v.clear();")
        self.assertEqual(plain("USE_AT(p);"), "use(*p);")
        self.assertEqual(plain("KEEP_AT(best)"), "")
        self.assertEqual(plain("if (best) USE_KEPT(best);"), "if (best) use(*best);")


class RowTest(unittest.TestCase):
    def test_rows_of_the_threads_oracle(self):
        counts = dict(vars(compare.Row(programs=3, bad=1)), **{"class": "thread: detach", "strays": 1})
        self.assertEqual(compare.Row.of(counts), compare.Row(programs=3, bad=1))


class JudgeTest(unittest.TestCase):
    def place(self, failures=(), ran=(0,), marks=1, others=0, lax=False):
        program = generate("1", 0, "single")
        program.lax = lax
        place = Place(program, 1, 20, marks, list(failures), others, set(ran))
        return place

    def test_parse(self):
        first, second = parse(OUTPUT, "b_other.cpp")
        self.assertEqual((first.rule, first.line, first.lines), ("mutate-while-iterating", 7, [7, 5]))
        self.assertEqual(second.line, -9)

    def test_found_by_use(self):
        place = self.place([Failure(frozenset({5}), frozenset({3}))])
        row, what = compare.judge(place, parse(OUTPUT)[:1])
        self.assertEqual((row.bad, row.found, what), (1, 1, ""))

    def test_missed(self):
        place = self.place([Failure(frozenset({6}), frozenset({3}))])
        self.assertEqual(compare.judge(place, parse(OUTPUT)[:1])[1], "missed")
        self.assertEqual(compare.judge(place, [])[1], "missed")

    def test_every_place_counts(self):
        place = self.place([Failure(frozenset({5}), frozenset()), Failure(frozenset({9}), frozenset({8}))])
        row, _ = compare.judge(place, parse(OUTPUT)[:1])
        self.assertEqual((row.locations, row.locations_found), (2, 1))

    def test_false_alarm(self):
        row, what = compare.judge(self.place(), parse(OUTPUT)[:1])
        self.assertEqual((row.clean, row.false_alarms, what), (1, 1, "false alarm"))

    def test_a_change_that_never_ran_is_no_clean_program(self):
        for place in (self.place(ran=()), self.place(others=1), self.place(lax=True)):
            row, what = compare.judge(place, parse(OUTPUT)[:1])
            self.assertEqual((row.unknown, row.clean, what), (1, 0, ""))

    def test_copies_are_no_uses(self):
        self.assertTrue(COPY.match("  auto it2 = it;"))
        self.assertTrue(COPY.match("it = next;"))
        self.assertFalse(COPY.match("it = items.erase(it);"))


if __name__ == "__main__":
    unittest.main()
