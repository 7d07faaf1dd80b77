# ===- program.py - one random program -----------------------------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Puts a kind of container, the place where it lives, a shape of code and a way to change it together."""

import random
import re

from . import forms, ways
from .containers import KINDS, WEIGHTS
from .context import Context
from .owners import OWNERS, SETUP
from .straight import STRAIGHT
from .tree import Block, Line, Program
from .walks import WALKS

FAR_ROWS = [way.name for way in ways.FAR]
UNRELATED = "elements that nothing relates"
FAR_UNRELATED = UNRELATED + ", across functions"
# Rows that count in no rate: docs/quality.md, "Not promised".
UNPROMISED = [UNRELATED, FAR_UNRELATED]
SINGLE = {**WALKS, **STRAIGHT}
FAR_SHAPES = ("range-for", "iterator loop", "handle across changes", "nested loops", "index loop", "collect first")


def generate(seed, number, only=""):
    """The program of this number: `only` is "single", "far" or "" for three of four single."""
    rng = random.Random("%s/%d" % (seed, number))
    name = "p%d" % number
    far = only == "far" or only == "" and rng.randrange(4) == 0
    if not far and rng.randrange(100) < 9:
        return owned(rng, name)
    return composed(rng, name, far)


def owned(rng, name):
    group = rng.choices(list(OWNERS), [weight for _, weight in OWNERS.values()])[0]
    g = OwnerContext(rng)
    parameters, argument, body = OWNERS[group][0](g)
    driver = Block("void drive(const oracle::Input &in)", [
        Line(SETUP.get(argument, "")), Line("run(%s, %s);" % (argument, forms.GIVEN))])
    return finish(Program(name, group, group, [], Block("void run(%s, %s)" % (parameters, forms.FLAGS), body),
                          printed([driver]), g.flags))


class OwnerContext(Context):
    def __init__(self, rng):
        super().__init__(rng, None, "", "", ways.Here())

    def condition(self, element=""):
        return self.random.choice([self.flag(), self.flag()] + (["%s == k" % element] * 2 if element else []))

    def noise_of(self, percent):
        return [Line("log(k);")] if self.chance(percent) else []

    noise = noise_of

    def read(self):
        return Line("log(k);")


def composed(rng, name, far):
    kind = rng.choices(KINDS, WEIGHTS)[0]
    way = rng.choice(ways.FAR)() if far else ways.Lambda() if rng.randrange(100) < 6 else ways.Here()
    form = form_for(rng, kind, way)
    shapes = SINGLE
    if far:
        shapes = {k: v for k, v in SINGLE.items() if k in FAR_SHAPES}
    if isinstance(way, ways.WrapperMethod):
        shapes = {k: v for k, v in SINGLE.items() if k == "range-for"}
    group = rng.choices(list(shapes), [weight for _, weight in shapes.values()])[0]
    g = Context(rng, kind, form.c, form.o, way)
    g.plain = isinstance(way, ways.WrapperMethod)
    body = shapes[group][0](g)
    if rng.randrange(100) < 12:
        body += [Line("log(4);")] + g.noise(50)
    row = way.name if far else group
    if g.unrelated and group in STRAIGHT:
        row = FAR_UNRELATED if far else UNRELATED
    declarations = assemble(form, way)
    program = Program(name, row, "%s, %s, %s" % (group, kind.name, form.name), declarations,
                      Block(form.head, form.prologue + way.prologue + body), [], g.flags, way.elsewhere)
    setup = "{T} items = oracle::make<{T}>(in), others = oracle::makeOther<{T}>(in);"
    program.driver = printed([Block("void drive(const oracle::Input &in)", [Line(setup), Line(form.drive)])])
    program.lax = lax("\n".join(program.lines()[0] + program.other_lines(0)[0]), kind)
    return finish(program, kind)


def lax(text, kind):
    """True when the library may invalidate what this run time keeps.

    After swap() no end() can be relied on ([container.reqmts]/66), but libstdc++'s node-based ones move
    along; characters seen through a pointer or view outlive most changes of their string; what is on the
    shorter side of a deque's change stays ([deque.modifiers] promises nothing).
    """
    ended = "pop_back" in text and re.search(r"= (--|std::prev\()\S*end\(\)", text)  # And then ++it.
    middle = kind.family == "deque" and ("begin() + " in text or "erase(" in text or "insert(" in text)
    # Nodes are used again, with nothing in them that could tell.
    reused = kind.keyed and kind.element != "Item" and re.search(r"= (std::move\()?\S*(others|q)\b", text)
    # What moves along is another int, and an int has no identity.
    shifted = (kind.element == "int" and not kind.keyed and re.search(r"erase|insert|emplace\(|assign\(", text)
               and re.search(r"= &|auto &|auto \*", text))
    characters = "std::string_view" in text or "const char *" in text
    return bool(ended or middle or reused or shifted or characters or "swap(" in text)


def assigns_elements(lines):
    """True when an element may get a new value by assignment, which an Item takes for a new identity."""
    return any("insert_or_assign" in line or "] = " in line for line in lines)


def form_for(rng, kind, way):
    if isinstance(way, ways.WrapperMethod):
        return forms.wrapper(kind)
    if isinstance(way, ways.Method):
        return rng.choice([forms.members, forms.through_this])(kind)
    if isinstance(way, ways.Here) and type(way) in (ways.Here, ways.Lambda):
        return rng.choices(list(forms.FORMS), list(forms.FORMS.values()))[0](kind)
    return rng.choice([forms.parameters, forms.parameters, forms.members])(kind)


def assemble(form, way):
    """The form's classes with the way's methods in them, and the way's functions."""
    declarations = list(form.declarations)
    if way.members:
        inside = "class Bag" if isinstance(way, ways.WrapperMethod) else "struct " + form.owner
        owner = next(d for d in declarations if isinstance(d, Block) and d.head == inside)
        own = len(owner.body) if "Bag" in inside else len(owner.body) - 1
        owner.body[own:own] = way.members
    return declarations + way.functions


def printed(statements):
    lines = []

    def add(items, depth):
        for item in items:
            if isinstance(item, Line):
                if item.text:
                    lines.append("  " * depth + item.text)
            else:
                lines.append("  " * depth + item.head + " {")
                add(item.body, depth + 1)
                lines.append("  " * depth + "}")
    add(statements, 0)
    return lines


def finish(program, kind=None):
    """Fills in the container's type where forms.py left {T}."""
    assigned = kind and kind.keyed and assigns_elements(program.lines()[0])

    def spell(text):
        if kind and ("{T}" in text or "{{" in text):
            text = text.replace("{T}", kind.type).replace("{{", "{").replace("}}", "}")
        if assigned:
            text = re.sub(r"USE_(AT|KEPT)\(", "use(*", text.replace("USE(", "use("))
        return text.replace("(*p).", "p->").replace("(*q).", "q->").replace("NAME::", program.name + "::")

    def walk(statements):
        for statement in statements:
            if isinstance(statement, Line):
                statement.text = spell(statement.text)
            else:
                statement.head = spell(statement.head)
                walk(statement.body)
                walk(statement.orelse or [])
    walk(program.declarations)
    walk([program.entry])
    walk(program.elsewhere)
    program.driver = [spell(line) for line in program.driver]
    return program
