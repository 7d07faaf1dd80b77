#!/usr/bin/env python3
# ===- threads_test.py - the scripts of this directory on small input -------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Needs neither holdfast nor ThreadSanitizer: reports are text, and a script plays the analyzer."""

import os
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.setrecursionlimit(20000)
import containers  # noqa: E402
import execute  # noqa: E402
import generate  # noqa: E402
import judge  # noqa: E402
import layout  # noqa: E402
import minimize  # noqa: E402
import run  # noqa: E402
import tsan  # noqa: E402
import verdict  # noqa: E402
from program import (Access, Acquire, Await, Call, Class, ClassType, ContainerType,  # noqa: E402
                     Declare, Detach, ElementUse, Function, Guarded, GuardOp, HandleType, If, Join,
                     Lambda, Malformed, MutexType, Program, Raw, Release, Repeat, Scope, Signal,
                     Spawn, SyncType, Var)

MAP = ContainerType("map", "int", "int")
ADD = next(op for op in containers.ops("map") if op.role == "add")
COUNT = next(op for op in containers.ops("map") if op.role == "count")
THREAD = HandleType("std::thread")


def program(body, racy=True, **more):
    made = Program("p", "test", "", racy, **more)
    made.globals.append(Var("items", MAP))
    made.globals.append(Var("mutex", MutexType("mutex")))
    made.globals.append(Var("rw", MutexType("shared_mutex")))
    made.run.body = body
    return made


def add():
    return Access("items", ADD, "1")


def count():
    return Access("items", COUNT, "1")


def thread(*body, name="t"):
    return Spawn("thread", name, Lambda(list(body)), THREAD)


def locked(*body, lock="mutex", shared=False, effective=True):
    return Guarded("lock_guard", [lock], list(body), shared, effective)


class VerdictTest(unittest.TestCase):
    """The rules by which two accesses race."""

    def racy(self, *body, **more):
        return bool(verdict.races(program(list(body), **more)))

    def test_between_start_and_join(self):
        self.assertTrue(self.racy(thread(add()), count(), Join("t")))

    def test_after_the_join_and_before_the_start(self):
        self.assertFalse(self.racy(add(), thread(add()), Join("t"), count()))

    def test_two_that_read(self):
        self.assertFalse(self.racy(thread(count()), count(), Join("t")))

    def test_siblings(self):
        self.assertTrue(self.racy(thread(add()), thread(count(), name="u"), Join("t"), Join("u")))
        self.assertFalse(self.racy(thread(add()), Join("t"), thread(count(), name="u"), Join("u")))

    def test_one_lock_for_both(self):
        self.assertFalse(self.racy(thread(locked(add())), locked(count()), Join("t")))
        self.assertTrue(self.racy(thread(locked(add())), count(), Join("t")))
        self.assertTrue(self.racy(thread(locked(add())), locked(count(), lock="rw"), Join("t")))

    def test_a_guard_that_guards_nothing(self):
        self.assertTrue(self.racy(thread(locked(add())), locked(count(), effective=False),
                                  Join("t")))

    def test_shared_locks(self):
        one = lambda: locked(add(), lock="rw", shared=True)
        self.assertTrue(self.racy(thread(one()), one(), Join("t")))
        self.assertFalse(self.racy(thread(one()), locked(count(), lock="rw"), Join("t")))

    def test_an_early_unlock(self):
        early = locked(count(), GuardOp("lock", "unlock"), count())
        again = locked(GuardOp("lock", "unlock"), GuardOp("lock", "lock"), count())
        self.assertTrue(self.racy(thread(locked(add())), early, Join("t")))
        self.assertFalse(self.racy(thread(locked(add())), again, Join("t")))

    def test_lock_and_unlock_in_functions(self):
        functions = [Function("enter", [Acquire("mutex")]), Function("leave", [Release("mutex")])]
        body = [Call("enter"), add(), Call("leave")]
        self.assertFalse(self.racy(thread(*body), Call("enter"), count(), Call("leave"), Join("t"),
                                   functions=functions))

    def test_hand_over(self):
        for style, racy in (("promise", False), ("relaxed", True)):
            declare = Declare(Var("ready", SyncType(style)))
            self.assertEqual(racy, self.racy(declare, thread(add(), Signal("ready")),
                                             Await("ready"), count(), Join("t")), style)

    def test_detached_threads_run_on(self):
        self.assertTrue(self.racy(thread(add()), Detach("t"), count()))

    def test_a_local_is_destroyed_under_a_detached_thread(self):
        scope = Scope([Declare(Var("own", MAP)), thread(Access("own", COUNT, "1")), Detach("t")])
        self.assertTrue(self.racy(scope))

    def test_a_jthread_joins_at_the_end_of_its_scope(self):
        spawn = Spawn("jthread", "t", Lambda([add()]), HandleType("std::jthread"))
        self.assertFalse(self.racy(Scope([spawn]), count()))
        self.assertTrue(self.racy(Scope([spawn, count()])))

    def test_members_are_destroyed_in_reverse(self):
        worker = Var("worker", HandleType("std::jthread"))
        items, self_ = Var("own", MAP), Lambda([Access("this.own", ADD, "1")], capture="this")
        start = Function("Box", [Spawn("jthread", "this.worker", self_)], owner="Box")
        for fields, racy in (([items, worker], False), ([worker, items], True)):
            box = Class("Box", fields, [start])
            self.assertEqual(racy, self.racy(Declare(Var("box", ClassType("Box"))), classes=[box]))

    def test_deferred_runs_where_it_is_asked_for(self):
        spawn = Spawn("deferred", "f", Lambda([add()]), HandleType("std::future<void>"))
        self.assertFalse(self.racy(spawn, count(), Join("f")))

    def test_two_objects(self):
        box = Class("Box", [Var("own", MAP)], [])
        declare = [Declare(Var(name, ClassType("Box"))) for name in ("a", "b")]
        for other, racy in (("a", True), ("b", False)):
            self.assertEqual(racy, self.racy(*declare, thread(Access("a.own", ADD, "1")),
                                             Access(other + ".own", ADD, "1"), Join("t"),
                                             classes=[box]))

    def test_by_value(self):
        spawn = Spawn("thread", "t", Lambda([Access("own", COUNT, "1")], copies=["own"]), THREAD)
        declare = Declare(Var("own", MAP))
        self.assertFalse(self.racy(declare, spawn, Access("own", ADD, "1"), Join("t")))

    def test_elements_are_not_our_business(self):
        touch = next(op for op in containers.ops("map") if op.role == "touch")
        with self.assertRaises(verdict.OutOfScope):
            self.racy(thread(Access("items", touch, "1")), Access("items", touch, "1"), Join("t"))

    def test_a_reference_into_a_container(self):
        use = next(op for op in containers.ops("map") if op.alias)
        erase = next(op for op in containers.ops("map") if op.role == "remove")
        emplace = next(op for op in containers.ops("map") if op.keeps)
        for change, racy in ((erase, True), (emplace, False)):
            bind = locked(Access("items", use, "1", "entry"), GuardOp("lock", "unlock"),
                          ElementUse("entry", True))
            other = locked(Access("items", change, "1"))
            self.assertEqual(racy, self.racy(thread(bind), other, Join("t")))

    def test_what_cannot_run(self):
        for body in ([thread(add())], [locked(locked(add()))], [Join("t")], [Acquire("nothing")],
                     [Declare(Var("r", SyncType("latch"))), Await("r"), Signal("r")]):
            with self.assertRaises(Malformed):
                self.racy(*body)


