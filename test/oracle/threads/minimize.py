# ===- minimize.py - makes a program small while it still disagrees ---------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Drops statements, declarations and locks from the tree, one at a time, as long as the
disagreement between construction and analyzer stays. verdict.py judges every step anew, so the
result is racy or clean by construction like the program it came from."""

import copy
import os
import re

import judge
import layout
import verdict
from program import Call, Guarded, If, Malformed, Once, Repeat, Scope, bodies

ISSUE = "Threads: unsynchronized mutation of containers"
NESTING = (Guarded, If, Once, Repeat, Scope)

# What a name needs; generated programs use no more than these.
HEADERS = [
    ("atomic", r"std::(atomic|memory_order)"), ("barrier", r"std::barrier"),
    ("chrono", r"std::chrono"),
    ("condition_variable", r"condition_variable"), ("deque", r"std::deque"),
    ("functional", r"std::function"), ("future", r"std::(async|future|promise|packaged_task)"),
    ("latch", r"std::latch"), ("list", r"std::list"), ("map", r"std::(multi)?map"),
    ("memory", r"std::(make_)?(shared|unique)(_ptr)?\b"), ("mutex", r"mutex|lock_guard|once"),
    ("omp.h", r"\bomp_"), ("pthread.h", r"pthread_"), ("semaphore", r"semaphore"),
    ("set", r"std::set"), ("shared_mutex", r"shared_(timed_)?mutex|shared_lock"),
    ("string", r"std::(string|to_string)"), ("thread", r"std::(jthread|thread|this_thread)"),
    ("threads.h", r"\b(thrd|mtx)_"), ("unordered_map", r"unordered_map"),
    ("unordered_set", r"unordered_set"), ("vector", r"std::vector"),
]


def lists(program):
    """All lists that something can be dropped from, always in the same order."""
    result = [program.classes, program.functions, program.globals, program.house]
    for owner in program.classes:
        result += [owner.methods, owner.fields]
    pending = [function.body for function in program.all_functions()]
    while pending:
        body = pending.pop(0)
        result.append(body)
        pending += [inner for node in body for inner in bodies(node)]
    return result


def name_of(node):
    """What a declaration or a spawn introduces, or ""."""
    var = getattr(node, "var", None)
    return getattr(node, "handle", "") or getattr(node, "name", "") or getattr(var, "name", "")


def mentions(node, name):
    """Does the statement itself, not one inside it, use the name?"""
    texts = list(getattr(node, "locks", [])) + list(getattr(node, "args", []))
    texts += [getattr(node, word, "") for word in ("path", "receiver", "handle", "function", "flag",
                                                   "pool", "alias", "beside")]
    texts += [node.callee.function, node.callee.receiver] + node.callee.args \
        if isinstance(getattr(node, "callee", None), Call) else []
    return any(name in text.split(".") for text in texts if isinstance(text, str))


def edits(program):
    """(list, position, what): outer lists come before inner ones, so the big pieces go first."""
    for number, each in enumerate(lists(program)):
        for position, node in enumerate(each):
            yield number, position, "drop"
            if not isinstance(node, str) and name_of(node):
                yield number, position, "drop with its uses"
            if isinstance(node, NESTING):
                yield number, position, "unwrap"
    for what in ("structs", "extra"):
        if getattr(program, what):
            yield what, 0, "clear"


def apply(program, edit):
    """A changed copy."""
    changed = copy.deepcopy(program)
    where, position, what = edit
    if what == "clear":
        setattr(changed, where, [])
        return changed
    target = lists(changed)[where]
    node = target.pop(position)
    if what == "unwrap":
        target[position:position] = node.body
    if what == "drop with its uses":
        for each in lists(changed):
            each[:] = [other for other in each
                       if isinstance(other, str) or not mentions(other, name_of(node))]
    return changed


def reduce(program, stays):
    """The smallest program that one edit at a time leads to."""
    again = True
    while again:
        again = False
        tried = 0
        while True:
            edit = next((e for n, e in enumerate(edits(program)) if n == tried), None)
            if edit is None:
                break
            candidate = apply(program, edit)
            if valid(candidate) and stays(candidate):
                program, again = candidate, True
            else:
                tried += 1
    return program


def valid(program):
    """Can it run, and is it still racy or clean as it was?"""
    try:
        return bool(verdict.races(program)) == program.racy
    except (Malformed, verdict.OutOfScope, KeyError):
        return False


class Disagreement:
    """What is wrong with one program, and whether a smaller one is wrong in the same way."""

    def __init__(self, outcome, holdfast, workshop):
        self.holdfast, self.workshop = holdfast, workshop
        self.program = outcome.program
        self.rules = {finding.rule for finding in outcome.false_alarms}
        self.kind = "false alarm" if self.rules else "miss"
        self.execute = False

    def examine(self, program, marks=True):
        """The unit and outcome of a program, analyzed."""
        unit = layout.unit("minimal", [program], marks)
        sources = self.workshop.write(unit)
        outcome = judge.Outcome(program, judge.bugs(program, unit))
        judge.compare([outcome], judge.analyze(self.holdfast, sources), unit)
        return unit, outcome

    def stays(self, program):
        try:
            unit, outcome = self.examine(program)
        except (judge.ToolFailed, KeyError):
            return False  # It does not compile.
        if self.kind == "false alarm":
            return any(finding.rule in self.rules for finding in outcome.false_alarms)
        if any(bug.found for bug in outcome.bugs):
            return False
        return not self.execute or self.confirmed(unit, outcome)

    def confirmed(self, unit, outcome):
        self.workshop.write(unit)
        binary = self.workshop.build(unit)
        judge.execute(self.workshop, binary, unit, outcome)
        os.remove(binary)
        return not outcome.contradictions and all(bug.confirmed for bug in outcome.bugs)

    def minimal(self):
        """The smallest program with the disagreement; a racy one is confirmed by execution."""
        program = copy.deepcopy(self.program)
        program.split = False
        small = reduce(program, self.stays)
        if self.kind == "miss" and not self.confirmed(*self.examine(small)):
            self.execute = True
            small = reduce(program, self.stays)
        return small


def headers(text):
    return ["#include <%s>" % name for name, pattern in HEADERS if re.search(pattern, text)]


def test_case(program, kind, outcome, unit):
    """The text of a test in the style of test/check_findings.py."""
    lines = unit.files["minimal.cpp"][2:]
    notes = {}
    if kind == "miss":
        rule = "escaping-guarded-reference" if "reference" in program.topic else \
            "unsynchronized-mutation"
        for bug in outcome.bugs:
            _, line = min(bug.lines())
            notes[line] = '// known-miss: %s issue "%s"' % (rule, ISSUE)
    else:
        for finding in outcome.false_alarms:
            notes[finding.line] = '// known-false-alarm: %s issue "%s"' % (finding.rule, ISSUE)
    text = [("%s %s" % (line, notes[number]) if number in notes else line)
            for number, line in enumerate(lines, start=3)]
    while text and not text[-1]:
        text.pop()
    top = headers("\n".join(text))
    return "\n".join(top + ["", "void report(long value);", ""] + text) + "\n"


def some(holdfast, outcomes, count, workshop):
    """Prints the first disagreements, of different topics, as test cases."""
    seen = set()
    for outcome in outcomes:
        missed = outcome.status == "bad" and not any(bug.found for bug in outcome.bugs)
        key = (outcome.program.topic, bool(outcome.false_alarms))
        if not (missed or outcome.false_alarms) or key in seen or len(seen) >= count:
            continue
        seen.add(key)
        wrong = Disagreement(outcome, holdfast, workshop)
        small = wrong.minimal()
        unit, found = wrong.examine(small, marks=False)
        print("\n// %s: %s, %s (%s)" % (wrong.kind, small.name, small.topic, small.note))
        print(test_case(small, wrong.kind, found, unit))
