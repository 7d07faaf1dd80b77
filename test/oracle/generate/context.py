# ===- context.py - what a program's author knows while writing --------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""The random choices, the names in scope, and how a change is carried out."""

import re

from .tree import Block, Line


class Context:
    """One program being written. `way` turns a change into statements: at once, or through a call."""

    def __init__(self, random, kind, c, o, way):
        self.random, self.kind, self.c, self.o, self.way = random, kind, c, o, way
        self.names = 0
        self.flags = 0
        self.sources = []  # Where the handles of a straight shape come from.
        self.unrelated = False
        self.exchanged = False  # What was in the other container may be in ours.
        self.plain = False  # The container is a class of the program's own: only begin() and end().
        self.writable = ""  # The loop's variable, where it may be changed.

    def fresh(self, stem):
        self.names += 1
        return stem if self.names == 1 else "%s%d" % (stem, self.names)

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def pick(self, *choices):
        return self.random.choice(choices)

    def pick_from(self, weighted):
        """A key of {choice: weight}."""
        return self.random.choices(list(weighted), list(weighted.values()))[0]

    def flag(self):
        """A condition nobody knows: a parameter of the program."""
        name = self.random.choice("abc")
        self.flags = max(self.flags, "abc".index(name) + 1)
        return name if self.chance(75) else "!" + name

    def condition(self, element=""):
        """Something that may hold; `element` is the id of the element at hand."""
        choices = [self.flag(), self.flag(), "%s.size() > 2" % self.c, "k > 1"]
        if element:
            choices += ["%s == k" % element] * 4 + ["%s %% 2 == 0" % element] * 2
        return self.random.choice(choices).replace("(*p).", "p->")

    def choice(self, element):
        """Whether an element is one of those that go."""
        return self.random.choice(["%s == k" % element, "%s %% 2 == 0" % element, "%s > k" % element, self.flag()])

    def key(self, element=""):
        choices = ["k", "k", "k + 1", "8"] + ([element] * 4 if element else [])
        return self.random.choice(choices)

    def change(self, element="", on=None, other=None):
        """A random change of the container (or of `on`), as statements."""
        c, o = on or self.c, other or self.o
        template = self.random.choice(self.kind.changes())
        key = self.key(element)
        if ("erase_if" in template or "remove_if" in template) and key != "8":
            key = "k"  # What a predicate does with its elements is not followed; see docs/quality.md.
        self.unrelated |= not element and self.is_unrelated(template, key)
        self.exchanged |= "swap(" in template or "splice(" in template or "merge(" in template
        return self.way.carry_out(self, template, c=c, o=o, k=key)

    def is_unrelated(self, template, key):
        """The change takes an element away that nothing relates to the handles of a straight shape.

        Whether the two are one element, only the program's author knows: `m.erase(a); use(m_at_b);`.
        """
        if any("find(%s)" % key in source or "[%s]" % key in source for source in self.sources) and "{k}" in template:
            return False
        ends = ("pop_", "resize({c}.size() / 2")
        partial = ends + ("erase(", "extract(", "remove", "unique", "merge(", "splice(")
        if any(word in template for word in (partial if self.kind.nodes else ends)):
            return True
        # Of a vector whatever comes later goes with any element: but not the first one.
        first = any(re.search(r"front\(\)|\[0\]|at\(0\)|begin\(\)$", source) for source in self.sources)
        return first and re.search(r"std::(remove|erase|erase_if)\(", template) is not None

    def change_at(self, it, element=""):
        """A random change at the iterator's position."""
        template = self.random.choice(self.kind.changes_at())
        return self.way.carry_out(self, template, c=self.c, o=self.o, k=self.key(), it=it,
                                  id=element or self.kind.id.format(x="(*%s)" % it))

    def read(self):
        """A statement that changes nothing."""
        template = self.pick("use({c}.size());", "if ({c}.empty()) log(0);", "log({k});", "use({c}.empty());")
        return Line(self.kind.fill(template, c=self.c, k=self.key()))

    def noise(self, percent=25):
        return [self.read()] if self.chance(percent) else []

    def leave(self, inside):
        """How a branch ends after a change: nothing, or a way out of the loop or the function."""
        ways = {"": 50, "return;": 12}
        if inside:
            ways.update({"break;": 22, "continue;": 6, "if (%s) break;" % self.flag(): 8})
        chosen = self.pick_from(ways)
        return self.noise(15) + ([Line(chosen)] if chosen else [])

    def perhaps(self, statements, element="", percent=65):
        """The statements, or the statements under a condition."""
        if not self.chance(percent):
            return statements
        orelse = [self.read()] if self.chance(10) else None
        return [Block("if (%s)" % self.condition(element), statements, orelse)]

    def not_ours(self, element=""):
        """A change of something else, which must not be reported."""
        kind = self.kind
        copy = self.fresh("copy")
        choices = {"other": 5} if self.plain else {"other": 5, "copy": 3}
        if self.writable and kind.element == "Item":
            choices["parts"] = 3
        chosen = self.pick_from(choices)
        if chosen == "other":
            template = self.random.choice([t for t in kind.changes() if "{o}" not in t])
            key = self.key()
            self.unrelated |= self.exchanged and self.is_unrelated(template, key)
            return [Line(kind.fill(template, c=self.o, o=self.o, k=key), change=True)]
        if chosen == "copy":
            return [Line("%s %s = %s;" % (kind.type, copy, self.c)),
                    Line(kind.fill(self.pick("{c}.clear();", "{c} = {T}();"), c=copy), change=True)]
        return [Line("%s.parts.push_back(k);" % self.writable, change=True)]
