# ===- verdict.py - which accesses of a program may race, by construction ---===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Runs the tree once, in the abstract. Each access is an event with the locks it holds; events are
ordered by the text of a thread, by spawn and join, and by hand-over. Two events on one container
race when they conflict, neither is before the other, and no lock keeps them apart.

Exact for this language: a loop's body counts once, or twice if it starts threads; a conditional
body runs in some round of the execution.
"""

from dataclasses import dataclass, replace
from typing import Any, Dict

from handover import STYLES
from locks import MUTEXES
from machine import Closure, Event, Machine, Obj, Thread
from program import (CallableType, ClassType, ContainerType, HandleType, Lambda, Malformed,
                     MutexType, PoolType, Spawn, Submit, SyncType, walk)
from spawns import KINDS

MAX_DEPTH = 12


class OutOfScope(Exception):
    """Two threads touch the same element: a race, but not one about a container's structure."""


@dataclass(eq=False)
class Element:
    """What a reference into a container refers to."""

    container: Obj


@dataclass(eq=False)
class Guard:
    locks: Any
    shared: bool
    held: bool


@dataclass(eq=False)
class Race:
    container: str
    first: Event
    second: Event


class Engine(Machine):
    """The statements: do_X is what the node X does."""

    def __init__(self, program):
        super().__init__(program)
        self.globals: Dict[str, Any] = {}
        self.depth = 0
        self.signals, self.awaits, self.once = {}, {}, {}
        self.lambdas = {}

    def run(self):
        for var in self.program.globals:
            obj = self.make(var)
            obj.owned = False
            self.globals[var.name] = obj
        main = Thread([], 0)
        self.function(self.program.run, {}, main)
        return self.races()

    # ---- calls ----

    def enter(self, label, body, env, thread, end):
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Malformed("recursion")
        before, thread.function = thread.function, label
        self.block(body, env, thread, [end])
        thread.function = before
        self.depth -= 1

    def function(self, callee, env, thread):
        label = callee.owner + "::" + callee.name if callee.owner else callee.name
        self.enter(label, callee.body, {**self.globals, **env}, thread, callee.end)


    def closure(self, closure, thread, args):
        env = dict(closure.env)
        for var, arg in zip(closure.callee.params, args):
            if not isinstance(var.type, str):
                env[var.name] = arg
        number = self.lambdas.setdefault(id(closure.callee), len(self.lambdas) + 1)
        self.enter("lambda %d" % number, closure.callee.body, env, thread, closure.callee.end)

    def capture(self, callee, env, thread, node):
        """The closure of a lambda that is made here: what it captures by value is copied now."""
        inner = dict(env)
        for name in callee.copies + callee.moves:
            if name not in env:
                continue  # A number.
            inner[name] = self.transfer(self.resolve(name, env), name in callee.moves, thread, node)
        return Closure(callee, inner)

    def transfer(self, obj, moved, thread, node):
        """The object that a copy or move of obj makes."""
        if not isinstance(obj, Obj) or obj.shared or not isinstance(obj.type, ContainerType):
            return obj
        self.event(thread, obj=obj, kind="S" if moved else "R", element="" if moved else "r",
                   nodes=[node])
        return self.new(obj.type, obj.name)

    def call(self, node, env, thread):
        bound = {}
        if node.receiver:
            obj = self.typed(node.receiver, env, ClassType)
            callee = self.program.method(obj.type.name, node.function)
            if callee is None:
                raise Malformed("no method " + node.function)
            bound["this"] = obj
        else:
            callee = self.program.function(node.function)
        if len(callee.params) != len(node.args):
            raise Malformed("wrong number of arguments for " + node.function)
        made = []
        for var, arg in zip(callee.params, node.args):
            if isinstance(var.type, str):
                continue
            obj = self.resolve(arg.replace("std::move(", "").rstrip(")"), env)
            if var.how == "value":
                obj = self.transfer(obj, arg.startswith("std::move("), thread, node)
                made.append(obj)
            bound[var.name] = obj
        self.function(callee, bound, thread)

    # ---- statements ----

    def block(self, body, env, thread, end):
        env, made = dict(env), []
        for node in body:
            getattr(self, "do_" + type(node).__name__)(node, env, thread, made)
        for obj in reversed(made):
            self.destroy(thread, obj, list(end))

    def do_Raw(self, node, env, thread, made):
        pass

    def do_Access(self, node, env, thread, made):
        obj = self.typed(node.path, env, ContainerType)
        self.event(thread, obj=obj, kind=node.op.kind, element=node.op.element,
                   keeps=node.op.keeps, nodes=[node])
        if node.op.alias:
            env[node.alias] = Element(obj)

    def do_ElementUse(self, node, env, thread, made):
        element = self.resolve(node.alias, env)
        if not isinstance(element, Element):
            raise Malformed(node.alias + " is no element")
        self.event(thread, obj=element.container, kind="E", element="w" if node.write else "r",
                   through=True, nodes=[node])

    def do_Guarded(self, node, env, thread, made):
        locks = [self.typed(path, env, MutexType) for path in node.locks]
        guard = Guard(locks, node.shared, node.effective)
        for obj in locks:
            if node.shared and not MUTEXES[obj.type.kind].shareable:
                raise Malformed("%s cannot be shared" % obj.name)
            if guard.held:
                self.lock(thread, obj, node.shared)
        self.block(node.body, {**env, node.name: guard}, thread, [node])
        if guard.held:
            for obj in locks:
                self.unlock(thread, obj)

    def do_GuardOp(self, node, env, thread, made):
        guard = env.get(node.name)
        if not isinstance(guard, Guard) or guard.held == (node.what == "lock"):
            raise Malformed("%s.%s()" % (node.name, node.what))
        for obj in guard.locks:
            if guard.held:
                self.unlock(thread, obj)
            else:
                self.lock(thread, obj, guard.shared)
        guard.held = not guard.held

    def do_Acquire(self, node, env, thread, made):
        self.lock(thread, self.typed(node.path, env, MutexType), node.shared)

    def do_Release(self, node, env, thread, made):
        self.unlock(thread, self.typed(node.path, env, MutexType))

    def do_Call(self, node, env, thread, made):
        self.call(node, env, thread)

    def do_CallStored(self, node, env, thread, made):
        callee = self.resolve(node.path, env)
        if isinstance(callee, Closure):
            self.closure(callee, thread, [])
        elif not isinstance(callee, Obj) or not callee.callables:
            raise Malformed("nothing is stored in " + node.path)
        else:
            for each in callee.callables:
                self.closure(each, thread, [])

    def do_Store(self, node, env, thread, made):
        obj = self.typed(node.path, env, CallableType)
        closure = self.capture(node.callee, env, thread, node)
        obj.callables = obj.callables + [closure] if obj.type.many else [closure]

    def do_Repeat(self, node, env, thread, made):
        starts = any(isinstance(each, (Spawn, Submit)) for each in walk(node.body))
        for _ in range(2 if starts else 1):
            self.block(node.body, env, thread, [node])

    def do_If(self, node, env, thread, made):
        self.block(node.body, env, thread, [node])

    def do_Scope(self, node, env, thread, made):
        self.block(node.body, env, thread, [node.end])

    def do_Declare(self, node, env, thread, made):
        if node.var.static:
            env[node.var.name] = self.static((id(node), 0), node.var)
            return
        if node.var.thread_local:
            env[node.var.name] = self.static((id(node), thread.number), node.var)
            return
        obj = self.make(node.var, env, node.binds)
        obj.shared = node.var.how == "shared"
        obj.owned = not obj.shared
        env[node.var.name] = obj
        made.append(obj)
        if isinstance(obj.type, ClassType):
            constructor = self.program.method(obj.type.name, obj.type.name)
            if constructor:
                self.function(constructor, {"this": obj}, thread)

    def do_Once(self, node, env, thread, made):
        flag = self.resolve(node.flag, env)
        if flag.number in self.once:
            self.event(thread, extra=self.once[flag.number])
            return
        self.block(node.body, env, thread, [node])
        self.once[flag.number] = [self.event(thread).number]

    def do_DeclareLambda(self, node, env, thread, made):
        env[node.name] = self.capture(node.callee, env, thread, node)

    def do_Bind(self, node, env, thread, made):
        obj = self.resolve(node.path, env)
        if node.style in ("copy", "move"):
            obj = self.transfer(obj, node.style == "move", thread, node)
            made.append(obj)
        env[node.name] = obj

    def do_Spawn(self, node, env, thread, made):
        kind = KINDS[node.kind]
        if node.declares:
            env[node.handle] = self.new(node.declares, node.handle)
            made.append(env[node.handle])
        handle = self.typed(node.handle, env, HandleType) if node.handle else None
        if isinstance(node.callee, Lambda):
            closure = self.capture(node.callee, env, thread, node)
        else:
            closure = Closure(Lambda([replace(node.callee)]), dict(env))
        if handle and handle.tokens and not handle.type.many:
            raise Malformed("%s is in use" % node.handle)
        if kind.deferred:
            handle.tokens.append(closure)
            return
        child = self.start(thread, lambda new: self.closure(closure, new, []))
        child.waited_for = not kind.packaged
        if handle:
            handle.tokens.append(child)
        else:
            self.event(thread, extra=child.last)  # The temporary future waits.

    def do_Join(self, node, env, thread, made):
        self.join(thread, self.typed(node.handle, env, HandleType))

    def do_Detach(self, node, env, thread, made):
        handle = self.typed(node.handle, env, HandleType)
        if not handle.tokens:
            raise Malformed("nothing to detach")
        handle.tokens = []

    def do_Submit(self, node, env, thread, made):
        pool = self.typed(node.pool, env, PoolType)
        closure = self.capture(node.callee, env, thread, node)
        after = pool.tokens[-1].last if pool.tokens and pool.type.workers == 1 else ()
        pool.tokens.append(
            self.start(thread, lambda new: self.closure(closure, new, []), after))

    def do_Drain(self, node, env, thread, made):
        self.join(thread, self.typed(node.pool, env, PoolType))

    def do_Signal(self, node, env, thread, made):
        obj = self.typed(node.path, env, SyncType)
        self.signals.setdefault(obj.number, []).append(self.event(thread).number)

    def do_Await(self, node, env, thread, made):
        obj = self.typed(node.path, env, SyncType)
        event = self.event(thread)
        self.awaits.setdefault(obj.number, (STYLES[obj.type.style], []))[1].append(event)

    def do_ParallelFor(self, node, env, thread, made):
        def run(child):
            self.enter(thread.function, node.body, env, child, node.end)

        begin = list(thread.last)
        children = []
        for _ in range(2):
            thread.last = list(begin)
            children.append(self.start(thread, run))
        for child in children:
            self.event(thread, extra=child.last)

    # ---- the verdict ----

    def ancestors(self):
        """For each event the set of the earlier ones, as a bit set."""
        before = {event.number: list(event.before) for event in self.events}
        for number, (style, events) in self.awaits.items():
            if number not in self.signals:
                raise Malformed("waits for what never comes")
            for event in events if style.orders else ():
                before[event.number] += self.signals[number]
        done, state = {}, {}

        def visit(number):
            if number in done:
                return done[number]
            if state.get(number):
                raise Malformed("the threads wait for each other")
            state[number] = True
            bits = 0
            for earlier in before[number]:
                bits |= visit(earlier) | (1 << earlier)
            done[number] = bits
            return bits

        for event in self.events:
            visit(event.number)
        return done

    def races(self):
        before = self.ancestors()
        found = []
        accesses = [event for event in self.events if event.kind]
        for index, second in enumerate(accesses):
            for first in accesses[:index]:
                if (first.obj is not second.obj or before[second.number] >> first.number & 1
                        or before[first.number] >> second.number & 1 or excluded(first, second)):
                    continue
                if first.keeps and second.through or second.keeps and first.through:
                    continue
                if "S" in (first.kind, second.kind):
                    found.append(Race(first.obj.name, first, second))
                elif same_element(first.element, second.element):
                    raise OutOfScope("%s: elements" % first.obj.name)
        return found


def excluded(first, second):
    """Does a lock keep the two apart?"""
    held = dict(second.locks)
    return any(number in held and (exclusive or held[number])
               for number, exclusive in first.locks)


def same_element(first, second):
    pair = {first, second}
    return "w" in pair and bool(pair & {"r", "own"} or first == second) or pair == {"own", "r"}


def races(program):
    """All pairs of events that race. Raises Malformed and OutOfScope."""
    return Engine(program).run()
