# ===- tree.py - the statements of a generated program ----------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Statements as a tree, so that a program can be printed and made smaller."""

import copy
from dataclasses import dataclass, field
from typing import List, Optional, Union


@dataclass
class Line:
    """One statement or declaration. A change is marked when it is printed: RAN(n)."""

    text: str
    change: bool = False


@dataclass
class Block:
    """`head {` body `}`, with an `else` where orelse is given."""

    head: str
    body: List["Statement"] = field(default_factory=list)
    orelse: Optional[List["Statement"]] = None
    tail: str = ""  # Behind the closing brace: `);`, ` while (x);`.


Statement = Union[Line, Block]


class Printer:
    """Lines of text; counts the marks."""

    def __init__(self):
        self.lines = []
        self.marks = 0

    def add(self, statements, depth, inside=False):
        pad = "  " * depth
        for statement in statements:
            if isinstance(statement, Line):
                self.lines.append(pad + self.marked(statement, inside))
                continue
            self.lines.append("%s%s{" % (pad, statement.head + " " if statement.head else ""))
            self.add(statement.body, depth + 1, inside)
            if statement.orelse is not None:
                self.lines.append(pad + "} else {")
                self.add(statement.orelse, depth + 1, inside)
            self.lines.append(pad + "}" + statement.tail)

    def marked(self, line, inside):
        """The line's text; a change behind a condition of its own is marked behind it.

        Inside the entry every statement is marked: code that no input reaches is not known to be right.
        """
        if not line.change and not inside:
            return line.text
        self.marks += 1
        mark = "%s(%d) " % ("RAN" if line.change else "HIT", self.marks - 1)
        if not line.change or not line.text.startswith("if ("):
            return mark + line.text
        depth = 0
        for index, letter in enumerate(line.text):
            depth += (letter == "(") - (letter == ")")
            if letter == ")" and depth == 0:
                return "%s { %s%s }" % (line.text[:index + 1], mark, line.text[index + 2:])
        return mark + line.text


@dataclass
class Program:
    name: str
    group: str  # The row of the table it counts in.
    text_class: str  # What it is made of, for whoever reads it: "range-for, vector<Item>, member".
    declarations: List[Statement]  # Types and functions before the entry.
    entry: Block
    driver: List[str]  # How the entry is called; only when the program is run.
    flags: int = 3
    elsewhere: List[Statement] = field(default_factory=list)  # Definitions in another file.
    lax: bool = False  # The library allows itself to invalidate what this run time does not.

    def lines(self):
        """The text, and the number of marks in it."""
        printer = Printer()
        printer.lines.append("namespace %s { // %s" % (self.name, self.text_class))
        printer.add(self.declarations, 0)
        printer.add([self.entry], 0, inside=True)
        lines = printer.lines + ["#ifdef ORACLE_RUN"] + self.driver + ["#endif"]
        lines.append("} // namespace %s" % self.name)
        return lines, printer.marks

    def other_lines(self, marks):
        """The text of the other file; its marks go on from the first file's."""
        printer = Printer()
        printer.marks = marks
        printer.lines.append("namespace %s {" % self.name)
        printer.add(self.elsewhere, 0)
        return printer.lines + ["} // namespace %s" % self.name], printer.marks


def smaller(program):
    """Every program that lacks one statement of this one, or one pair of braces."""
    def variants(statements):
        for index, statement in enumerate(statements):
            rest = statements[:index], statements[index + 1:]
            yield rest[0] + rest[1]
            if isinstance(statement, Line):
                continue
            if statement.head.startswith(("if", "for", "while", "do", "")) and statement.orelse is None:
                yield rest[0] + statement.body + rest[1]
            if statement.orelse is not None:
                yield rest[0] + statement.body + rest[1]
                yield rest[0] + statement.orelse + rest[1]
                yield rest[0] + [Block(statement.head, statement.body, None, statement.tail)] + rest[1]
            for body in variants(statement.body):
                yield rest[0] + [Block(statement.head, body, statement.orelse, statement.tail)] + rest[1]
            for body in variants(statement.orelse or []):
                yield rest[0] + [Block(statement.head, statement.body, body, statement.tail)] + rest[1]

    for body in variants(program.entry.body):
        candidate = copy.copy(program)
        candidate.entry = Block(program.entry.head, body)
        yield candidate
    for declarations in variants(program.declarations):
        candidate = copy.copy(program)
        candidate.declarations = declarations
        yield candidate