REPORT = """noise
WARNING: ThreadSanitizer: data race (pid=7)
  Write of size 8 at 0x7b by thread T2 (mutexes: write M0):
    #0 std::vector<int>::push_back(int const&) /usr/include/c++/12/bits/stl_vector.h:1278:6 (a+0x1)
    #1 p1::add(int)::$_0::operator()() const /tmp/x/unit.cpp:12:7 (a+0x2) (BuildId: 77)
    #2 main /tmp/x/unit.cpp:90:3 (a+0x3)

  Previous read of size 8 at 0x7b by main thread:
    #0 p1::run() /tmp/x/unit.cpp:40 (a+0x4)

  Thread T2 (tid=3, running) created by main thread at:
    #0 pthread_create <null> (a+0x5)
    #1 p1::run() /tmp/x/unit.cpp:38:3 (a+0x6)

SUMMARY: ThreadSanitizer: data race /tmp/x/unit.cpp:12:7 in p1::add
==================
WARNING: ThreadSanitizer: heap-use-after-free (pid=7)
  Read of size 4 at 0x7c by thread T1:
    #0 q::look() /tmp/x/other.cpp:5:1 (a+0x7)

  Previous write of size 8 at 0x7c by thread T2:
    [failed to restore the stack]

==================
"""


class TsanTest(unittest.TestCase):
    def test_the_innermost_frame_in_our_files_counts(self):
        first, second = tsan.parse(REPORT, {"unit.cpp", "more.cpp"})
        self.assertEqual(first.kind, "data race")
        self.assertEqual(first.sides, [("unit.cpp", 12), ("unit.cpp", 40)])
        self.assertEqual(second.kind, "heap-use-after-free")
        self.assertEqual(second.sides, [None, None])

    def test_a_report_that_is_cut_off(self):
        cut = REPORT[:REPORT.index("  Thread T2")]
        self.assertEqual(tsan.parse(cut, {"unit.cpp"})[0].sides,
                         [("unit.cpp", 12), ("unit.cpp", 40)])

    def test_a_frame_that_does_not_count(self):
        skipped = tsan.parse(REPORT, {"unit.cpp"}, {("unit.cpp", 12)})
        self.assertEqual(skipped[0].sides, [("unit.cpp", 90), ("unit.cpp", 40)])

    def test_nothing(self):
        self.assertEqual(tsan.parse("all fine\n", {"unit.cpp"}), [])


