# ===- forms.py - where the containers of a program live ----------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Parameters, pointers, members, objects of others, accessors, locals, globals, tables, wrappers."""

from dataclasses import dataclass, field
from typing import List

from .tree import Block, Line

FLAGS = "bool a, bool b, bool c, int k"
GIVEN = "in.a, in.b, in.c, in.k"


@dataclass
class Form:
    name: str
    c: str  # The container, as the entry's body spells it.
    o: str  # The other one.
    head: str  # Of the entry.
    drive: str  # The entry's call; `items` and `others` are the driver's containers.
    declarations: List = field(default_factory=list)
    prologue: List = field(default_factory=list)
    owner: str = ""  # The class whose method the entry is.


def parameters(kind):
    return Form("parameter", "items", "others", "void run({T} &items, {T} &others, %s)" % FLAGS,
                "run(items, others, %s);" % GIVEN)


def pointers(kind):
    return Form("pointer", "(*p)", "(*q)", "void run({T} *p, {T} *q, %s)" % FLAGS,
                "run(&items, &others, %s);" % GIVEN)


def members(kind):
    session = Block("struct Session", [Line("{T} items;"), Line("{T} others;"), Line("void run(%s);" % FLAGS)], tail=";")
    return Form("member", "items", "others", "void Session::run(%s)" % FLAGS,
                "Session session{{std::move(items), std::move(others)}}; session.run(%s);" % GIVEN, [session], owner="Session")


def through_this(kind):
    form = members(kind)
    form.c, form.o, form.name = "this->items", "this->others", "member of this"
    return form


def _box():
    return Block("struct Box", [Line("{T} items;"), Line("{T} others;")], tail=";")


def objects(kind):
    return Form("another's member", "box.items", "box.others", "void run(Box &box, %s)" % FLAGS,
                "Box box{{std::move(items), std::move(others)}}; run(box, %s);" % GIVEN, [_box()])


def aliases(kind):
    return Form("alias of a member", "items", "others", "void run(Box &box, %s)" % FLAGS,
                "Box box{{std::move(items), std::move(others)}}; run(box, %s);" % GIVEN, [_box()],
                [Line("auto &items = box.items;"), Line("{T} &others = box.others;")])


def half_aliased(kind):
    """Walked under one name and changed under another."""
    form = aliases(kind)
    form.prologue = [Line("auto &alias = box.items;"), Line("auto &items = alias;"), Line("auto &others = box.others;")]
    form.name = "alias of an alias"
    return form


def shared(kind):
    return Form("behind a shared_ptr", "box->items", "box->others", "void run(std::shared_ptr<Box> box, %s)" % FLAGS,
                "run(std::make_shared<Box>(Box{{std::move(items), std::move(others)}}), %s);" % GIVEN, [_box()])


def accessors(kind):
    box = Block("class Box", [
        Line("{T} items_;"), Line("{T} others_;"), Line("public:"),
        Line("Box({T} items, {T} others) : items_(std::move(items)), others_(std::move(others)) {{}}"),
        Line("{T} &items() {{ return items_; }}"), Line("{T} &others() {{ return others_; }}")], tail=";")
    return Form("behind an accessor", "box.items()", "box.others()", "void run(Box &box, %s)" % FLAGS,
                "Box box(std::move(items), std::move(others)); run(box, %s);" % GIVEN, [box])


def locals_(kind):
    return Form("local", "items", "others", "void run({T} source, {T} rest, %s)" % FLAGS, "run(std::move(items), std::move(others), %s);" % GIVEN,
                [], [Line("{T} others = std::move(rest);"), Line("{T} items = std::move(source);")])


def globals_(kind):
    return Form("global", "items", "others", "void run(%s)" % FLAGS,
                "NAME::items = std::move(items); NAME::others = std::move(others); run(%s);" % GIVEN,
                [Line("static {T} items;"), Line("static {T} others;")])


def tables(kind):
    return Form("element of a map", "items", "others", "void run(std::map<int, {T}> &table, %s)" % FLAGS,
                "std::map<int, {T}> table; table[0] = std::move(items); table[1] = std::move(others); run(table, %s);" % GIVEN,
                [], [Line("auto &items = table[0];"), Line("auto &others = table[1];")])


FORMS = {parameters: 30, pointers: 8, members: 16, through_this: 4, objects: 8, aliases: 5, half_aliased: 3,
         shared: 4, accessors: 6, locals_: 8, globals_: 5, tables: 3}

FORWARDED = ["begin()", "end()", "begin() const", "end() const", "empty() const", "size() const"]


def wrapper(kind):
    """A class with begin() and end() of a member, whose methods change it."""
    bag = Block("class Bag", [Line("{T} items_;"), Line("public:"), Line("Bag({T} items) : items_(std::move(items)) {{}}")] + [
        Line("auto %s {{ return items_.%s; }}" % (method, method.split()[0])) for method in FORWARDED], tail=";")
    return Form("wrapper", "bag", "others", "void run(Bag &bag, {T} &others, %s)" % FLAGS,
                "Bag bag(std::move(items)); run(bag, others, %s);" % GIVEN, [bag])
