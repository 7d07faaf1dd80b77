# ===- program.py - the tree a generated program is made of -----------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""The language of the generated programs: small enough that verdict.py knows exactly which accesses
may run in parallel, rich enough that render.py can write it like real code.

Objects are named by paths: "sessions", "this.sessions_", "state.mutex". The first name is looked up
in the function (locals, parameters, captures), then among the globals.
"""

from dataclasses import dataclass, field
from typing import Any, List, Optional


class Malformed(Exception):
    """Not a program that could run: the generator never makes one, the minimizer may."""


# ---- types ----------------------------------------------------------------


@dataclass(frozen=True)
class ContainerType:
    kind: str  # "vector", "map", ...
    key: str  # Of the associative ones: "int" or "std::string". Else "".
    value: str  # "" for sets, whose elements are the keys.


@dataclass(frozen=True)
class MutexType:
    kind: str  # A key of locks.MUTEXES.


@dataclass(frozen=True)
class ClassType:
    name: str


@dataclass(frozen=True)
class HandleType:
    """What a spawn returns; many: a vector of them."""

    kind: str  # "std::thread", "std::jthread", "std::future<void>", "pthread_t", "thrd_t"
    many: bool = False


@dataclass(frozen=True)
class SyncType:
    """An object that hands over: a key of handover.STYLES."""

    style: str


@dataclass(frozen=True)
class CallableType:
    """std::function<void(int)>; many: a vector of them."""

    many: bool = False


@dataclass(frozen=True)
class PoolType:
    """The house's own thread pool."""

    workers: int


@dataclass(eq=False)
class Var:
    """how: value, ref, pointer, shared (shared_ptr), accessor (a function returning a reference to
    its static local). A plain variable like `int id` has a string as type and no object."""

    name: str
    type: Any
    how: str = "value"
    static: bool = False
    thread_local: bool = False


# ---- what runs ------------------------------------------------------------


class Marker:
    """A place in the source that is no statement: the closing brace of a block, a class head."""


class Node:
    """Base of the statements. Lists of statements are called body (or first, second)."""


@dataclass(eq=False)
class Lambda:
    body: List[Node]
    params: List[Var] = field(default_factory=list)
    capture: str = "&"  # "&", "=", "this", "names" (each used local, by reference)
    copies: List[str] = field(default_factory=list)  # Captured by value.
    moves: List[str] = field(default_factory=list)  # Captured by x = std::move(x).
    end: Marker = field(default_factory=Marker)


@dataclass(eq=False)
class Function:
    name: str
    body: List[Node]
    params: List[Var] = field(default_factory=list)
    owner: str = ""  # The class of a method.
    word: str = ""  # "static", "virtual", "override"; "void*", "int": entry of a C thread
    access: str = "public"
    result: str = ""  # The type it returns, of a function that ends in a query.
    end: Marker = field(default_factory=Marker)


@dataclass(eq=False)
class Class:
    name: str
    fields: List[Var]
    methods: List[Function]
    base: str = ""
    plain: bool = False  # A struct whose fields are public and come first.
    extra: List[str] = field(default_factory=list)  # More lines: acquire(), withLock().
    extra_fields: List[str] = field(default_factory=list)
    head: Marker = field(default_factory=Marker)


@dataclass(eq=False)
class Access(Node):
    path: str
    op: Any  # containers.Op
    key: str = "id"
    alias: str = ""  # Of an op that binds an element: the name of the reference.
    beside: str = ""  # Path of another object in the text: a condition variable.


@dataclass(eq=False)
class ElementUse(Node):
    """A use of the reference that an Access with an alias has bound."""

    alias: str
    write: bool


@dataclass(eq=False)
class Guarded(Node):
    """A lock for the rest of the block. effective=False: looks like one, locks nothing."""

    style: str
    locks: List[str]
    body: List[Node]
    shared: bool = False
    effective: bool = True
    name: str = "lock"


@dataclass(eq=False)
class GuardOp(Node):
    """lock.unlock(); or lock.lock(); on the guard of an enclosing Guarded."""

    name: str
    what: str


@dataclass(eq=False)
class Acquire(Node):
    """Manual: mutex_.lock(); ends the critical section by a Release."""

    path: str
    shared: bool = False


@dataclass(eq=False)
class Release(Node):
    path: str
    shared: bool = False