def example(racy=True):
    other = locked(count())
    return program([thread(Repeat("i", "9", [locked(add())])), Raw(["report(1);"]),
                    If("true", [count()]) if racy else other, Join("t")], racy)


class JudgeTest(unittest.TestCase):
    def setUp(self):
        self.program = example()
        self.unit = layout.unit("unit", [self.program])
        self.outcome = judge.Outcome(self.program, judge.bugs(self.program, self.unit))

    def line(self, text):
        return next(n for n, line in enumerate(self.unit.files["unit.cpp"], 1) if text in line)

    def test_the_lines_of_a_bug(self):
        lines = {("unit.cpp", self.line("emplace(1")), ("unit.cpp", self.line("items.size()"))}
        self.assertEqual(len(self.outcome.bugs), 1)
        self.assertLessEqual({line for line in self.outcome.bugs[0].lines()},
                             lines | {("unit.cpp", n + 1) for _, n in lines})

    def report(self, first, second):
        sides = [None if side is None else ("unit.cpp", side) for side in (first, second)]
        return tsan.Report("data race", sides, "text")

    def test_a_report_confirms_in_either_order(self):
        one, two = self.outcome.bugs[0].pairs[0]
        for first, second in ((min(one)[1], min(two)[1]), (min(two)[1], min(one)[1]),
                              (min(one)[1], None)):
            self.outcome.bugs[0].confirmed = False
            judge.confirm(self.outcome, [self.report(first, second)], self.unit)
            self.assertTrue(self.outcome.bugs[0].confirmed)
        self.assertEqual(self.outcome.contradictions, [])

    def test_another_report_contradicts(self):
        judge.confirm(self.outcome, [self.report(2, 3)], self.unit)
        self.assertEqual(len(self.outcome.contradictions), 1)

    def test_memory_of_a_dangling_reference_belongs_to_anybody(self):
        bug = self.outcome.bugs[0]
        place = max(line for _, line in bug.lines())
        bug.references = {("unit.cpp", place)}
        elsewhere = self.line("report(1)")
        judge.confirm(self.outcome, [self.report(place, elsewhere)], self.unit)
        self.assertEqual((bug.confirmed, self.outcome.contradictions), (True, []))
        judge.confirm(self.outcome, [self.report(place, 1)], self.unit)
        self.assertEqual(len(self.outcome.contradictions), 1)

    def test_after_the_first_race_anything_may_follow(self):
        one, two = (min(side)[1] for side in self.outcome.bugs[0].pairs[0])
        judge.confirm(self.outcome, [self.report(one, two), self.report(2, 3)], self.unit)
        self.assertEqual(self.outcome.contradictions, [])

    def finding(self, line, rule):
        return judge.check_findings.Finding("warning", "/x/unit.cpp", line, 1, "text", rule)

    def compare(self, line, rule):
        judge.compare([self.outcome], [self.finding(line, rule)], self.unit)

    def test_a_finding_on_one_of_the_lines(self):
        self.compare(self.line("items.size()"), "unsynchronized-mutation")
        self.assertTrue(self.outcome.bugs[0].found)

    def test_a_finding_elsewhere_or_of_another_rule_finds_nothing(self):
        self.compare(self.line("report(1)"), "unsynchronized-mutation")
        self.compare(self.line("items.size()"), "invalidated-iterator")
        self.assertFalse(self.outcome.bugs[0].found)
        self.assertEqual(len(self.outcome.strays), 2)

    def test_any_finding_on_a_clean_program_is_a_false_alarm(self):
        self.outcome.program.racy = False
        self.compare(self.line("report(1)"), "invalidated-iterator")
        self.assertEqual(len(self.outcome.false_alarms), 1)

    def test_the_table_counts_what_is_confirmed(self):
        self.assertEqual(run.table([self.outcome])[0]["unknown"], 1)
        self.outcome.bugs[0].confirmed = self.outcome.bugs[0].found = True
        row = run.table([self.outcome])[0]
        self.assertEqual((row["bad"], row["found"], row["locations_found"]), (1, 1, 1))
        self.assertEqual(row["class"], "thread: test")


    def test_required_rates(self):
        row = {"bad": 20, "found": 19, "clean": 200, "false_alarms": 2}
        for recall, silence, good in ((95, 99, True), (95.1, None, False), (None, 99.1, False),
                                      (None, None, True)):
            options = run.parse([])
            options.require_recall, options.require_silence = recall, silence
            self.assertEqual(run.missed(options, row) == "", good)


