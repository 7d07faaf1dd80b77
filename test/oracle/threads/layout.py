# ===- layout.py - programs as translation units ----------------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Namespaces, classes and functions around the statements that render.py writes."""

from dataclasses import dataclass, field
from typing import Dict, List, Set

from expressions import Names, spelled, typed_name, variable
from house_types import TEXTS
from program import MutexType
from render import Text, Writer

RETURNS = {"void*": "  return nullptr;", "int": "  return 0;"}


@dataclass
class Unit:
    """Some programs as files. places: id of a node -> (file, line), once per line."""

    name: str
    files: Dict[str, List[str]] = field(default_factory=dict)
    places: Dict[int, list] = field(default_factory=dict)
    ranges: Dict[str, list] = field(default_factory=dict)  # Program -> [(file, first, last)].

    structs: Set[tuple] = field(default_factory=set)  # Lines of element types.

    def program_at(self, file, line):
        """The name of the program that this line belongs to, or None."""
        for name, ranges in self.ranges.items():
            if any(file == other and first <= line <= last for other, first, last in ranges):
                return name
        return None

    def lines_of(self, event):
        """Where an event of verdict.py is in the files."""
        return {place for node in event.nodes for place in self.places.get(id(node), ())}

    def sources(self):
        return [name for name in self.files if name.endswith(".cpp")]


class Layout:
    def __init__(self, program, texts, places, marks):
        self.program, self.texts = program, texts
        self.structs = set()
        self.writer = Writer(program, texts["main"], places, marks)

    def to(self, which):
        self.writer.text = self.texts[which]

    def line(self, text="", *nodes):
        self.writer.line(text, *nodes)

    # ---- functions ----

    def head(self, function, qualified=False):
        params = ", ".join(typed_name(var) for var in function.params)
        if function.word in RETURNS:
            params = "void* argument" if function.params else "void*"
        words = {"static": "static ", "virtual": "virtual "}.get(function.word, "")
        if function.word in RETURNS:
            words = "static "
        if self.program.split and words == "static ":
            words = ""
        if qualified and words == "virtual ":
            words = ""
        name = (function.owner + "::" if qualified else "") + function.name
        special = function.owner and function.name.lstrip("~") == function.owner
        result = function.word if function.word in RETURNS else function.result or "void"
        result = "" if special else result + " "
        after = " override" if function.word == "override" and not qualified else ""
        return "%s%s%s(%s)%s" % (words, result, name, params, after)

    def function(self, function, qualified=False):
        writer = self.writer
        names = Names(self.program, method_of=function.owner)
        for var in function.params:
            names.add(var)
        self.line(self.head(function, qualified) + " {")
        if function.word in RETURNS and function.params:
            var = function.params[0]
            self.line("  auto* %s = static_cast<%s*>(argument);" % (var.name, spelled(var.type)))
        ends = writer.block(function.body, function.end, names)
        if function.word in RETURNS:
            self.line(RETURNS[function.word])
        writer.closed("}", ends)

    # ---- classes ----

    def member(self, var):
        mutable = "mutable " if isinstance(var.type, MutexType) and not var.static else ""
        for text in variable(var):
            inline = "inline " if text.startswith("static") else ""
            self.line(mutable + inline + text)

    def constructor(self, owner):
        """Written for classes with reference members that have none."""
        bound = [m for m in owner.fields if m.how in ("ref", "pointer", "shared")]
        if not bound or any(m.name == owner.name for m in owner.methods):
            return
        params, inits = [], []
        for var in bound:
            bare = type(var)(var.name.rstrip("_") + ("" if var.name.endswith("_") else "Value"),
                             var.type, var.how)
            params.append(typed_name(bare))
            value = "std::move(%s)" % bare.name if var.how == "shared" else bare.name
            inits.append("%s(%s)" % (var.name, value))
        word = "explicit " if len(bound) == 1 else ""
        self.line("%s%s(%s) : %s {}" % (word, owner.name, ", ".join(params), ", ".join(inits)))

    def class_(self, owner, only_declare):
        base = " : public " + owner.base if owner.base else ""
        self.line("%s %s%s {" % ("struct" if owner.plain else "class", owner.name, base),
                  owner.head)
        self.writer.indent += 1
        if owner.plain:
            self.fields(owner)
            self.constructor(owner)
        public = [m for m in owner.methods if m.access == "public"]
        private = [m for m in owner.methods if m.access != "public"]
        if not owner.plain:
            self.label("public")
            self.constructor(owner)
        if any(m.word == "virtual" for m in owner.methods):
            self.line("virtual ~%s() = default;" % owner.name)
        self.methods(public, only_declare)
        for text in owner.extra:
            self.line(text)
        if not owner.plain and (private or owner.fields or owner.extra_fields):
            self.line()
            self.label("private")
            self.methods(private, only_declare)
            if private and owner.fields:
                self.line()
            self.fields(owner)
        self.writer.indent -= 1
        self.line("};")
        self.line()

    def label(self, word):
        self.writer.indent -= 1
        self.line(word + ":")
        self.writer.indent += 1

    def fields(self, owner):
        for var in owner.fields:
            self.member(var)
        for text in owner.extra_fields:
            self.line(text)

    def methods(self, methods, only_declare):
        for number, method in enumerate(methods):
            if only_declare:
                self.line(self.head(method) + ";")
                continue
            if number:
                self.line()
            self.function(method)

    # ---- globals ----

    def global_(self, var, word="static "):
        if var.how == "accessor":
            text = spelled(var.type)
            self.line("%s%s& %s() {" % (word, text, var.name))
            self.line("  static %s instance;" % text)
            self.line("  return instance;")
            self.line("}")
            return
        if isinstance(var.type, MutexType) and not spelled(var.type):
            return  # A critical section needs no object.
        for text in variable(var):
            self.line(text if text.startswith(word) else word + text)

    def write(self):
        program = self.program
        split = program.split
        self.to("header" if split else "main")
        self.line("namespace %s {" % program.name)
        self.line()
        for name in program.house:
            for text in TEXTS[name].strip("\n").split("\n") + [""]:
                self.line(text)
        for text in program.structs:
            self.line(text)
            self.structs.add((self.writer.text.name, len(self.writer.text.lines)))
        for var in program.globals:
            self.global_(var, "inline " if split else "static ")
        for text in program.extra:
            self.line(text)
        if program.globals or program.structs or program.extra:
            self.line()
        for owner in program.classes:
            self.class_(owner, split)
        if split:
            self.split_rest()
        for function in program.functions:
            if not split:
                self.function(function)
                self.line()
        self.function(program.run)
        self.line()
        self.line("} // namespace " + program.name)
        self.line()

    def split_rest(self):
        """Definitions go to the second file, run() to the first."""
        program = self.program
        for function in program.functions:
            self.line(self.head(function) + ";")
        self.line("} // namespace " + program.name)
        self.line()
        self.to("more")
        self.line("namespace %s {" % program.name)
        self.line()
        for function in [m for c in program.classes for m in c.methods]:
            self.function(function, qualified=True)
            self.line()
        for function in program.functions:
            self.function(function)
            self.line()
        self.line("} // namespace " + program.name)
        self.line()
        self.to("main")
        self.line("namespace %s {" % program.name)
        self.line()


