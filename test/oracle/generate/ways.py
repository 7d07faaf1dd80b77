# ===- ways.py - how a change of a container comes about ----------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""At once, or far from the loop: callees, methods, overrides, destructors, callbacks, other files."""

import re

from .tree import Block, Line


class Here:
    """The change stands where it happens."""

    name = ""

    def __init__(self):
        self.functions = []  # Before the entry.
        self.members = []  # Methods of the form's class, declared in it and defined after it.
        self.elsewhere = []  # In the other file.
        self.prologue = []  # At the entry's start.
        self.around = None  # What calls the entry, when it needs something set up.

    def carry_out(self, g, template, **names):
        return [Line(g.kind.fill(template, **names), change=True)]


class Called(Here):
    """What the others share: the change becomes the body of something with parameters."""

    calls = 0

    def signature(self, g, template, names):
        """(parameters, arguments, the changing statement in terms of the parameters)."""
        kind, parameters, arguments = g.kind, [], []
        inside = {}
        for key, ctype, name in (("c", kind.type + " &", "target"), ("o", kind.type + " &", "source")):
            if "{%s}" % key in template:
                parameters.append(ctype + name)
                arguments.append(names[key])
                inside[key] = name
        if "{it}" in template:
            moves = "{it} =" in template or "{it}++" in template
            parameters.append("%s::iterator %sposition" % (kind.type, "&" if moves else ""))
            arguments.append(names["it"])
            inside["it"] = "position"
        for key in ("k", "id"):
            if "{%s}" % key in template or key == "k" and any("{%s}" % x in template for x in "vm"):
                parameters.append("int " + key)
                arguments.append(names[key])
                inside[key] = key
        inside.setdefault("c", names["c"])
        return parameters, arguments, Line(kind.fill(template, **inside), change=True)

    def before(self, g):
        return [Line("log(5);")] if g.chance(20) else []

    def new_name(self, stem):
        self.calls += 1
        return "%s%d" % (stem, self.calls)


class Lambda(Called):
    name = "local lambda"

    def carry_out(self, g, template, **names):
        if "{it}" in template:
            return Here.carry_out(self, g, template, **names)
        call = self.new_name("change")
        statement = Line(g.kind.fill(template, c=names["c"], o=names["o"], k="id", id="id"), change=True)
        self.prologue.append(Block("auto %s = [&](int id)" % call, [statement], tail=";"))
        return [Line("%s(%s);" % (call, names.get("id") if "{id}" in template else names["k"]))]


class Callee(Called):
    name = "callee by reference"

    def carry_out(self, g, template, **names):
        parameters, arguments, change = self.signature(g, template, names)
        call = self.new_name("change")
        self.place(Block("static void %s(%s)" % (call, ", ".join(parameters)), self.before(g) + [change]), parameters)
        return [Line("%s(%s);" % (call, ", ".join(arguments)))]

    def place(self, function, parameters):
        self.functions.append(function)


class DeepCallee(Callee):
    name = "two callees"

    def place(self, function, parameters):
        self.functions.append(function)
        names = [p.replace("&", " ").split()[-1] for p in parameters]
        call = function.head.split("(")[0].split()[-1]
        outer = function.head.replace(call, "inner_" + call)
        function.head, inner = outer, "inner_" + call
        self.functions.append(Block("static void %s(%s)" % (call, ", ".join(parameters)),
                                    [Line("log(2);"), Line("%s(%s);" % (inner, ", ".join(names)))]))


class OtherFile(Callee):
    name = "other file"

    def place(self, function, parameters):
        function.head = function.head.replace("static ", "")
        self.elsewhere.append(function)
        self.functions.append(Line(function.head + ";"))


class ByPointer(Callee):
    name = "callee by pointer"

    def carry_out(self, g, template, **names):
        statements = super().carry_out(g, template, **names)
        function = self.functions[-1]
        for name in ("target", "source"):
            if "&%s" % name not in function.head:
                continue
            function.head = function.head.replace("&%s" % name, "*%s" % name)
            change = function.body[-1]
            spelled = change.text.replace(name + ".", name + "->").replace(name + "[", "(*%s)[" % name)
            change.text = re.sub(r"\b%s\b(?!->|\)\[)" % name, "*" + name, spelled)
            key = names["c" if name == "target" else "o"]
            statements[0].text = statements[0].text.replace("(%s" % key, "(&%s" % key).replace(", %s" % key, ", &%s" % key)
        return statements


class ByValue(Callee):
    """The callee changes its own copy: nothing happens to the caller's."""

    name = "callee by value"

    def carry_out(self, g, template, **names):
        if "{it}" in template:
            return Here.carry_out(self, g, template, **names)
        statements = super().carry_out(g, template, **names)
        self.functions[-1].head = self.functions[-1].head.replace(" &target", " target").replace(" &source", " source")
        return statements