class AnalyzeTest(unittest.TestCase):
    """What the tool says with its exit code must be so."""

    def analyze(self, script):
        with tempfile.TemporaryDirectory() as directory:
            tool = os.path.join(directory, "tool")
            with open(tool, "w", encoding="utf-8") as file:
                file.write("#!/bin/sh\n" + script + "\n")
            os.chmod(tool, 0o755)
            return judge.analyze(tool, ["unit.cpp"])

    def test_findings(self):
        found = self.analyze("echo 'unit.cpp:3:1: warning: bad [holdfast-inconsistent-lock]'; "
                             "echo 'unit.cpp:4:1: note: here'; exit 1")
        self.assertEqual([(f.line, f.rule) for f in found], [(3, "inconsistent-lock")])

    def test_failures(self):
        for script in ("exit 3", "exit 1", "echo 'unit.cpp:1:1: error: what?'; exit 0",
                       "echo 'unit.cpp:3:1: warning: bad [holdfast-x]'"):
            with self.assertRaises(judge.ToolFailed):
                self.analyze(script)


class MinimizeTest(unittest.TestCase):
    def test_what_the_disagreement_needs_stays(self):
        small = minimize.reduce(example(), lambda candidate: True)
        kinds = sorted(type(node).__name__ for body in minimize.lists(small)
                       for node in body if not isinstance(node, (Var, Function)))
        self.assertEqual(kinds, ["Access", "Access", "Join", "Spawn"])

    def test_nothing_is_dropped_that_is_needed(self):
        keep = lambda candidate: any(isinstance(node, Raw) for node in candidate.run.body)
        small = minimize.reduce(example(), keep)
        self.assertTrue(any(isinstance(node, Raw) for node in small.run.body))

    def test_a_clean_program_stays_clean(self):
        self.assertFalse(verdict.races(minimize.reduce(example(False), lambda candidate: True)))

    def test_a_false_alarm_is_all_that_is_left(self):
        tool = """#!/bin/sh
rule=holdfast-invalidated-iterator
grep -n 'report(1)' "$1" | sed "s|^\\([0-9]*\\):.*|$1:\\1:1: warning: no [$rule]|"
exit 1
"""
        with tempfile.TemporaryDirectory() as directory:
            workshop = execute.Workshop.__new__(execute.Workshop)
            workshop.directory = directory
            path = os.path.join(directory, "tool")
            with open(path, "w", encoding="utf-8") as file:
                file.write(tool)
            os.chmod(path, 0o755)
            made = example(False)
            outcome = judge.Outcome(made, [])
            unit = layout.unit("minimal", [made])
            judge.compare([outcome], judge.analyze(path, workshop.write(unit)), unit)
            self.assertEqual(len(outcome.false_alarms), 1)
            wrong = minimize.Disagreement(outcome, path, workshop)
            small = wrong.minimal()
            text = minimize.test_case(small, wrong.kind, *reversed(wrong.examine(small, False)))
        self.assertEqual([type(node).__name__ for node in small.run.body], ["Raw"])
        self.assertIn("report(1); // known-false-alarm: invalidated-iterator issue", text)

    def test_the_test_case(self):
        small = minimize.reduce(example(), lambda candidate: True)
        unit = layout.unit("minimal", [small], marks=False)
        outcome = judge.Outcome(small, judge.bugs(small, unit))
        text = minimize.test_case(small, "miss", outcome, unit)
        self.assertIn("#include <map>\n", text)
        self.assertEqual(text.count("// known-miss: unsynchronized-mutation issue \""), 1)
        marked = next(line for line in text.splitlines() if "known-miss" in line)
        self.assertIn("items.", marked)
        self.assertNotIn("ORACLE", text)


class GenerateTest(unittest.TestCase):
    def test_the_same_seed_gives_the_same_text(self):
        texts = [layout.unit("u", [generate.program(5, n) for n in range(40)]).files
                 for _ in range(2)]
        self.assertEqual(*texts)
        other = layout.unit("u", [generate.program(6, n) for n in range(40)]).files
        self.assertNotEqual(texts[0], other)

    def test_marks_change_no_line(self):
        for index in range(0, 80, 3):
            made = generate.program(7, index)
            plain = layout.unit("u", [made], marks=False).files["u.cpp"]
            marked = layout.unit("u", [made]).files["u.cpp"]
            self.assertEqual(plain, [line.replace(" ORACLE_YIELD", "").replace(" ORACLE_WIDEN", "")
                                     for line in marked[:len(plain)]])

    def test_every_topic_writes_both_kinds(self):
        for topic in generate.TOPICS:
            for index in range(4):
                made = generate.program(8, index, topic)
                self.assertEqual(made.racy, bool(verdict.races(made)))


if __name__ == "__main__":
    unittest.main()