def unit(name, programs, marks=True, include="Oracle.h"):
    """The programs as the files NAME.cpp and, if some are split, NAME.h and NAME-more.cpp."""
    names = {"main": name + ".cpp", "header": name + ".h", "more": name + "-more.cpp"}
    texts = {which: Text(file) for which, file in names.items()}
    result = Unit(name)
    split = any(program.split for program in programs)
    first = '#include "%s"' % (names["header"] if split else include)
    texts["main"].lines += [first, ""]
    texts["header"].lines += ["#pragma once", '#include "%s"' % include, ""]
    texts["more"].lines += [first, ""]
    for program in programs:
        before = {text.name: len(text.lines) for text in texts.values()}
        layout = Layout(program, texts, result.places, marks)
        layout.write()
        result.structs |= layout.structs
        result.ranges[program.name] = [(text.name, before[text.name] + 1, len(text.lines))
                                       for text in texts.values()]
    if marks:
        texts["main"].lines += ["#ifdef ORACLE_RUN", "const oracle::Entry oracle::entries[] = {"]
        texts["main"].lines += ['    {"%s", %s::run},' % (p.name, p.name) for p in programs]
        texts["main"].lines += ["    {nullptr, nullptr}};", "#endif"]
    for which, text in texts.items():
        if which == "main" or split:
            result.files[names[which]] = text.lines
    return result
