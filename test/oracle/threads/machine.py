# ===- machine.py - objects, events and threads of an abstract run ----------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""The state that verdict.py runs a program on: which objects there are, which events have happened,
in which order, and with which locks held."""

import itertools
from dataclasses import dataclass, field
from typing import Any, Dict, List

from locks import MUTEXES
from program import ClassType, ContainerType, HandleType, Lambda, Malformed, PoolType


@dataclass(eq=False)
class Obj:
    type: Any
    number: int
    name: str
    fields: Dict[str, "Obj"] = field(default_factory=dict)
    tokens: List[Any] = field(default_factory=list)  # Of a handle or a pool: what it runs.
    callables: List[Any] = field(default_factory=list)
    owned: bool = True  # False: no scope ends its life.
    shared: bool = False  # A shared_ptr: to copy it copies no object.


@dataclass(eq=False)
class Event:
    number: int
    before: List[int]
    obj: Any = None
    kind: str = ""  # "S", "R", "E"; "" when the event only orders others.
    element: str = ""
    through: bool = False  # By a reference to an element taken earlier.
    keeps: bool = False  # Leaves all such references as they are.
    nodes: List[Any] = field(default_factory=list)
    locks: Any = frozenset()  # (number of the mutex, held exclusively).
    function: str = ""


@dataclass(eq=False)
class Thread:
    last: List[int]  # The events that the next one comes after.
    number: int
    function: str = "run"
    locks: Dict[int, List[bool]] = field(default_factory=dict)  # Per hold: is it shared?
    waited_for: bool = True  # Does the destructor of the handle wait for it?


@dataclass(eq=False)
class Closure:
    callee: Lambda
    env: Dict[str, Any]


class Machine:
    """Everything but the statements."""

    def __init__(self, program):
        self.program = program
        self.events = []
        self.statics = {}
        self.numbers = itertools.count()

    def new(self, type_, name):
        return Obj(type_, next(self.numbers), name)

    def make(self, var, env=None, binds=()):
        """The object of a variable; binds: what reference and pointer members refer to."""
        obj = self.new(var.type, var.name)
        binds = list(binds)
        if isinstance(var.type, ClassType):
            for owner in self.bases(var.type.name):
                for member in owner.fields:
                    obj.fields[member.name] = self.make_field(owner.name, member, env, binds)
        return obj

    def bases(self, name):
        """The class and its bases, the base first."""
        chain = []
        while name:
            chain.insert(0, self.program.class_named(name))
            name = chain[0].base
        return chain

    def make_field(self, owner, member, env, binds):
        if member.static:
            return self.static((owner, member.name), member)
        if member.how in ("ref", "pointer", "shared") and binds:
            return self.resolve(binds.pop(0), env)
        return self.make(member)

    def static(self, key, var):
        if key not in self.statics:
            self.statics[key] = self.make(var)
            self.statics[key].owned = False
        return self.statics[key]

    def resolve(self, path, env):
        first, *rest = path.split(".")
        if first not in env:
            raise Malformed("no %s here" % first)
        obj = env[first]
        for name in rest:
            if not isinstance(obj, Obj) or name not in obj.fields:
                raise Malformed("%s: no %s" % (path, name))
            obj = obj.fields[name]
        return obj

    def typed(self, path, env, type_):
        obj = self.resolve(path, env)
        if not isinstance(obj, Obj) or not isinstance(obj.type, type_):
            raise Malformed("%s is no %s" % (path, type_.__name__))
        return obj

    def event(self, thread, extra=(), **what):
        event = Event(len(self.events), list(thread.last) + list(extra), **what)
        event.locks = frozenset((number, not all(holds))
                                for number, holds in thread.locks.items() if holds)
        event.function = thread.function
        self.events.append(event)
        thread.last = [event.number]
        return event

    def lock(self, thread, obj, shared):
        holds = thread.locks.setdefault(obj.number, [])
        if holds and not MUTEXES[obj.type.kind].recursive:
            raise Malformed("locks %s twice" % obj.name)
        holds.append(shared)

    def unlock(self, thread, obj):
        holds = thread.locks.get(obj.number)
        if not holds:
            raise Malformed("unlocks %s, which is not locked" % obj.name)
        holds.pop()

    def start(self, thread, run, after=()):
        """Runs on a thread of its own, which is returned, ended."""
        begin = self.event(thread)
        child = Thread([begin.number] + list(after), begin.number + 1)
        run(child)
        if any(child.locks.values()):
            raise Malformed("a thread ends with a lock held")
        self.event(child)
        return child

    def join(self, thread, obj):
        """Waits for all that the handle or pool has started."""
        if not obj.tokens:
            raise Malformed("nothing to wait for in " + obj.name)
        tokens, obj.tokens = obj.tokens, []
        for token in tokens:
            if isinstance(token, Closure):
                self.closure(token, thread, [])
            else:
                self.event(thread, extra=token.last)

    def destroy(self, thread, obj, nodes):
        """The end of an object's life, at nodes."""
        if not isinstance(obj, Obj) or not obj.owned:
            return
        obj.owned = False
        if isinstance(obj.type, ContainerType):
            self.event(thread, obj=obj, kind="S", nodes=nodes)
        elif isinstance(obj.type, (HandleType, PoolType)):
            self.destroy_handle(thread, obj)
        elif isinstance(obj.type, ClassType):
            self.destroy_class(thread, obj, nodes)

    def destroy_handle(self, thread, obj):
        if isinstance(obj.type, HandleType) and obj.type.kind == "std::thread" and obj.tokens:
            raise Malformed("a joinable std::thread is destroyed")
        if isinstance(obj.type, HandleType) and obj.type.kind.endswith("_t"):
            return
        # What is deferred and never asked for never runs.
        obj.tokens = [t for t in obj.tokens if isinstance(t, Thread) and t.waited_for]
        if obj.tokens:
            self.join(thread, obj)

    def destroy_class(self, thread, obj, nodes):
        for owner in reversed(self.bases(obj.type.name)):
            here = nodes + [owner.head]
            destructor = next((m for m in owner.methods if m.name == "~" + owner.name), None)
            if destructor:
                self.function(destructor, {"this": obj}, thread)
                here.append(destructor.end)
            for member in reversed(owner.fields):
                if member.how in ("value", "unique") and not member.static:
                    self.destroy(thread, obj.fields[member.name], here)
