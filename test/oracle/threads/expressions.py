# ===- expressions.py - how a path, a type and a capture are written --------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Names in C++: what a function sees, and how it writes an object that a path names."""

import re

import containers
import handover
from locks import MUTEXES
from program import (CallableType, ClassType, ContainerType, HandleType, MutexType, PoolType,
                     SyncType, Var)

INDIRECT = ("pointer", "shared", "unique")


def spelled(type_):
    """The C++ name of a type of the tree."""
    if isinstance(type_, str):
        return type_
    if isinstance(type_, ContainerType):
        return containers.spelled(type_)
    if isinstance(type_, MutexType):
        return MUTEXES[type_.kind].spelled
    if isinstance(type_, ClassType):
        return type_.name
    if isinstance(type_, HandleType):
        return "std::vector<%s>" % type_.kind if type_.many else type_.kind
    if isinstance(type_, CallableType):
        function = "std::function<void(int)>"
        return "std::vector<%s>" % function if type_.many else function
    if isinstance(type_, PoolType):
        return "WorkerPool"
    return "auto"


def typed_name(var):
    """`std::map<int, int>& items`: a parameter or a member."""
    text = spelled(var.type)
    if var.how == "shared":
        return "std::shared_ptr<%s> %s" % (text, var.name)
    if var.how == "unique":
        return "std::unique_ptr<%s> %s" % (text, var.name)
    return text + {"ref": "& ", "pointer": "* "}.get(var.how, " ") + var.name


def variable(var):
    """The lines that declare a variable or a member without arguments."""
    if isinstance(var.type, SyncType):
        return handover.declaration(var.type.style, var.name)
    words = ("thread_local " if var.thread_local else "") + ("static " if var.static else "")
    init = ""
    if isinstance(var.type, MutexType):
        init = MUTEXES[var.type.kind].init
    if isinstance(var.type, PoolType):
        init = "{%d}" % var.type.workers
    if isinstance(var.type, HandleType) and var.type.many and var.type.kind.endswith("_t"):
        init = "(3)"
    return [words + typed_name(var) + init + ";"]


class Names:
    """What one function sees."""

    def __init__(self, program, method_of="", outer=None):
        self.program = program
        self.scope = dict(outer.scope) if outer else {v.name: v for v in program.globals}
        self.locals = set(outer.locals) if outer else set()
        self.method_of = method_of or (outer.method_of if outer else "")
        if method_of:
            self.scope["this"] = Var("this", ClassType(method_of), "pointer")

    def add(self, var):
        self.scope[var.name] = var
        self.locals.add(var.name)

    def member(self, class_name, name):
        while class_name:
            owner = self.program.class_named(class_name)
            for var in owner.fields:
                if var.name == name:
                    return var
            class_name = owner.base
        raise KeyError(name)

    def find(self, path):
        """(the text, the variable at the end of the path)"""
        first, *rest = path.split(".")
        var = self.scope[first]
        text = first + "()" if var.how == "accessor" else first
        for name in rest:
            arrow = "->" if var.how in INDIRECT else "."
            text = name if text == "this" else text + arrow + name
            var = self.member(var.type.name, name)
        return text, var

    def type_of(self, path):
        return self.find(path)[1].type

    def expression(self, path):
        """(the object, the same with its dot or arrow)"""
        text, var = self.find(path)
        if text == "this":
            return "(*this)", ""
        if var.how in INDIRECT:
            return "(*%s)" % text, text + "->"
        return text, text + "."

    def argument(self, param, path, wrapped=False):
        """What is given to a parameter; wrapped: to a thread, which copies."""
        if isinstance(param.type, str):
            return path
        if path.startswith("std::move("):
            return path
        text, var = self.find(path)
        whole = self.expression(path)[0]
        if param.how == "pointer" and var.how == "unique":
            return text + ".get()"
        if param.how == "pointer":
            return text if var.how in INDIRECT or text == "this" else "&" + text
        if param.how == "ref":
            bare = whole[1:-1] if whole.startswith("(") else whole
            return "std::ref(%s)" % bare if wrapped else bare
        return text if param.how == "shared" else whole

    def capture_list(self, callee, body):
        """The text between the brackets of a lambda with this body."""
        kept = ["%s" % name for name in callee.copies]
        kept += ["%s = std::move(%s)" % (name, name) for name in callee.moves]
        if callee.capture in ("&", "="):
            return ", ".join([callee.capture] + kept)
        words = set(re.findall(r"\w+", " ".join(body)))
        chosen = set(callee.copies + callee.moves)
        by_reference = ["&" + name for name in self.scope
                        if name in self.locals and name in words and name not in chosen]
        this = ["this"] if self.method_of else []
        return ", ".join(this + by_reference + kept)
