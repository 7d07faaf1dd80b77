# ===- sites.py - where a program keeps what its threads share --------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""A site is the house of the shared objects: members of a class, globals, locals of run(), fields
of a state struct. It gives the paths by which functions inside and run() outside reach them, and
turns a body into a method or function: an Act."""

from dataclasses import dataclass
from typing import Callable, List

from program import Access, Call, Class, ClassType, Declare, Function, Node, Var, walk


@dataclass
class Act:
    """Something to call. call(key) makes the statements, new ones each time."""

    name: str
    call: Callable[[str], List[Node]]
    function: Function = None

    def args(self, key):
        """The arguments of a call on another object than the site's."""
        return [key] if any(var.name == "id" for var in self.function.params) else []


def result_of(body):
    """What a function with this body returns."""
    return next((node.op.result for node in walk(body)
                 if isinstance(node, Access) and node.op.result), "")


def params(key):
    return [Var("id", "int")] if key else []


class Site:
    suffix = ""

    def __init__(self, story):
        self.story, self.rng, self.program = story, story.rng, story.program
        self.vars = {}
        self.adders = []

    def add(self, name, type_, **how):
        """A shared object; the name is what `inside` and `outside` take."""
        self.vars[name] = Var(self.spelled(name), type_, **how)
        self.place(self.vars[name])
        return name

    def spelled(self, name):
        return name + self.suffix


class Service(Site):
    """Members of a class, reached by methods."""

    suffix = "_"

    def __init__(self, story, name=None):
        super().__init__(story)
        self.owner = Class(name or story.domain.owner, [], [])
        self.program.classes.append(self.owner)
        self.how = self.rng.choice(("value", "value", "value", "shared", "unique"))
        lowered = story.domain.owner[0].lower() + story.domain.owner[1:]
        self.instance = story.name(self.rng.choice(("service", "instance", lowered)))

    def place(self, var):
        self.owner.fields.append(var)

    def inside(self, name):
        return "this." + self.vars[name].name

    def outside(self, name):
        return self.instance + "." + self.vars[name].name

    def setup(self):
        return [Declare(Var(self.instance, ClassType(self.owner.name), self.how))]

    def act(self, name, body, key=True, access="public", word=""):
        function = Function(self.story.name(name), body, params(key), self.owner.name, word, access,
                            result_of(body))
        self.owner.methods.append(function)
        return Act(function.name,
                   lambda id: [Call(function.name, self.instance, [id] if key else [])], function)

    def helper(self, name, body, key=True):
        act = self.act(name, body, key, "private")
        return Act(act.name, lambda id: [Call(act.name, "this", [id] if key else [])],
                   act.function)


class Globals(Site):
    """Variables of the namespace, reached by free functions."""

    def __init__(self, story):
        super().__init__(story)
        self.prefix = self.rng.choice(("g_", "", "s_"))
        self.accessor = self.rng.random() < 0.3

    def spelled(self, name):
        return self.prefix + name

    def place(self, var):
        if self.accessor and var.how == "value" and not var.name.endswith("Changed"):
            var.how = "accessor" if self.story.accessor_fits(var.type) else "value"
        self.program.globals.append(var)

    def inside(self, name):
        return self.vars[name].name

    outside = inside

    def setup(self):
        return []

    def act(self, name, body, key=True, word="static"):
        function = Function(self.story.name(name), body, params(key), "", word,
                            result=result_of(body))
        self.program.functions.append(function)
        return Act(function.name, lambda id: [Call(function.name, "", [id] if key else [])],
                   function)

    helper = act


class State(Site):
    """Fields of a struct that functions get by reference or pointer."""

    def __init__(self, story):
        super().__init__(story)
        self.owner = Class(story.domain.owner + "State", [], [], plain=True)
        self.program.classes.append(self.owner)
        self.how = self.rng.choice(("ref", "pointer", "shared"))
        self.local = "shared" if self.how == "shared" else "value"

    def place(self, var):
        self.owner.fields.append(var)

    def inside(self, name):
        return "state." + self.vars[name].name

    outside = inside

    def setup(self):
        return [Declare(Var("state", ClassType(self.owner.name), self.local))]

    def act(self, name, body, key=True, word="static"):
        state = Var("state", ClassType(self.owner.name), self.how)
        function = Function(self.story.name(name), body, [state] + params(key), "", word,
                            result=result_of(body))
        self.program.functions.append(function)
        return Act(function.name,
                   lambda id: [Call(function.name, "", ["state"] + ([id] if key else []))],
                   function)

    helper = act


class Locals(Site):
    """Locals of run(), given to functions one by one by reference."""

    def __init__(self, story):
        super().__init__(story)
        self.order = []
        self.how = self.rng.choice(("ref", "ref", "pointer"))

    def place(self, var):
        self.order.append(var)

    def inside(self, name):
        return self.vars[name].name

    outside = inside

    def setup(self):
        return [Declare(Var(v.name, v.type, v.how)) for v in self.order]

    def act(self, name, body, key=True, word="static"):
        used = [v for v in self.order if v.name in self.story.roots(body)]
        shared = [Var(v.name, v.type, self.how) for v in used]
        function = Function(self.story.name(name), body, shared + params(key), "", word,
                            result=result_of(body))
        self.program.functions.append(function)
        names = [v.name for v in used]
        return Act(function.name,
                   lambda id: [Call(function.name, "", names + ([id] if key else []))], function)

    helper = act


SITES = (Service, Service, Globals, State, Locals)
