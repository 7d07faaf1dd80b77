# ===- render.py - a tree as C++ text, and where each node went -------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Writes programs. The place of each node is noted: an access spans the lines of its statement."""

import containers
import handover
import locks
import spawns
from expressions import Names, spelled, typed_name, variable
from program import CallableType, ClassType, Lambda, Var

YIELD = " ORACLE_YIELD"


def bare(whole):
    """*p for (*p)"""
    return whole[1:-1] if whole.startswith("(*") else whole


class Text:
    """Lines of one file."""

    def __init__(self, name):
        self.name = name
        self.lines = []


class Writer:
    def __init__(self, program, text, places, marks):
        self.program, self.text, self.places, self.marks = program, text, places, marks
        self.indent = 0
        self.names = None

    # ---- lines ----

    def line(self, text, *nodes):
        self.text.lines.append("  " * self.indent + text if text else "")
        for node in nodes:
            self.note(node)

    def note(self, node):
        self.places.setdefault(id(node), []).append((self.text.name, len(self.text.lines)))

    def lines(self, texts, *nodes):
        for text in texts:
            for each in text.split("\n"):
                self.line(each, *nodes)

    # ---- blocks ----

    def block(self, body, end, names=None):
        """The statements of a block and, by whoever closes it, its end."""
        before = self.names
        self.names = names or Names(self.program, outer=before)
        self.indent += 1
        open_ends = [end]
        for node in body:
            getattr(self, "do_" + type(node).__name__)(node, node is body[-1], open_ends)
        self.indent -= 1
        self.names = before
        return open_ends

    def closed(self, text, ends):
        self.line(text, *ends)

    def lambda_text(self, head, callee, tail, *nodes):
        """head [captures](params) { … } tail"""
        names = Names(self.program, outer=self.names)
        for var in callee.params:
            names.add(var)
        probe = Writer(self.program, Text("probe"), {}, False)
        probe.names = self.names
        probe.block(callee.body, callee.end, names)
        captures = self.names.capture_list(callee, probe.text.lines)
        params = ", ".join(typed_name(var) for var in callee.params)
        mutable = " mutable" if callee.copies or callee.moves else ""
        shown = "(%s)%s" % (params, mutable) if params or mutable else ""
        start = YIELD if self.marks else ""
        self.lines((head + "[%s]%s {%s" % (captures, shown, start)).split("\n"), *nodes)
        names = Names(self.program, outer=self.names)
        for var in callee.params:
            names.add(var)
        ends = self.block(callee.body, callee.end, names)
        self.closed("}" + tail, ends)

    # ---- statements ----

    def do_Raw(self, node, last, ends):
        self.lines(node.lines, node)

    def do_Access(self, node, last, ends):
        type_ = self.names.type_of(node.path)
        element = {"std::string": "text", "int": "value"}.get(type_.value or type_.key, "entry")
        beside = self.names.expression(node.beside)[1] if node.beside else ""
        self.lines(containers.lines(node.op, type_, self.names.expression(node.path), node.key,
                                    element, node.alias, beside), node)
        if node.alias:
            self.names.add(Var(node.alias, type_.value, "ref"))

    def do_ElementUse(self, node, last, ends):
        value = self.names.scope[node.alias].type
        type_ = containers.ContainerType("vector", "", value)
        if node.write:
            self.line(containers.element_write(type_, node.alias) + ";", node)
        else:
            self.line("report(%s);" % containers.element_read(type_, node.alias), node)

    def do_Guarded(self, node, last, ends):
        type_ = self.names.type_of(node.locks[0])
        whole, dotted = self.names.expression(node.locks[0])
        other = bare(self.names.expression(node.locks[1])[0]) if len(node.locks) > 1 else ""
        style = node.style
        if style == "unnamed_paren" and node.locks[0] in self.names.locals:
            style = "unnamed"  # With parentheses it would declare the local once more.
        before, after, own = locks.guard_lines(
            style, spelled(type_), (bare(whole), dotted), other, node.name,
            self.helpers(node.locks[0]))
        braces = not last and not (own and node.style != "try" and node.style != "timed")
        if braces:
            self.line("{")
            self.indent += 1
        if self.marks and not own:
            before[-1] += YIELD  # Held for longer, it is waited for, and tries fail.
        self.lines(before)
        if own:
            self.closed(after[0], self.block(node.body, node))
        else:
            self.indent -= 1
            inner = self.block(node.body, node)
            self.indent += 1
        if braces:
            self.indent -= 1
            self.closed("}", [] if own else inner)
        elif not own:
            ends += inner

    def helpers(self, path):
        """The texts that lock this mutex through a function: returned guard, call under lock."""
        head = path.rpartition(".")[0]
        dotted = self.names.expression(head)[1] if head else ""
        return dotted + "acquire()", dotted + "withLock"

    def do_GuardOp(self, node, last, ends):
        # What follows an unlock races only until the next lock: give the others time.
        widen = " ORACLE_WIDEN" if self.marks and node.what == "unlock" else ""
        self.line("%s.%s();%s" % (node.name, node.what, widen))

    def manual(self, path, template, mark=""):
        whole, dotted = self.names.expression(path)
        self.lines([template.replace("{o}", bare(whole)).replace("{c}", dotted) + mark])

    def do_Acquire(self, node, last, ends):
        mutex = locks.MUTEXES[self.names.type_of(node.path).kind]
        self.manual(node.path, mutex.lock_shared if node.shared else mutex.lock)

    def do_Release(self, node, last, ends):
        mutex = locks.MUTEXES[self.names.type_of(node.path).kind]
        self.manual(node.path, mutex.unlock_shared if node.shared else mutex.unlock,
                    " ORACLE_WIDEN" if self.marks else "")

    def callee(self, call):
        """(the function, the text before its name)"""
        if not call.receiver:
            return self.program.function(call.function), ""
        type_ = self.names.type_of(call.receiver)
        dotted = self.names.expression(call.receiver)[1]
        return self.program.method(type_.name, call.function), dotted

    def arguments(self, params, args, wrapped=False):
        return [self.names.argument(p, a, wrapped) for p, a in zip(params, args)]

    def do_Call(self, node, last, ends):
        callee, dotted = self.callee(node)
        args = ", ".join(self.arguments(callee.params, node.args))
        form = "report(%s%s(%s));" if callee.result else "%s%s(%s);"
        self.line(form % (dotted, node.function, args), node)

    def do_Once(self, node, last, ends):
        self.line("std::call_once(%s, [&] {" % self.names.expression(node.flag)[0])
        self.closed("});", self.block(node.body, node))

    def do_CallStored(self, node, last, ends):
        text, var = self.names.find(node.path)
        args = ", ".join(node.args)
        if isinstance(var.type, CallableType) and var.type.many:
            self.line("for (const auto& callback : %s)" % text, node)
            self.line("  callback(%s);" % args, node)
        else:
            self.line("%s(%s);" % (text, args), node)

    def do_Store(self, node, last, ends):
        text, var = self.names.find(node.path)
        if var.type.many:
            self.lambda_text(text + ".push_back(", node.callee, ");", node)
        else:
            self.lambda_text(text + " = ", node.callee, ";", node)

    def do_DeclareLambda(self, node, last, ends):
        self.lambda_text("auto %s = " % node.name, node.callee, ";", node)
        self.names.add(Var(node.name, "lambda"))

    def do_Repeat(self, node, last, ends):
        mark = YIELD if self.marks else ""
        head = "for (int {0} = 0; {0} < {1}; ++{0}) {{".format(node.var, node.count)
        self.line(head + mark)
        names = Names(self.program, outer=self.names)
        names.add(Var(node.var, "int"))
        self.closed("}", self.block(node.body, node, names))

    def do_If(self, node, last, ends):
        self.line("if (%s) {" % node.condition)
        self.closed("}", self.block(node.body, node))

    def do_Scope(self, node, last, ends):
        self.line("{")
        self.closed("}", self.block(node.body, node.end))

    def do_Declare(self, node, last, ends):
        var = node.var
        self.names.add(var)
        args = ", ".join(self.bind_arguments(node))
        if var.how in ("shared", "unique"):
            self.line("auto %s = std::make_%s<%s>(%s);"
                      % (var.name, "shared" if var.how == "shared" else "unique",
                         spelled(var.type), args), node)
        elif args or node.init:
            self.line("%s%s %s%s;" % ("static " if var.static else "", spelled(var.type), var.name,
                                      "(%s)" % args if args else node.init), node)
        else:
            self.lines(variable(var), node)

    def bind_arguments(self, node):
        if not node.binds:
            return []
        members = [m for m in self.program.class_named(node.var.type.name).fields
                   if m.how in ("ref", "pointer", "shared")]
        return self.arguments(members, node.binds)

    def do_Bind(self, node, last, ends):
        text, var = self.names.find(node.path)
        whole = bare(self.names.expression(node.path)[0])
        forms = {"ref": "auto& {n} = {w};", "pointer": "auto* {n} = &{w};",
                 "copy": "auto {n} = {w};", "move": "auto {n} = std::move({w});",
                 "share": "auto {n} = {t};"}
        if node.style == "share" or var.how == "shared":
            how = var.how
        else:
            how = {"pointer": "pointer"}.get(node.style, "value")
        self.line(forms[node.style].format(n=node.name, w=whole, t=text), node)
        self.names.add(Var(node.name, var.type, how if node.style in ("share", "pointer")
                           else "value"))

    # ---- threads ----

    def do_Spawn(self, node, last, ends):
        kind = spawns.KINDS[node.kind]
        if node.declares or not node.handle:
            template = kind.declare
        elif self.names.type_of(node.handle).many:
            template = kind.append
        else:
            template = kind.again
        handle = node.handle
        if handle and not node.declares:
            handle = self.names.find(handle)[0]
        template = template.replace("{h}", handle)
        if isinstance(node.callee, Lambda):
            head, tail = template.split("{f}")
            *early, head = head.split("\n")
            first, *late = tail.split("\n")
            self.lines(early, node)
            self.lambda_text(head, node.callee, first, node)
            self.lines(late, node)
        else:
            what, argument = self.started(node.callee, kind)
            self.lines([template.replace("{f}", what).replace("{a}", argument)], node)
        if node.declares:
            self.names.add(Var(node.handle, node.declares))

    def started(self, call, kind):
        """(the function and arguments for a thread, the pointer for a C one)"""
        callee, _ = self.callee(call)
        if kind.c_style:
            args = self.arguments(callee.params, call.args)
            return call.function, args[0] if args else "nullptr"
        parts = [call.function]
        if call.receiver:
            owner = self.names.type_of(call.receiver).name
            self_param = Var("self", ClassType(owner), "pointer")
            parts = ["&%s::%s" % (callee.owner, call.function),
                     self.names.argument(self_param, call.receiver)]
        return ", ".join(parts + self.arguments(callee.params, call.args, wrapped=True)), ""

    def do_Join(self, node, last, ends):
        text, var = self.names.find(node.handle)
        if var.type.many:
            template = spawns.JOIN_ALL[var.type.kind]
        else:
            forms = spawns.JOINS[var.type.kind]
            template = forms[1] if node.how == "checked" and len(forms) > 1 else forms[0]
        self.lines([template.replace("{h}", text).replace("{e}", "each")], node)

    def do_Detach(self, node, last, ends):
        text, var = self.names.find(node.handle)
        self.line(spawns.DETACH[var.type.kind].replace("{h}", text), node)

    def do_Submit(self, node, last, ends):
        dotted = self.names.expression(node.pool)[1]
        self.lambda_text(dotted + "submit(", node.callee, ");", node)

    def do_Drain(self, node, last, ends):
        self.line(self.names.expression(node.pool)[1] + "drain();", node)

    def do_Signal(self, node, last, ends):
        self.hand_over(node, "signal")

    def do_Await(self, node, last, ends):
        self.hand_over(node, "wait")

    def hand_over(self, node, what):
        style = handover.STYLES[self.names.type_of(node.path).style]
        text = handover.fill(getattr(style, what), self.names.expression(node.path))
        if text:
            self.lines([text], node)

    def do_ParallelFor(self, node, last, ends):
        self.line("#pragma omp parallel for" + node.schedule)
        head = "for (int {0} = 0; {0} < {1}; ++{0}) {{".format(node.var, node.count)
        self.line(head + (YIELD if self.marks else ""))
        names = Names(self.program, outer=self.names)
        names.add(Var(node.var, "int"))
        self.closed("}", self.block(node.body, node.end, names))