@dataclass(eq=False)
class Call(Node):
    """receiver: path of the object of a method ("this" inside its own class). args: a path for a
    parameter that is an object, a text in quotes-free C++ for a plain one."""

    function: str
    receiver: str = ""
    args: List[str] = field(default_factory=list)


@dataclass(eq=False)
class CallStored(Node):
    """Calls what is in a CallableType (all of them, when many), or a named lambda."""

    path: str
    args: List[str] = field(default_factory=list)


@dataclass(eq=False)
class Store(Node):
    path: str
    callee: Lambda


@dataclass(eq=False)
class Repeat(Node):
    var: str
    count: str
    body: List[Node]


@dataclass(eq=False)
class If(Node):
    condition: str
    body: List[Node]


@dataclass(eq=False)
class Once(Node):
    """std::call_once: whoever comes first runs it, the others wait."""

    flag: str
    body: List[Node]


@dataclass(eq=False)
class Scope(Node):
    body: List[Node]
    end: Marker = field(default_factory=Marker)


@dataclass(eq=False)
class Raw(Node):
    """Text without an access to anything shared."""

    lines: List[str]


@dataclass(eq=False)
class Declare(Node):
    var: Var
    binds: List[str] = field(default_factory=list)  # For the class's reference fields, in order.
    init: str = ""


@dataclass(eq=False)
class DeclareLambda(Node):
    name: str
    callee: Lambda


@dataclass(eq=False)
class Bind(Node):
    """style: ref (auto& a = p), pointer (auto* a = &p), copy (auto a = p), move, share."""

    name: str
    path: str
    style: str


@dataclass(eq=False)
class Spawn(Node):
    """kind: a key of spawns.KINDS. callee: a Lambda, or (function, receiver, args)."""

    kind: str
    handle: str
    callee: Any
    declares: Optional[HandleType] = None  # None: the handle exists (a member, a vector).


@dataclass(eq=False)
class Join(Node):
    handle: str
    how: str = "join"


@dataclass(eq=False)
class Detach(Node):
    handle: str


@dataclass(eq=False)
class Submit(Node):
    pool: str
    callee: Lambda


@dataclass(eq=False)
class Drain(Node):
    pool: str


@dataclass(eq=False)
class Signal(Node):
    path: str


@dataclass(eq=False)
class Await(Node):
    path: str


@dataclass(eq=False)
class ParallelFor(Node):
    """An OpenMP loop: the body runs on several threads, the end waits for all."""

    var: str
    count: str
    body: List[Node]
    schedule: str = ""
    end: Marker = field(default_factory=Marker)


@dataclass(eq=False)
class Program:
    name: str
    topic: str
    note: str  # Which variant, for people.
    racy: bool  # The plan; verdict.py must agree.
    globals: List[Var] = field(default_factory=list)
    classes: List[Class] = field(default_factory=list)
    functions: List[Function] = field(default_factory=list)
    structs: List[str] = field(default_factory=list)  # Element types: lines of text.
    house: List[str] = field(default_factory=list)  # Names of house_types.TEXTS.
    run: Function = field(default_factory=lambda: Function("run", []))
    extra: List[str] = field(default_factory=list)  # Functions as lines of text.
    split: bool = False  # Methods are defined in a second file.

    def class_named(self, name):
        for each in self.classes:
            if each.name == name:
                return each
        raise Malformed("no class " + name)

    def method(self, class_name, name):
        """The method of the class or of its bases."""
        while class_name:
            owner = self.class_named(class_name)
            for each in owner.methods:
                if each.name == name:
                    return each
            class_name = owner.base
        return None

    def function(self, name):
        for each in self.functions:
            if each.name == name:
                return each
        raise Malformed("no function " + name)

    def all_functions(self):
        return [m for c in self.classes for m in c.methods] + self.functions + [self.run]


def bodies(node):
    """The statement lists directly inside a node, a function or a lambda."""
    if isinstance(node, (DeclareLambda, Store, Submit)):
        return bodies(node.callee)
    if isinstance(node, Spawn):
        return bodies(node.callee) if isinstance(node.callee, Lambda) else []
    body = getattr(node, "body", None)
    return [body] if isinstance(body, list) else []


def walk(statements):
    """All statements, in the order of the source."""
    for node in statements:
        yield node
        for body in bodies(node):
            yield from walk(body)