class Method(Called):
    """A method of the class that owns the containers."""

    name = "method of the same class"

    def carry_out(self, g, template, **names):
        parameters, arguments, _ = self.signature(g, template, names)
        pairs = [(p, a) for p, a in zip(parameters, arguments) if not p.endswith(("target", "source"))]
        inside = {key: names[key] for key in ("c", "o")}
        change = Line(g.kind.fill(template, it="position", k="k", id="id", **inside), change=True)
        call = self.new_name("change")
        self.members.append(Block("void %s(%s)" % (call, ", ".join(p for p, _ in pairs)), self.before(g) + [change]))
        return [Line("%s(%s);" % (call, ", ".join(a for _, a in pairs)))]


class WrapperMethod(Called):
    """The wrapper's own: bag.change(k)."""

    name = "wrapper class"

    def carry_out(self, g, template, **names):
        if "{it}" in template or "{o}" in template or names["c"] != "bag":
            template = "{c}.clear();" if g.chance(30) else "{c}.erase({k});" if g.kind.keyed else "{c}.insert({c}.begin(), {v});"
        if names["c"] != "bag":
            return [Line(g.kind.fill(template, **names), change=True)]
        call = self.new_name("change")
        self.members.append(Block("void %s(int k)" % call, [
            Line(g.kind.fill(template, c="items_", k="k", id="k"), change=True)]))
        return [Line("bag.%s(%s);" % (call, names.get("id") if "{id}" in template else names["k"]))]


class Override(Called):
    """A listener whose override changes what is being walked."""

    name = "virtual override"

    def carry_out(self, g, template, **names):
        if "{it}" in template or not names["c"].isidentifier():
            return Here.carry_out(self, g, template, **names)
        target, source = names["c"], names["o"]
        interface, eraser = self.new_name("Listener"), "Changer%d" % self.calls
        change = Line(g.kind.fill(template, c="items", o="others", k="k", id="k"), change=True)
        self.functions += [
            Block("struct %s" % interface, [Line("virtual ~%s() = default;" % interface), Line("virtual void on(int k) = 0;")], tail=";"),
            Block("struct %s : %s" % (eraser, interface), [
                Line("%s &items;" % g.kind.type), Line("%s &others;" % g.kind.type),
                Line("%s(%s &items, %s &others) : items(items), others(others) {}" % (eraser, g.kind.type, g.kind.type)),
                Block("void on(int k) override", [change])], tail=";")]
        variable = "listener%d" % self.calls
        self.prologue += [Line("std::unique_ptr<%s> %s = std::make_unique<%s>(%s, %s);" % (interface, variable, eraser, target, source))]
        return [Line("%s->on(%s);" % (variable, names.get("id") if "{id}" in template else names["k"]))]


class Destructor(Called):
    name = "destructor"

    def carry_out(self, g, template, **names):
        if "{it}" in template or not names["c"].isidentifier():
            return Here.carry_out(self, g, template, **names)
        guard = self.new_name("Cleanup")
        change = Line(g.kind.fill(template, c="items", o="others", k="k", id="k"), change=True)
        self.functions.append(Block("struct %s" % guard, [
            Line("%s &items;" % g.kind.type), Line("%s &others;" % g.kind.type), Line("int k;"),
            Block("~%s()" % guard, [change])], tail=";"))
        value = names.get("id") if "{id}" in template else names["k"]
        variable = "cleanup%d" % self.calls
        return [Block("", [Line("%s %s{%s, %s, %s};" % (guard, variable, names["c"], names["o"], value)), Line("log(3);")])]


class Registered(Called):
    """A callback kept in a list and called from there."""

    name = "registered callback"

    def carry_out(self, g, template, **names):
        if "{it}" in template:
            return Here.carry_out(self, g, template, **names)
        if self.calls == 0:
            self.functions.append(Block("struct Signal", [
                Line("std::vector<std::function<void(int)>> slots;"),
                Line("void connect(std::function<void(int)> slot) { slots.push_back(std::move(slot)); }"),
                Block("void emit(int k) const", [Block("for (const auto &slot : slots)", [Line("slot(k);")])])], tail=";"))
        variable = self.new_name("signal")
        change = Line(g.kind.fill(template, c=names["c"], o=names["o"], k="id", id="id"), change=True)
        self.prologue += [Line("Signal %s;" % variable), Block("%s.connect([&](int id)" % variable, [change], tail=");")]
        return [Line("%s.emit(%s);" % (variable, names.get("id") if "{id}" in template else names["k"]))]


FAR = [Callee, ByPointer, DeepCallee, ByValue, Method, WrapperMethod, Override, Destructor, Registered, OtherFile]
